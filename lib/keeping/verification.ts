import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { FileStore, KeptFile } from "./store.ts";
import { StoreProblem } from "./store.ts";

/** What was found of one file; `what` goes on from "the file is", and is null where it is whole. */
export type FileCheck = KeptFile &
  ({ problem: null; what: null } | { problem: "missing" | "altered" | "unreadable"; what: string });

/** So many unreadable files one after another mean that the store is away, and nothing about the files. */
const patience = 3;

/**
 * Reads every listed file and hashes it anew, one at a time, holding no more than one piece of it, and yields what it found of each.
 * Reads no more than `bytesPerSecond` on average, so that the desk goes on undisturbed. Throws the StoreProblem when the store
 * itself is away.
 */
export async function* verifyFiles(
  store: FileStore,
  files: AsyncIterable<KeptFile> | Iterable<KeptFile>,
  bytesPerSecond = Infinity,
): AsyncGenerator<FileCheck, void> {
  let unreadable = 0;
  for await (const file of files) {
    const start = performance.now();
    const { cause, ...check } = await verifyOne(store, file);
    unreadable = check.problem === "unreadable" ? unreadable + 1 : 0;
    if (cause && unreadable === patience) throw cause;
    yield check;
    const left = (file.bytes / bytesPerSecond) * 1000 - (performance.now() - start);
    if (left > 0) await pause(left);
  }
}

async function verifyOne(store: FileStore, file: KeptFile): Promise<FileCheck & { cause?: StoreProblem }> {
  let read = 0;
  try {
    const counting = new Writable({
      write(chunk: Buffer, _encoding, done) {
        read += chunk.length;
        done();
      },
    });
    await pipeline(await store.read(file.sha256), counting);
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.isPassing) {
      const why = error instanceof Error ? error.message : String(error);
      const cause = error instanceof StoreProblem ? { cause: error } : {};
      return { ...file, problem: "unreadable", what: `unreadable: ${why}`, ...cause };
    }
    if (error.kind === "missing") return { ...file, problem: "missing", what: "missing from the store" };
    if (error.kind !== "altered") throw error;
    const length = read === file.bytes ? "" : `, and ${read} bytes long instead of ${file.bytes}`;
    return { ...file, problem: "altered", what: `altered since it was kept${length}` };
  }
  if (read === file.bytes) return { ...file, problem: null, what: null };
  return { ...file, problem: "altered", what: `${read} bytes long, while its row says ${file.bytes}` };
}
