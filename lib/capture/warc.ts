import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Hop } from "./hop.ts";

/** A block of a record: bytes, or a stretch of a file (`end` is not part of it). */
type Block = Buffer | { file: string; start: number; end: number };

/**
 * Writes what went over the wire as WARC/1.1 (ISO 28500:2017), one gzip member for each record: a `warcinfo`, then for each hop
 * response, request and metadata. Answers stand as they were received, transfer coding included; the payload digest is of
 * the body without it, as RFC 9110 means "content".
 */
export async function writeWarc(file: string, hops: Hop[], userAgent: string): Promise<void> {
  const info = id();
  const software = fields({
    software: "Assay/0.1",
    format: "WARC File Format 1.1",
    "http-header-user-agent": userAgent,
  });
  await append(
    file,
    "w",
    { type: "warcinfo", id: info, at: hops[0]?.at ?? new Date(), contentType: asFields },
    software,
  );
  let via: string | null = null;
  for (const [index, hop] of hops.entries()) {
    await appendHop(file, hop, info, index, via);
    via = hop.url;
  }
}

async function appendHop(
  file: string,
  hop: Hop,
  info: string,
  index: number,
  via: string | null,
): Promise<void> {
  const response = id();
  const common = { at: hop.at, "WARC-Target-URI": hop.url, "WARC-Warcinfo-ID": info };
  const answer: Head = {
    ...common,
    type: "response",
    id: response,
    contentType: "application/http;msgtype=response",
  };
  answer["WARC-IP-Address"] = hop.ip;
  if (hop.payloadSha256 !== null) answer["WARC-Payload-Digest"] = `sha256:${hop.payloadSha256}`;
  if (hop.truncated !== null) answer["WARC-Truncated"] = hop.truncated;
  await append(file, "a", answer, hop);
  const also = { ...common, "WARC-Concurrent-To": response };
  const asked = { ...also, type: "request", id: id(), contentType: "application/http;msgtype=request" };
  await append(file, "a", asked, hop.request);
  const notes = fields({ hopsFromSeed: "R".repeat(index), ...(via === null ? {} : { via }) });
  await append(file, "a", { ...also, type: "metadata", id: id(), contentType: asFields }, notes);
}

type Head = { type: string; id: string; at: Date; contentType: string } & Record<`WARC-${string}`, string>;

async function append(file: string, flags: "w" | "a", head: Head, block: Block): Promise<void> {
  const { type, id: name, at, contentType, ...more } = head;
  const length = Buffer.isBuffer(block) ? block.length : block.end - block.start;
  const lines = {
    "WARC-Type": type,
    "WARC-Record-ID": name,
    "WARC-Date": at.toISOString(),
    ...more,
    "WARC-Block-Digest": `sha256:${await digest(block)}`,
    "Content-Type": contentType,
    "Content-Length": String(length),
  };
  const record = async function* () {
    yield Buffer.from("WARC/1.1\r\n");
    yield Buffer.concat([fields(lines), Buffer.from("\r\n")]);
    yield* read(block);
    yield Buffer.from("\r\n\r\n");
  };
  await pipeline(Readable.from(record()), createGzip(), createWriteStream(file, { flags, mode: 0o600 }));
}

async function digest(block: Block): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of read(block)) hash.update(chunk);
  return hash.digest("hex");
}

async function* read(block: Block): AsyncGenerator<Buffer> {
  if (Buffer.isBuffer(block)) yield block;
  else if (block.end > block.start)
    yield* createReadStream(block.file, { start: block.start, end: block.end - 1 }) as AsyncIterable<Buffer>;
}

const asFields = "application/warc-fields";
const id = () => `<urn:uuid:${randomUUID()}>`;

/** Named fields as WARC writes them; line ends in a value would begin a field of their own. */
function fields(values: Record<string, string>): Buffer {
  const lines = Object.entries(values).map(
    ([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, " ")}\r\n`,
  );
  return Buffer.from(lines.join(""));
}
