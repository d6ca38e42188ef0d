import { mkdirSync } from "node:fs";
import { holdLock } from "./lock.mjs";
import type { Postgres } from "./postgres.ts";
import { runningPort, startPostgres } from "./postgres.ts";
import { StartProblem, say } from "./problem.ts";
import type { DatabaseUrls } from "./roles.ts";
import { databaseUrls, dropDatabase, prepareDatabase } from "./roles.ts";
import { loadSecrets } from "./secrets.ts";

export type Database = {
  urls: DatabaseUrls;
  /** It is the server of the data folder, not one that DATABASE_URL names. */
  embedded: boolean;
  /** This start made it. */
  isNew: boolean;
  stop: () => Promise<void>;
};

/** Takes the data folder for this start alone; refuses when another Assay runs on it. The kernel gives it back at our end. */
export async function holdDataFolder(data: string): Promise<void> {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new StartProblem(
      `The data folder ${data} cannot be used (${what}). Choose another one with --data.`,
    );
  }
  const onWait = () => say("Another Assay uses this data folder; waiting for it to stop.");
  if (await holdLock(`data ${data}`, { waitMs: 10_000, onWait })) return;
  throw new StartProblem(
    `Another Assay is running on ${data}. Stop it first, or start this one with another folder: --data DIR.`,
  );
}

/** The database that DATABASE_URL names, or the embedded one of the data folder, started; call it holding the folder. */
export async function openDatabase(data: string): Promise<Database> {
  const external = externalUrls();
  if (external) return { urls: external, embedded: false, isNew: false, stop: async () => {} };
  const secrets = loadSecrets(data);
  const postgres = await startPostgres(data, secrets, { durable: true });
  try {
    const { isNew } = await prepareDatabase(postgres.port, secrets);
    const stop = keepRunning(data, postgres);
    return { urls: databaseUrls(postgres.port, secrets), embedded: true, isNew, stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Starts the server again where it dies alone, at the same address, so that open pools find it; answers how to end both. */
function keepRunning(data: string, first: Postgres): () => Promise<void> {
  let current = first;
  let restart: Promise<void> | null = null;
  const again = async () => {
    say("The database server ended unasked; starting it again.");
    await current.stop(); // its keeper still waits, and would later stop the new server
    current = await startPostgres(data, loadSecrets(data), { durable: true, port: first.port });
  };
  const timer = setInterval(() => {
    if (restart || current.isRunning()) return;
    restart = again()
      .catch((error: unknown) => say(String(error instanceof Error ? error.message : error)))
      .finally(() => (restart = null));
  }, 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await restart;
    await current.stop();
  };
}

/** Empties the embedded database; the addresses stay. */
export async function remakeDatabase(data: string, database: Database): Promise<void> {
  const port = Number(new URL(database.urls.app).port);
  const secrets = loadSecrets(data);
  await dropDatabase(port, secrets);
  await prepareDatabase(port, secrets);
}

/**
 * Runs a one-off command on the database, whether Assay is running or not: attaches to the embedded server of the data
 * folder where one runs, and otherwise starts it for the time of `work`.
 */
export async function withDatabase<T>(data: string, work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const external = externalUrls();
  const port = external ? null : runningPort(data);
  if (external) return work(external);
  if (port) return work(databaseUrls(port, loadSecrets(data)));
  await holdDataFolder(data);
  const database = await openDatabase(data);
  try {
    return await work(database.urls);
  } finally {
    await database.stop();
  }
}

/** Sets the three addresses for code that reads them from the environment; call it before importing `#lib/db`. */
export function exportUrls(urls: DatabaseUrls): void {
  process.env.MIGRATION_DATABASE_URL = urls.owner;
  process.env.DATABASE_URL = urls.app;
  process.env.PUBLIC_DATABASE_URL = urls.public;
}

function externalUrls(): DatabaseUrls | null {
  const app = process.env.DATABASE_URL;
  if (!app) return null;
  return {
    owner: process.env.MIGRATION_DATABASE_URL || app,
    app,
    public: process.env.PUBLIC_DATABASE_URL || app,
  };
}
