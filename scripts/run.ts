import type { Database } from "./database.ts";
import { holdDataFolder, openDatabase } from "./database.ts";
import { migrate } from "./migrations.ts";
import { ensureBuild } from "./next-build.ts";
import type { Program } from "./keep-running.ts";
import type { Options } from "./options.ts";
import { readOptions } from "./options.ts";
import { say } from "./problem.ts";
import { loadSecrets } from "./secrets.ts";
import { applicationEnv, claimPort, publicUrl, serve, startWorker } from "./serve.ts";

export type Prepared = { options: Options; database: Database; env: NodeJS.ProcessEnv; url: string };

type Run<Facts> = {
  mode: "production" | "development";
  /** What this command adds between the migrated database and the server. */
  prepare: (prepared: Prepared) => Promise<Facts>;
  /** What is told when the server answers: one JSON value with --json, and lines for people without. */
  tell: (prepared: Prepared, facts: Facts) => { json: object; lines: string[] };
};

/** Starts everything, tells the address, and keeps serving until a signal or the end of its starter; answers 0 then. */
export async function run<Facts>({ mode, prepare, tell }: Run<Facts>): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const asked = stopAsked();
  await holdDataFolder(options.data);
  options.port = await claimPort(options.host, options.port);

  let database: Database | undefined;
  let server: Program | undefined;
  let worker: Program | undefined;
  const stopAll = async () => {
    await Promise.all([server?.stop(), worker?.stop()]);
    await database?.stop();
  };
  const work = async () => {
    // The build and the database need nothing of each other, and this machine has more than one processor.
    const built = mode === "production" ? ensureBuild() : Promise.resolve();
    built.catch(() => {}); // awaited below; a failing database must not be drowned by it
    database = await openDatabase(options.data);
    const applied = await migrate(database.urls);
    if (applied.length > 0) say(`Migrated the database (${applied.length} steps).`);
    const url = await publicUrl(options.port);
    const env = applicationEnv(options, url, database.urls, loadSecrets(options.data));
    const prepared = { options, database, env, url };
    const facts = await prepare(prepared);
    await built;
    [server, worker] = await Promise.all([serve(env, mode), startWorker(env)]);
    const { json, lines } = tell(prepared, facts);
    process.stdout.write(
      options.json ? `${JSON.stringify(json)}\n` : `\n${lines.map((line) => `  ${line}\n`).join("")}\n`,
    );
  };

  try {
    const started = work();
    started.catch(() => {}); // when we are asked to stop first, what breaks off then is no news
    await Promise.race([started, asked]);
    await asked;
    say("Stopping.");
  } finally {
    await stopAll();
  }
  return 0;
}

/** Resolves when somebody wants us to end: Ctrl-C, a plain kill, a closed terminal, or the end of our starter. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve());
    process.on("disconnect", () => resolve());
  });
}
