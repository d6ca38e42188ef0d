import { join, resolve } from "node:path";
import pg from "pg";
import { runNode } from "../child.ts";
import { holdDataFolder, openDatabase } from "../database.ts";
import { ensureBuild } from "../next-build.ts";
import { root } from "../options.ts";
import { runningPort } from "../postgres.ts";
import { say } from "../problem.ts";
import { superuserUrl, type DatabaseUrls } from "../roles.ts";
import { loadSampleOnce, type Account } from "../sample.ts";
import { loadSecrets } from "../secrets.ts";
import { applicationEnv, claimPort, serve } from "../serve.ts";
import type { Program } from "../keep-running.ts";
import { fill } from "./fill.ts";
import { sideBySide } from "./loads.ts";
import { heaviestPage, measure, type Measured, type Subject } from "./measure.ts";
import { print, printTogether, type Pair } from "./print.ts";

/**
 * Measures the readers' side at 1,000 and at `total` publications, each in a database of its own, and prints it as ratios. The
 * two sizes are compared with both servers just started: what one of them did before, or a minute of rest, changes its rate more
 * than its size could. With a total of 1,000 there is one size, and nothing to compare it with.
 */
export async function bench(folder: string, total: number): Promise<number> {
  await ensureBuild();
  const sizes = [...new Set([1000, total])];
  for (const size of sizes) await holdDataFolder(folderOf(folder, size));
  const seen: { size: number; at: Measured }[] = [];
  for (const size of sizes) {
    await withSubjects(folder, [size], async ([subject]) => {
      if (!subject) return;
      const at = await measure(subject);
      print(size, at);
      seen.push({ size, at });
    });
  }
  const isCompared = sizes.length > 1;
  printTogether(seen, isCompared ? await withSubjects(folder, sizes, inPair) : null);
  return 0;
}

const folderOf = (folder: string, size: number) => join(resolve(folder), String(size));

/** Starts a server for each size, and stops them all whatever happens. */
async function withSubjects<T>(
  folder: string,
  sizes: number[],
  task: (subjects: Subject[]) => Promise<T>,
): Promise<T> {
  const opened: Opened[] = [];
  try {
    for (const size of sizes) opened.push(await openSubject(folderOf(folder, size), size));
    return await task(opened.map((one) => one.subject));
  } finally {
    for (const one of opened) await one.close();
  }
}

async function inPair([small, large]: Subject[]): Promise<Pair | null> {
  if (!small || !large) return null;
  const [page, other] = [await heaviestPage(large), await heaviestPage(small)];
  const [ofLarge, ofSmall] = await sideBySide(page, other);
  return { large: ofLarge, small: ofSmall };
}

interface Opened {
  subject: Subject;
  /** Who can sign in. */
  accounts: Account[];
  urls: DatabaseUrls;
  close: () => Promise<void>;
}

/** A production server on a database with this many publications, made anew or found in the folder `data`; call it holding the folder. */
export async function openSubject(data: string, size: number): Promise<Opened> {
  const host = "127.0.0.1";
  const options = { json: false, data, host, port: await claimPort(host, 0) };
  const url = `http://${host}:${options.port}`;
  const database = await openDatabase(data);
  const superuser = superuserOf(data);
  const client = new pg.Client({ connectionString: superuser });
  let server: Program | null = null;
  const close = async () => {
    await server?.stop();
    await client.end();
    await database.stop();
  };
  try {
    // What migrates can do so once in a program.
    const migrated = await runNode(join(root, "scripts/migrate.ts"), ["--data", data]);
    if (migrated.code !== 0) throw new Error(migrated.all);
    const env = applicationEnv(options, url, database.urls, loadSecrets(data));
    const accounts = await loadSampleOnce({ options, database, env, url });
    await client.connect();
    await fill(client, size, (done) => say(`${done.toLocaleString("en")} publications.`));
    server = await serve(env, "production");
    const subject = { url, folder: data, client, server, env, superuser };
    return { subject, accounts, urls: database.urls, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The database of the application, as a superuser: the rows of the bench are made past its triggers. */
function superuserOf(data: string): string {
  const port = runningPort(data);
  if (!port) throw new Error("The database of the bench does not run.");
  const address = new URL(superuserUrl(port, loadSecrets(data)));
  address.pathname = "/assay";
  return address.href;
}
