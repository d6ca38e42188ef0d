import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { KeptFile } from "./store.ts";
import { StoreProblem } from "./store.ts";

const leftBehindMs = 24 * 60 * 60 * 1000;

/** Bytes that have arrived whole, under a name that means nothing yet. */
export interface Arrived extends KeptFile {
  path: string;
}

/**
 * Writes a stream, or the file at a path, into a new file of the folder, hashes it on the way, and answers once all of it is
 * on the disk (fsync). Whatever goes wrong, the new file is removed and the error passed on as it is.
 */
export async function receive(source: Readable | string, folder: string, maxBytes: number): Promise<Arrived> {
  const stream = typeof source === "string" ? createReadStream(source) : source;
  stream.on("error", () => {}); // it may come before the first read; reading it then throws it
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, randomUUID());
    const file = await open(path, "wx", 0o600);
    try {
      const kept = await copy(stream, file, maxBytes);
      await file.sync();
      return { path, ...kept };
    } catch (error) {
      await rm(path, { force: true });
      // Without its code, it cannot be taken for an error of the store.
      if (stream.errored)
        throw new Error(`What was to be kept broke off: ${stream.errored.message}`, { cause: error });
      throw error;
    } finally {
      await file.close();
    }
  } finally {
    stream.destroy();
  }
}

async function copy(
  stream: Readable,
  file: Awaited<ReturnType<typeof open>>,
  maxBytes: number,
): Promise<KeptFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const part = Buffer.from(chunk as Uint8Array | string);
    bytes += part.length;
    if (bytes > maxBytes)
      throw new StoreProblem("too large", `The file has more than ${sizeInWords(maxBytes)}.`);
    hash.update(part);
    await file.writeFile(part); // goes on where the last one ended
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Removes what is in the folder and a day old: whoever wrote them was killed. Answers how many. */
export async function sweepArrivals(folder: string): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  let swept = 0;
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null); // gone meanwhile: its put has just ended
    if (!found || Date.now() - found.mtimeMs < leftBehindMs) continue;
    await rm(path, { recursive: true, force: true });
    swept++;
  }
  return swept;
}

const sizeInWords = (bytes: number) =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`;
