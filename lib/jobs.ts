import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "./audit/audited.ts";

/** The schema of the queue's tables, apart from our own. */
export const schema = "jobs";

/**
 * What is done in the background, by whichever worker takes it. A worker says every five seconds that it is still at
 * it; one that was killed is found out after ten or so, and another begins the job again.
 */
export const queues = [
  {
    name: "capture",
    expireInSeconds: 180,
    heartbeatSeconds: 10,
    retryLimit: 20,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
  },
  {
    name: "stamp",
    expireInSeconds: 120,
    retryLimit: 50,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 3600,
  },
  { name: "verify-files", expireInSeconds: 3600, retryLimit: 0 },
  { name: "look-at-links", expireInSeconds: 3600, retryLimit: 0 },
] as const;
export type QueueName = (typeof queues)[number]["name"];

/** Puts a job into the queue in the transaction of the command: it is there when the rest is, and not otherwise. */
export async function enqueue(tx: Tx, queue: QueueName, data: Record<string, string>): Promise<void> {
  const db = fromPrisma(tx);
  const boss = new PgBoss({
    db,
    schema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  if ((await boss.send(queue, data)) === null)
    throw new Error(`The job was not taken into the queue ${queue}.`);
}
