import { setPriority } from "node:os";
import { PgBoss, type JobWithMetadata } from "pg-boss";
import { CaptureBrowser } from "#lib/capture/browser";
import { schema, type QueueName } from "#lib/jobs";
import { scheduleLinks, takeLook, type LookJob } from "#lib/publication/links";
import { publishDue } from "#lib/publication/scheduling";
import { discreetly } from "#lib/snapshots/discretion";
import { sweepLeftovers } from "#lib/snapshots/gateway";
import { scanFile, scanTheRest } from "#lib/snapshots/scanning";
import { stampFile } from "#lib/snapshots/stamping";
import { sweepUnneeded } from "#lib/snapshots/sweeping";
import { verifyGently } from "#lib/snapshots/verification";
import { takeSnapshot, type CaptureJob } from "#lib/snapshots/work";

// Does what waits in the queue, until it is told to stop. A process of its own: what pages from outside do to it, the desk
// does not feel.

/** Captures at once: each waits for its server most of the time, and the worst of them take some five megabytes. */
const captures = 8;
/**
 * Draws the pages; there only while there is something to draw. Where a system forbids the namespaces of Chromium's sandbox, its
 * administrator may do without pictures, or, for pages that they trust, without the sandbox.
 */
const browser =
  process.env.CAPTURE_BROWSER === "off"
    ? undefined
    : new CaptureBrowser({ sandbox: process.env.CAPTURE_SANDBOX !== "off" });

const boss = new PgBoss({
  connectionString: process.env.DATABASE_URL,
  schema,
  migrate: false,
  createSchema: false,
  reindex: false,
  monitorVacuum: false,
  max: 4,
  useListenNotify: true,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  application_name: "assay worker",
});
boss.on("error", (error) => console.error(error));

// The desk goes first: what we do, and the browser that we start, gets the processor when nobody waits for a page.
setPriority(10);

const stopping = new AbortController();
await boss.start();
const options = {
  includeMetadata: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 5,
} as const;

/**
 * Does the jobs of a queue, so many at once, and after each the next that waits: by itself pg-boss looks again after its
 * interval, or when a new one comes.
 */
async function work<Job>(
  queue: QueueName,
  atOnce: number,
  does: (job: JobWithMetadata<Job>) => Promise<unknown>,
): Promise<void> {
  for (let n = 0; n < atOnce; n++) {
    let worker = "";
    worker = await boss.work<Job, void, typeof options>(queue, options, async ([job]) => {
      try {
        if (job) await does(job);
      } finally {
        boss.notifyWorker(worker);
      }
    });
  }
}

await work<CaptureJob>("capture", captures, (job) =>
  takeSnapshot(job.data, job.retryCount + 1, stopping.signal, browser),
);
await work<{ sha256: string }>("stamp", 1, (job) => stampFile(job.data.sha256));
await work<{ sha256: string }>("scan", 1, (job) => scanFile(job.data.sha256, stopping.signal));
await work<{ editionId: string }>("publish-due", 1, (job) => publishDue(job.data.editionId));
await work("verify-files", 1, async () => {
  await sweepLeftovers();
  await sweepUnneeded();
  await scanTheRest(boss);
  await verifyGently(stopping.signal);
});
await boss.schedule("verify-files", "40 2 * * *"); // of several workers one sends the job
// A look that a member asks for does not wait for the end of the nightly one.
await work<LookJob>("look-at-links", 2, (job) =>
  takeLook(job.data, stopping.signal).catch((error: unknown) => {
    throw new Error(discreetly(error)); // the queue keeps what it hears
  }),
);
await scheduleLinks(boss);
process.send?.({ ready: true });

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort(new Error("The worker is stopping."));
  setTimeout(() => process.exit(0), 5000).unref();
  await Promise.all([boss.stop({ graceful: true, timeout: 4000 }), browser?.close()]);
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
process.on("disconnect", () => void stop()); // whoever started us is gone
process.on("unhandledRejection", (reason) => console.error("Unhandled rejection:", discreetly(reason)));
process.on("uncaughtException", (error) => {
  console.error("The worker ends:", discreetly(error));
  process.exit(1); // whoever keeps it running starts another, which begins its jobs again
});
