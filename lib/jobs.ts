import pg from "pg";
import type { Tx } from "./audit/audited.ts";
import { env } from "./env.ts";

/** The schema of the queue's tables, apart from our own. */
export const schema = "jobs";

/** A job that fails is tried again for days: a full disk or a store that is down are waited out. */
const patient = { retryLimit: 1000, retryDelay: 1, retryBackoff: true, retryDelayMax: 600 };

/**
 * What is done in the background, by whichever worker takes it. A worker says every five seconds that it is still at
 * it; one that was killed is found out after ten or so, and another begins the job again.
 */
export const queues = [
  { name: "capture", expireInSeconds: 600, heartbeatSeconds: 10, notify: true, ...patient },
  { name: "stamp", expireInSeconds: 120, notify: true, ...patient },
  { name: "scan", expireInSeconds: 300, notify: true, ...patient, retryLimit: 20 },
  { name: "publish-due", expireInSeconds: 120, notify: true, ...patient },
  { name: "verify-files", expireInSeconds: 6 * 3600, notify: true, retryLimit: 0 },
  { name: "look-at-links", expireInSeconds: 6 * 3600, notify: true, retryLimit: 0 },
] as const;
export type QueueName = (typeof queues)[number]["name"];

/**
 * Puts a job into the queue in the transaction of the command: it is there when the rest is, and not otherwise. No worker
 * begins it before `notBefore`, if that is given.
 */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  data: Record<string, string>,
  notBefore?: Date,
): Promise<void> {
  // Loaded when it is needed: most processes that can ask for a job never do, and it takes 16 MB.
  const { fromPrisma, PgBoss } = await import("pg-boss");
  const db = fromPrisma(tx);
  const boss = new PgBoss({
    db,
    schema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  if ((await boss.send(queue, data, notBefore && { startAfter: notBefore })) === null)
    throw new Error(`The job was not taken into the queue ${queue}.`);
}

const kept = globalThis as typeof globalThis & { assayJobsPool?: pg.Pool };

/**
 * Writes what belongs to the queue and not to the record: how far a capture has come, which files are on their way into
 * the store, when an address was looked at without anything new. Everything else is written by `audited`.
 */
export async function bookkeep(sql: string, values: unknown[]): Promise<pg.QueryResult> {
  kept.assayJobsPool ??= new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 4000,
    statement_timeout: 5000,
    allowExitOnIdle: true,
  }).on("error", (error) => console.error(error));
  return kept.assayJobsPool.query(sql, values);
}

/** Ends the connections of `bookkeep`, for commands that stop the database after themselves. */
export async function stopBookkeeping(): Promise<void> {
  const pool = kept.assayJobsPool;
  delete kept.assayJobsPool;
  await pool?.end();
}
