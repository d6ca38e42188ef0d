import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Refusal } from "./kinds.ts";

export const mostEntries = 10_000;
export const mostUnpacked = 200 * 1024 * 1024;
/** Text packs 10 to 50 times; what packs better than this is made of nothing. Small files may. */
const mostRatio = 200;
const ratioCountsFrom = 10 * 1024 * 1024;

const damaged = () => new Refusal("The archive is damaged or cut off.");

/**
 * Lists a ZIP archive (DOCX, WACZ) without unpacking it and refuses what no honest program makes: too many entries, more than
 * 200 MB, entries that are encrypted, packed absurdly well, named twice, outside the archive, or lying over one another. Archives in
 * it are never opened. Calls `look` with the entries by name and a way to read one; sizes are checked again while that reads.
 */
export async function withArchive<T>(
  path: string,
  look: (entries: ReadonlyMap<string, Entry>, read: (entry: Entry) => Promise<Readable>) => Promise<T>,
): Promise<T> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch(() => {
    throw damaged();
  });
  try {
    if (zip.entryCount > mostEntries)
      throw new Refusal(
        `The archive has ${zip.entryCount.toLocaleString("en-GB")} entries; 10,000 are the limit.`,
      );
    const entries = await list(zip);
    return await look(entries, (entry) => zip.openReadStreamPromise(entry));
  } finally {
    zip.close();
  }
}

async function list(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Refusal(`The archive has "${shown(entry.fileName)}" twice.`);
      entries.set(entry.fileName, entry);
      unpacked += checkEntry(entry);
      if (unpacked > mostUnpacked) throw new Refusal("The archive holds more than 200 MB.");
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = error instanceof Error ? error.message : "";
    if (/invalid relative path|absolute path|invalid characters/.test(why))
      throw new Refusal("The archive has an entry that points outside of it.");
    throw damaged();
  }
  checkOverlaps([...entries.values()]);
  return entries;
}

function checkEntry(entry: Entry): number {
  const { uncompressedSize: unpacked, compressedSize: packed } = entry;
  if (entry.isEncrypted()) throw new Refusal("The archive is encrypted. Upload it without a password.");
  // The upper half of the attributes is the Unix mode; 0o120000 marks a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000)
    throw new Refusal("The archive has an entry that points outside of it.");
  if (unpacked > ratioCountsFrom && unpacked / Math.max(packed, 1) > mostRatio)
    throw new Refusal(
      `"${shown(entry.fileName)}" in the archive unpacks to ${mostRatio} times its size and more.`,
    );
  return unpacked;
}

/** Entries that share their packed bytes let a small file hold anything (Fifield, "A better zip bomb", 2019). */
function checkOverlaps(entries: Entry[]): void {
  const sorted = entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength } of sorted) {
    if (start < end) throw new Refusal("Entries of the archive lie over one another.");
    end = start + 30 + fileNameLength + compressedSize;
  }
}

/** The bytes of an entry of at most `mostBytes`, piece by piece. */
export async function* readParts(
  read: (entry: Entry) => Promise<Readable>,
  entry: Entry,
  mostBytes: number,
): AsyncGenerator<Buffer> {
  if (entry.uncompressedSize > mostBytes)
    throw new Refusal(`"${shown(entry.fileName)}" in the archive is far too long.`);
  try {
    for await (const part of await read(entry)) yield part as Buffer;
  } catch {
    throw damaged();
  }
}

/** Unpacks gzip into nothing, to see that it is whole and bounded; answers its first bytes. */
export async function checkGzip(path: string, firstBytes: number): Promise<Buffer> {
  let unpacked = 0;
  let first = Buffer.alloc(0);
  const gunzip = createGunzip();
  try {
    await pipeline(createReadStream(path), gunzip, async (parts: AsyncIterable<Buffer>) => {
      for await (const part of parts) {
        if (first.length < firstBytes)
          first = Buffer.concat([first, part.subarray(0, firstBytes - first.length)]);
        unpacked += part.length;
        if (unpacked > mostUnpacked) throw new Refusal("It unpacks to more than 200 MB.");
      }
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged();
  }
  return first;
}

const shown = (name: string) => name.slice(0, 100);
