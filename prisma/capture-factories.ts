import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { system } from "../lib/auth/queries.ts";
import { nothing } from "../lib/snapshots/arrival.ts";
import { finishSnapshot } from "../lib/snapshots/finishing.ts";
import { keepFile } from "../lib/snapshots/gateway.ts";
import type { Finished } from "../lib/snapshots/schema.ts";

let folder: string;

/** Gives a test file a store of its own for the bytes of copies. */
export function keepCopiesHere(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "assay-copies-"));
    process.env.ASSAY_DATA = folder;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
}

/** Ends a copy that was asked for as a worker would that found this text on the page. */
export async function captured(snapshotId: string, text: string): Promise<void> {
  const path = join(folder, snapshotId);
  await writeFile(path, text);
  const part = {
    outcome: "captured",
    reason: null,
    sha256: await keepFile(path, "text/plain"),
  } as const;
  await end(snapshotId, {
    outcome: "captured",
    parts: [
      { kind: "original", ...part },
      { kind: "text", ...part },
    ],
  });
}

/** Ends a copy that was asked for as a worker would that found nothing, for this reason. */
export const failed = (snapshotId: string, reason: string): Promise<void> =>
  end(snapshotId, { outcome: "failed", reason });

async function end(snapshotId: string, came: Partial<Finished> & Pick<Finished, "outcome">) {
  const finished = { ...nothing(came.outcome, came.reason ?? ""), ...came };
  await finishSnapshot(system, snapshotId, finished, { stamp: false });
}
