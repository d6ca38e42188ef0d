import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { bookkeep } from "../jobs.ts";
import { sweepArrivals } from "../keeping/arrival.ts";
import { openStore } from "../keeping/gateway.ts";
import { StoreProblem, type FileStore, type KeptFile } from "../keeping/store.ts";
import { verifyFiles } from "../keeping/verification.ts";

/** The largest file that is kept, in bytes. */
export const maxFileBytes = 200 * 1024 * 1024;
/** The longest text of a copy, in bytes of UTF-8: what a page can show and a reader can be given. */
export const maxTextBytes = 2_000_000;

let opened: FileStore | undefined;
const store = (): FileStore => (opened ??= openStore(process.env));

/**
 * Brings a file into the store, and answers its hash. Its row comes first, as on its way (`kept_at` null): whatever
 * happens then, no file is in the store that no row knows of. `addParts` makes it a promise, together with what needs it.
 * Throws a StoreProblem.
 */
export async function keepFile(path: string, mediaType: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const sha256 = hash.digest("hex");
  await bookkeep(
    `INSERT INTO kept_files (sha256, bytes, media_type) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET media_type = $3, created_at = now() WHERE kept_files.kept_at IS NULL`,
    [sha256, (await stat(path)).size, mediaType.slice(0, 200)],
  );
  const put = await store().put(path, { maxBytes: maxFileBytes });
  if (put.sha256 !== sha256)
    throw new StoreProblem("altered", "The file changed while it was brought into the store.");
  return sha256;
}

const arriving = (): string => join(process.env.ASSAY_DATA ?? "", "arriving");

/** An empty folder beside the store, where a file is brought in by a move and an interrupted one can be found. */
export async function workFolder(prefix: "capture-" | "scan-"): Promise<string> {
  await mkdir(arriving(), { recursive: true, mode: 0o700 });
  return mkdtemp(join(arriving(), prefix));
}

/** The bytes of a kept file, or a stretch of them; a whole file that was altered ends with a StoreProblem. */
export const openFile = (sha256: string, range?: { start: number; end: number }): Promise<Readable> =>
  store().read(sha256, range);

/** Where files are kept, in words; a StoreProblem where that is set wrongly. */
export const placeOfFiles = (): string => store().place;

/** Hashes kept files anew, as `verifyFiles` does, in the store that is configured. */
export const verifyKept = (files: AsyncIterable<KeptFile>, bytesPerSecond: number) =>
  verifyFiles(store(), files, bytesPerSecond);

/** Whether files can be removed from the store that is configured. */
export const filesCanGo = (): boolean => store().remove !== undefined;

/** Removes a file from the store; the caller has seen to it that nothing needs it, and holds the lock on its row. */
export const removeFile = async (sha256: string): Promise<void> => store().remove?.(sha256);

/** Removes what killed captures, uploads and puts left on this machine a day ago or longer; answers how many files and folders. */
export async function sweepLeftovers(): Promise<number> {
  const swept = await store().sweep();
  return swept + (await sweepArrivals(arriving()));
}

/** The text of a copy, as it was kept. Throws a StoreProblem when it is not what it was. */
export async function readText(sha256: string): Promise<string> {
  return (await buffer(await openFile(sha256))).toString("utf8");
}
