import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./child.ts";
import { remakeDatabase } from "./database.ts";
import { migrate } from "./migrations.ts";
import { root } from "./options.ts";
import { StartProblem, say } from "./problem.ts";
import type { Prepared } from "./run.ts";
import { writePrivately } from "./secrets.ts";

export type Account = { role: "checker" | "editor" | "admin"; email: string; password: string };

/**
 * Loads the sample investigation where it is not there yet, and answers the sign-ins that can use it. They are kept
 * beside the data, since hashed passwords cannot be told again. Loading that was interrupted begins anew.
 */
export async function loadSampleOnce({ options, database, env }: Prepared): Promise<Account[]> {
  const accountsFile = join(options.data, "demo-accounts.json");
  const unfinished = join(options.data, "sample-unfinished");
  if (existsSync(accountsFile)) return readAccounts(accountsFile);

  // The mark is only ever made for a database of ours that was new then, so nobody's work can be in it.
  if (database.embedded && existsSync(unfinished)) {
    say("Loading the sample data was interrupted; beginning anew.");
    await remakeDatabase(options.data, database);
    await migrate(database.urls);
  } else if (database.isNew) {
    writeFileSync(unfinished, "");
  }
  say("Loading the sample data.");
  const done = await runNode(join(root, "scripts/load-sample.ts"), [], env);
  if (done.code !== 0) throw new StartProblem(`The sample data could not be loaded.\n${done.all}`);
  const accounts = JSON.parse(done.stdout.trim().split("\n").at(-1) ?? "[]") as Account[];
  if (accounts.length === 0) {
    throw new StartProblem(
      `The database already holds data, and ${accountsFile} with the sign-ins is missing. Choose another folder with --data, or use npm start.`,
    );
  }
  writePrivately(accountsFile, JSON.stringify(accounts, null, 2));
  rmSync(unfinished, { force: true });
  return accounts;
}

function readAccounts(file: string): Account[] {
  return JSON.parse(readFileSync(file, "utf8")) as Account[];
}
