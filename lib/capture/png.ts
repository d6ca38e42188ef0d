import { createWriteStream } from "node:fs";
import { pipeline as pipe, type Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { crc32, createDeflate, inflate } from "node:zlib";

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const unpack = promisify(inflate);

/**
 * Writes pictures of one width, which lie below one another, as one PNG of this height (W3C PNG, third edition). Only one of
 * them is in memory at a time, unpacked; a whole page takes fifty megabytes.
 */
export async function joinStrips(strips: AsyncIterable<Buffer>, height: number, path: string): Promise<void> {
  await pipeline(joined(strips, height), createWriteStream(path, { mode: 0o600 }));
}

async function* joined(strips: AsyncIterable<Buffer>, height: number): AsyncGenerator<Buffer> {
  let head: Buffer | undefined;
  const rows = async function* (): AsyncGenerator<Buffer> {
    for await (const strip of strips) {
      const { header, packed } = read(strip);
      head ??= Buffer.from(header);
      // The width and what stands behind the height: depth, colours, methods.
      if (!header.subarray(0, 4).equals(head.subarray(0, 4)) || !header.subarray(8).equals(head.subarray(8)))
        throw new Error("The strips of a picture are not alike.");
      const bytes = await unpack(packed);
      startAnew(bytes, header);
      yield bytes;
    }
  };
  const deflated = pipe(rows(), createDeflate(), () => {}) as Duplex as AsyncIterable<Buffer>;
  let isBegun = false;
  for await (const chunk of deflated) {
    if (!isBegun && head) {
      head.writeUInt32BE(height, 4);
      yield signature;
      yield chunkOf("IHDR", head);
      isBegun = true;
    }
    yield chunkOf("IDAT", chunk);
  }
  yield chunkOf("IEND", Buffer.alloc(0));
}

/** The header of a picture, and its rows as they are packed. */
function read(png: Buffer): { header: Buffer; packed: Buffer } {
  let header: Buffer = Buffer.alloc(0);
  const packed: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (type === "IHDR") header = data;
    if (type === "IDAT") packed.push(data);
  }
  return { header, packed: Buffer.concat(packed) };
}

/**
 * The first row of a picture may be written as its difference from a row of zeros above it, which is none in the middle of
 * another: it is written without that row. (Filters: section 9 of the standard.)
 */
function startAnew(rows: Buffer, header: Buffer): void {
  const bytesPerPixel = { 2: 3, 6: 4 }[header[9] ?? 0];
  if (!bytesPerPixel || header[8] !== 8 || header[12] !== 0)
    throw new Error("A strip of a picture is of an unknown kind.");
  const [none, sub, up, average, paeth] = [0, 1, 2, 3, 4];
  const filter = rows[0];
  if (filter === up) rows[0] = none; // the row above is zero
  if (filter === paeth) rows[0] = sub; // the predictor is always the pixel on the left
  if (filter !== average) return;
  rows[0] = none;
  const end = header.readUInt32BE(0) * bytesPerPixel;
  for (let at = bytesPerPixel + 1; at <= end; at++)
    rows[at] = (rows[at] ?? 0) + ((rows[at - bytesPerPixel] ?? 0) >> 1);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}
