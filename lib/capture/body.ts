import { createHash } from "node:crypto";
import type { EventEmitter } from "node:events";
import { createWriteStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Duplex, PassThrough, pipeline as pipe, Transform } from "node:stream";
import type { TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import type { Limits } from "./limits.ts";
import { CaptureProblem } from "./reasons.ts";

export interface Kept {
  file: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/**
 * Writes the body of an answer to `file`, without its transfer and content codings (RFC 9110, 8.4), and answers both
 * hashes: of what was sent, and of what is kept. Throws CaptureProblem "too large", "bomb", "garbled" or "answer cut short".
 */
export async function keepBody(
  response: IncomingMessage,
  file: string,
  limits: Limits,
): Promise<Kept & { payloadSha256: string }> {
  const sent = new Counter();
  const kept: Counter = new Counter((bytes) => {
    if (bytes > limits.unpackedBytes) throw new CaptureProblem("too large");
    if (bytes > limits.ratioFromBytes && bytes > sent.bytes * limits.ratio) throw new CaptureProblem("bomb");
  });
  const decoders = decodersOf(response.headers["content-encoding"] ?? "");
  const streams = [response, sent, ...decoders, kept, createWriteStream(file, { mode: 0o600 })];
  // Told by the stream itself: a decoder that is in the middle of a bomb lets the pipeline wait for ever for its end.
  const failed = new Promise<never>((_resolve, reject) => {
    for (const stream of streams as EventEmitter[]) stream.once("error", reject);
  });
  failed.catch(() => {});
  try {
    await Promise.race([pipeline(streams), failed]);
  } catch (error) {
    // Nothing at all is also nothing unpacked; zlib misses its header.
    if (sent.bytes > 0 || !response.complete) throw problemOfBody(error);
  }
  return { file, bytes: kept.bytes, sha256: kept.sha256(), payloadSha256: sent.sha256() };
}

/**
 * Reads the body of a redirect, at most `redirectBytes` for at most `redirectMs`. Answers its hash, or why it is not whole.
 */
export async function skimBody(
  response: IncomingMessage,
  limits: Limits,
): Promise<{ payloadSha256: string } | { truncated: "length" | "time" | "disconnect" }> {
  const hash = createHash("sha256");
  let bytes = 0;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    response.destroy();
  }, limits.redirectMs);
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > limits.redirectBytes) return { truncated: "length" };
    }
  } catch {
    return { truncated: isLate ? "time" : "disconnect" };
  } finally {
    clearTimeout(timer);
  }
  return { payloadSha256: hash.digest("hex") };
}

/** Passes bytes on, counts and hashes them. */
class Counter extends Transform {
  bytes = 0;
  readonly #hash = createHash("sha256");
  readonly #check: (bytes: number) => void;

  constructor(check: (bytes: number) => void = () => {}) {
    super();
    this.#check = check;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    try {
      this.#check(this.bytes);
      done(null, chunk);
    } catch (error) {
      done(error as Error);
    }
  }

  sha256(): string {
    return this.#hash.digest("hex");
  }
}

/** One decoder for each coding, the last applied first. What no browser knows is left as it is, as browsers do. */
function decodersOf(header: string): Duplex[] {
  const codings = header
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter(Boolean)
    .reverse();
  if (codings.length > 3) throw new CaptureProblem("bomb");
  return codings.map((coding) => {
    if (coding === "gzip" || coding === "x-gzip") return zlib.createGunzip();
    if (coding === "br") return zlib.createBrotliDecompress();
    if (coding === "deflate") return Duplex.from(inflate);
    // A window of 8 MB is all that a server may count on (RFC 9659); by itself zstd takes up to 128 MB.
    if (coding === "zstd")
      return zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } });
    return new PassThrough();
  });
}

/** "deflate" is zlib's format (RFC 9110, 8.4.1.2), and with some servers the bare stream; the first byte tells. */
async function* inflate(sent: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = sent[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = async function* (): AsyncGenerator<Buffer> {
    for (let next: IteratorResult<Buffer> = first; !next.done; next = await chunks.next()) yield next.value;
  };
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8;
  yield* pipe(
    all(),
    isZlib ? zlib.createInflate() : zlib.createInflateRaw(),
    () => {},
  ) as AsyncIterable<Buffer>;
}

function problemOfBody(error: unknown): unknown {
  if (error instanceof CaptureProblem) return error;
  const code = (error as { code?: string }).code ?? "";
  if (code === "Z_BUF_ERROR" || code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE")
    return new CaptureProblem("answer cut short", undefined, error);
  if (/^(Z_|ERR_(_ERROR_|BROTLI|ZSTD|PADDING)|ZSTD_)/.test(code))
    return new CaptureProblem("garbled", undefined, error);
  if (code.startsWith("HPE_")) return new CaptureProblem("not HTTP", undefined, error);
  return error;
}
