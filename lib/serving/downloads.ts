import type { IncomingMessage, ServerResponse } from "node:http";
import { WritableStream } from "node:stream/web";
import { Worker } from "node:worker_threads";
import { chooseEncoding, publicPolicy, type DownloadName } from "./rules.ts";

/** What the thread is asked for, and where it sends that. */
export interface Wanted {
  name: DownloadName;
  zipped: boolean;
  sink: WritableStream<Uint8Array>;
}

/** One download on its way. */
interface Taking {
  response: ServerResponse;
  /** Bytes that had gone through its connection at the last look, and how many between the last two; null before two. */
  seen: number;
  taken: number | null;
}

export interface DownloadLimits {
  /** They share one thread: with more of them each would only take longer. */
  atOnce: number;
  /** Where all places are taken, whoever took less than `slowBytes` between two looks gives up the place. */
  lookMs: number;
  slowBytes: number;
  /** A thread that has made nothing for so long is ended, and its memory with it. */
  idleMs: number;
}

const usualLimits: DownloadLimits = { atOnce: 6, lookMs: 30_000, slowBytes: 480_000, idleMs: 20_000 };

const types: Record<DownloadName, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/jsonl; charset=utf-8",
};

/** Any site's programs may read it; who asks for a part gets the whole. */
const forAnybody = ["Access-Control-Allow-Origin", "*", "Accept-Ranges", "none", "Vary", "Accept-Encoding"];

/**
 * Sends the whole public record, which a thread of its own makes while it is taken. What breaks off ends its connection with a
 * reset, so that no client takes the piece for the whole.
 */
export class Downloads {
  readonly #always: readonly string[];
  readonly #limits: DownloadLimits;
  readonly #open = new Set<Taking>();
  #thread: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;

  /** `headers` are on every answer. */
  constructor(headers: readonly (readonly [string, string])[], limits = usualLimits) {
    this.#always = [...headers.flat(), "Content-Security-Policy", publicPolicy, "Cache-Control", "no-store"];
    this.#limits = limits;
  }

  /** Answers a GET or HEAD; 503 where nobody gives up a place, or where the record cannot be read. */
  serve(request: IncomingMessage, response: ServerResponse, name: DownloadName): void {
    const zipped = chooseEncoding(request.headers["accept-encoding"]) !== "identity";
    const headers = [
      ...this.#always,
      "Content-Type",
      types[name],
      "Content-Disposition",
      `attachment; filename="claims.${name}"`,
      ...forAnybody,
    ];
    if (zipped) headers.push("Content-Encoding", "gzip");
    if (request.method === "HEAD") response.writeHead(200, headers).end();
    else if (this.#open.size >= this.#limits.atOnce && !this.#endSlowest())
      this.#refuse(response, "Others are downloading the record at the moment. Try again in a minute.", 60);
    else this.#send(response, name, zipped, headers);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    clearInterval(this.#looking);
    await this.#thread?.terminate();
  }

  #send(response: ServerResponse, name: DownloadName, zipped: boolean, headers: string[]): void {
    const taking: Taking = { response, seen: response.socket?.bytesWritten ?? 0, taken: null };
    this.#begin(taking);
    response.once("close", () => this.#end(taking));
    const sink = new WritableStream<Uint8Array>({
      write: (piece) => {
        if (!response.headersSent) response.writeHead(200, headers);
        return taken(response, piece);
      },
      close: () => void (response.headersSent ? response : response.writeHead(200, headers)).end(),
      abort: (reason) => this.#breakOff(response, reason),
    });
    const wanted: Wanted = { name, zipped, sink };
    (this.#thread ??= this.#start()).postMessage(wanted, [sink]);
  }

  #begin(taking: Taking): void {
    clearTimeout(this.#idle);
    this.#open.add(taking);
    this.#looking ??= setInterval(() => this.#look(), this.#limits.lookMs).unref();
  }

  #end(taking: Taking): void {
    this.#open.delete(taking);
    if (this.#open.size > 0) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#idle = setTimeout(() => void this.#thread?.terminate(), this.#limits.idleMs).unref();
  }

  #look(): void {
    for (const taking of this.#open) {
      const now = taking.response.socket?.bytesWritten ?? 0;
      taking.taken = now - taking.seen;
      taking.seen = now;
    }
  }

  /** Takes the place of the slowest where that is slow enough. */
  #endSlowest(): boolean {
    const [slowest] = [...this.#open].sort((a, b) => (a.taken ?? Infinity) - (b.taken ?? Infinity));
    if (!slowest || (slowest.taken ?? Infinity) >= this.#limits.slowBytes) return false;
    this.#open.delete(slowest);
    slowest.response.socket?.resetAndDestroy();
    return true;
  }

  #start(): Worker {
    const thread = new Worker(new URL("./download-thread.ts", import.meta.url));
    thread.unref();
    thread.on("error", (error) => this.#fail(thread, error));
    thread.on("exit", () => this.#fail(thread, new Error("The thread that makes downloads has ended.")));
    return thread;
  }

  #fail(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = null;
    for (const { response } of this.#open) this.#breakOff(response, error);
  }

  #breakOff(response: ServerResponse, reason: unknown): void {
    if (response.closed) return;
    console.error("A download broke off:", reason);
    if (response.headersSent) response.socket?.resetAndDestroy();
    else this.#refuse(response, "The record cannot be read at the moment. Try again in a few seconds.", 10);
  }

  #refuse(response: ServerResponse, sentence: string, retrySeconds: number): void {
    const said = ["Content-Type", "text/plain; charset=utf-8", "Retry-After", String(retrySeconds)];
    response.writeHead(503, [...this.#always, ...said]).end(`${sentence}\n`);
  }
}

/**
 * Resolves when the client's system has taken the piece; rejects when the client is gone. Its memory is given back at once: left to
 * the collector, what has passed by makes it look through the whole heap, for which readers wait.
 */
const taken = (response: ServerResponse, piece: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    response.write(piece, (error) => {
      if (piece.buffer instanceof ArrayBuffer) piece.buffer.transfer(0);
      if (error) reject(error);
      else resolve();
    });
  });
