import { PgBoss } from "pg-boss";
import { queues, schema } from "#lib/jobs";

/**
 * Makes or brings up to date the tables of the job queue, as the owner, and the queues in them. The application gets the
 * right to use them by prisma/grants.ts, and never makes any itself.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema,
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => console.error(error));
  await boss.start();
  try {
    for (const { name, ...options } of queues) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
