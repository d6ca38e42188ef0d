import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { FileStore, KeptFile } from "./store.ts";
import { StoreProblem } from "./store.ts";

/** One file that is not as it was kept; `what` goes on from "the file is". */
export interface FileProblem {
  sha256: string;
  problem: "missing" | "altered" | "unreadable";
  what: string;
}

/** So many unreadable files one after another mean that the store is away, and nothing about the files. */
const patience = 3;

/**
 * Reads every listed file and hashes it anew, one at a time, holding no more than one piece of it; yields each that is missing, altered
 * or unreadable, and returns what was looked at. Reads no more than `bytesPerSecond` on average, so that the desk goes on undisturbed.
 * Throws the StoreProblem when the store itself is away.
 */
export async function* verifyFiles(
  store: FileStore,
  files: AsyncIterable<KeptFile> | Iterable<KeptFile>,
  bytesPerSecond = Infinity,
): AsyncGenerator<FileProblem, { files: number; bytes: number }> {
  const seen = { files: 0, bytes: 0 };
  let unreadable = 0;
  for await (const file of files) {
    const start = performance.now();
    const outcome = await verifyOne(store, file);
    seen.files++;
    seen.bytes += file.bytes;
    unreadable = outcome?.problem === "unreadable" ? unreadable + 1 : 0;
    if (outcome?.cause && unreadable === patience) throw outcome.cause;
    if (outcome) yield { sha256: outcome.sha256, problem: outcome.problem, what: outcome.what };
    const left = (file.bytes / bytesPerSecond) * 1000 - (performance.now() - start);
    if (left > 0) await pause(left);
  }
  return seen;
}

async function verifyOne(
  store: FileStore,
  { sha256, bytes }: KeptFile,
): Promise<(FileProblem & { cause?: StoreProblem }) | null> {
  let read = 0;
  try {
    const counting = new Writable({
      write(chunk: Buffer, _encoding, done) {
        read += chunk.length;
        done();
      },
    });
    await pipeline(await store.read(sha256), counting);
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.isPassing) {
      const why = error instanceof Error ? error.message : String(error);
      const cause = error instanceof StoreProblem ? { cause: error } : {};
      return { sha256, problem: "unreadable", what: `unreadable: ${why}`, ...cause };
    }
    if (error.kind === "missing") return { sha256, problem: "missing", what: "missing from the store" };
    if (error.kind !== "altered") throw error;
    const length = read === bytes ? "" : `, and ${read} bytes long instead of ${bytes}`;
    return { sha256, problem: "altered", what: `altered since it was kept${length}` };
  }
  if (read === bytes) return null;
  return { sha256, problem: "altered", what: `${read} bytes long, while its row says ${bytes}` };
}
