import { rm } from "node:fs/promises";
import { system } from "../auth/queries.ts";
import { isAllowed, readAllowed, targetOf } from "../capture/address.ts";
import type { CaptureBrowser } from "../capture/browser.ts";
import { captureUrl } from "../capture/capture.ts";
import { db } from "../db.ts";
import { env } from "../env.ts";
import { bookkeep } from "../jobs.ts";
import { fromFileSystem, StoreProblem } from "../keeping/store.ts";
import { keepCapture, nothing } from "./arrival.ts";
import { discreetly } from "./discretion.ts";
import { finishSnapshot } from "./finishing.ts";
import { workFolder } from "./gateway.ts";
import { lookFurther, lookIntoUpload } from "./looking.ts";
import type { Finished } from "./schema.ts";

/** A job that fails for a reason of ours, and not of the page or the store, is given up after this many tries. */
const mostAttempts = 5;

/** `upload` is the hash of a file that is on its way, where the copy is no page to be asked for. */
export interface CaptureJob {
  snapshotId: string;
  upload?: string;
}

type Say = (step: string) => Promise<unknown>;

/**
 * Does one job of the queue `capture`: takes the copy that was asked for, brings its files into the store, and writes
 * what came of it. Whatever the page does is an outcome with its reason. Throws where trying again later may help: the
 * store is full or away, or the database is; what it throws names no address. Done twice, it has its effect once. Without a browser there are no pictures.
 */
export async function takeSnapshot(
  { snapshotId, upload }: CaptureJob,
  attempt: number,
  signal: AbortSignal,
  browser?: CaptureBrowser,
): Promise<void> {
  const asked = await db.snapshot.findUnique({
    where: { id: snapshotId },
    select: { state: true, url: true },
  });
  if (!asked || asked.state === "done") return;
  const say: Say = (step) => sayProgress(snapshotId, step, attempt);
  let folder: string | undefined;
  try {
    folder = await workFolder("capture-");
    await say(upload ? "Looking into the file" : "Asking the server");
    const finished = await (upload
      ? lookIntoUpload(upload, folder, signal)
      : take(folder, asked.url ?? "", say, signal, browser));
    signal.throwIfAborted(); // what was broken off by our own end is no outcome
    await finish(snapshotId, finished);
  } catch (error) {
    const problem = fromFileSystem(error, "the data folder");
    if (problem instanceof StoreProblem && problem.isPassing)
      await say(
        `${problem.message} It is tried again by itself${problem.kind === "full" ? " once there is some" : ""}.`,
      );
    else if (attempt >= mostAttempts && !signal.aborted) return await giveUp(snapshotId, error);
    throw problem instanceof StoreProblem ? problem : new Error(discreetly(problem));
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function take(
  folder: string,
  url: string,
  say: Say,
  signal: AbortSignal,
  browser?: CaptureBrowser,
): Promise<Finished> {
  const allow = readAllowed(process.env.CAPTURE_ALLOW ?? "");
  if (process.env.CAPTURE_ONLY_ALLOWED === "1" && !isAllowed(targetOf(new URL(url)), allow))
    return nothing("failed", "This desk captures only addresses that its settings allow.");
  const words = { exchange: "Asking the server", original: "Taking the page in", text: "Reading the text" };
  const capture = await captureUrl(url, {
    folder,
    allow,
    userAgent: `Assay/0.1 (+${env().ASSAY_URL})`,
    signal,
    ...(browser ? { browser } : {}),
    onProgress: ({ part, outcome }) => {
      const step = part in words ? words[part as keyof typeof words] : "Taking pictures of the page";
      if (outcome === "working") say(step).catch((error: unknown) => console.error(discreetly(error)));
    },
  });
  signal.throwIfAborted();
  await say("Keeping the files");
  const kept = await keepCapture(capture);
  const { original, text } = capture.parts;
  if (text.problem !== "not a page" || !original.file) return kept;
  await say("Looking into the file");
  return lookFurther(kept, original.file, folder, signal);
}

const finish = (snapshotId: string, finished: Finished) =>
  finishSnapshot(system, snapshotId, finished, {
    stamp: Boolean(process.env.TIMESTAMP_AUTHORITY_URL),
    scan: Boolean(process.env.SCAN_COMMAND),
  });

async function giveUp(snapshotId: string, error: unknown): Promise<void> {
  console.error(`The copy ${snapshotId} could not be taken: ${discreetly(error)}`);
  await finish(
    snapshotId,
    nothing("failed", "Something went wrong here while the copy was taken. Capture it again."),
  );
}

const sayProgress = (snapshotId: string, step: string, attempt: number) =>
  bookkeep(
    `INSERT INTO capture_progress (snapshot_id, step, attempt, updated_at)
     SELECT id, $2, $3, now() FROM snapshots WHERE id = $1 AND state = 'waiting'
     ON CONFLICT (snapshot_id) DO UPDATE SET step = $2, attempt = $3, updated_at = now()`,
    [snapshotId, step, attempt],
  );
