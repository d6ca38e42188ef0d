import { closeSync, openSync, truncateSync, writeSync } from "node:fs";
import { CaptureProblem } from "./reasons.ts";

/**
 * Keeps what comes over the wire in a file, byte for byte. Written at once and synchronously, so that nothing waits in memory,
 * however fast a server sends; the disk's own errors are thrown as they are.
 */
export class Wire {
  readonly file: string;
  readonly #descriptor: number;
  readonly #limit: number;
  /** The beginning, until the head was read. */
  #begin: Buffer[] | null = [];
  #bytes = 0;
  #isClosed = false;

  constructor(file: string, limit: number) {
    this.file = file;
    this.#limit = limit;
    this.#descriptor = openSync(file, "wx", 0o600);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Throws CaptureProblem "too large" past the limit. */
  take(chunk: Buffer): void {
    if (this.#isClosed) return;
    this.#begin?.push(chunk);
    this.#bytes += chunk.length;
    writeSync(this.#descriptor, chunk);
    if (this.#bytes > this.#limit) throw new CaptureProblem("too large");
  }

  /** Where the final answer begins, after interim ones (RFC 9110, 15.2), and where its head ends. */
  readHead(): { start: number; end: number } {
    const begin = Buffer.concat(this.#begin ?? []).toString("latin1");
    this.#begin = null;
    for (let start = 0; ;) {
      const found = /\r?\n\r?\n/.exec(begin.slice(start));
      const end = found ? start + found.index + found[0].length : begin.length;
      if (!found || !/^HTTP\/1\.\d 1(?!01)/.test(begin.slice(start, start + 12))) return { start, end };
      start = end;
    }
  }

  /** Ends the file, and cuts off what came after `bytes`, where the answer says that it ended there. */
  close(bytes?: number): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    closeSync(this.#descriptor);
    if (bytes === undefined || bytes >= this.#bytes) return;
    truncateSync(this.file, bytes);
    this.#bytes = bytes;
  }
}
