import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import type { Socket } from "node:net";
import { targetOf } from "./address.ts";
import type { Reach } from "./connect.ts";
import { connect, problemOf, secure } from "./connect.ts";
import type { Limits } from "./limits.ts";
import { CaptureProblem } from "./reasons.ts";
import { Wire } from "./wire.ts";

/** One request and its answer, as they went over the wire. */
export interface Hop {
  url: string;
  at: Date;
  ip: string;
  /** The request as it was sent. */
  request: Buffer;
  /** Holds the answer from `start` on, up to `end`; its head ends at `headEnd`. */
  file: string;
  start: number;
  headEnd: number;
  end: number;
  status: number;
  /** SHA-256, hexadecimal, of the body without its transfer coding, still in its content coding; null if it is not whole. */
  payloadSha256: string | null;
  /** Why the answer is not whole, in the words of WARC/1.1, 5.13. */
  truncated: "length" | "time" | "disconnect" | null;
}

export interface Answer {
  hop: Hop;
  response: IncomingMessage;
  /** The reason why the answer ended early, once it has; what a stream says of it is less. */
  problem(): CaptureProblem | null;
  /** Ends the connection and completes the hop. */
  finish(): void;
}

export type Method = "GET" | "HEAD";

export interface AskOptions {
  method: Method;
  file: string;
  headers: string[];
  reach: Reach;
  limits: Limits;
  /** Bytes that may still come. */
  wireBytes: number;
}

/** Asks for a URL and answers once the head of the answer is there. Throws CaptureProblem; on the disk's own errors, those. */
export async function ask(url: URL, options: AskOptions): Promise<Answer> {
  const target = targetOf(url);
  const at = new Date();
  const plain = await connect(target, options.reach);
  const ip = plain.remoteAddress ?? "";
  const socket = url.protocol === "https:" ? await secure(plain, target, options.reach) : plain;
  const wire = openWire(options, socket);
  const talk = new Talk(url, socket, wire, options);
  const response = await talk.head();
  const { start, end: headEnd } = wire.readHead();
  const hop: Hop = {
    url: url.href,
    at,
    ip,
    request: requestHead(url, options),
    file: wire.file,
    start,
    headEnd,
    end: headEnd,
    status: response.statusCode ?? 0,
    payloadSha256: null,
    truncated: null,
  };
  return {
    hop,
    response,
    problem: () => talk.problem,
    finish: () => {
      talk.end();
      wire.close(options.method === "HEAD" ? headEnd : endOf(response, headEnd));
      hop.end = wire.bytes;
    },
  };
}

function openWire({ file, wireBytes }: AskOptions, socket: Socket): Wire {
  try {
    return new Wire(file, wireBytes);
  } catch (error) {
    socket.destroy(); // nobody else knows of it yet
    throw error;
  }
}

/** Where the answer says that it ends; undefined where it ends with the connection or says so itself. */
function endOf(response: IncomingMessage, headEnd: number): number | undefined {
  const length = response.headers["content-length"];
  return length === undefined || response.headers["transfer-encoding"] ? undefined : headEnd + Number(length);
}

const requestLine = (url: URL, method: Method) => `${method} ${url.pathname}${url.search} HTTP/1.1\r\n`;

function requestHead(url: URL, { headers, method }: AskOptions): Buffer {
  const lines = headers.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${headers[index + 1]}\r\n`] : [],
  );
  return Buffer.from(`${requestLine(url, method)}${lines.join("")}\r\n`, "latin1");
}

/** One request on one connection; remembers the first thing that went wrong, since streams blur it. */
class Talk {
  problem: CaptureProblem | null = null;
  /** An error of this machine, such as a full disk. */
  #fault: Error | null = null;
  readonly #request;
  readonly #socket: Socket;
  readonly #wire: Wire;
  readonly #signal: AbortSignal;
  readonly #stop: () => void;
  #response: IncomingMessage | null = null;

  constructor(url: URL, socket: Socket, wire: Wire, { method, headers, reach, limits }: AskOptions) {
    this.#socket = socket;
    this.#wire = wire;
    this.#signal = reach.signal;
    this.#stop = () => this.#fail(problemOf(reach.signal));
    this.#request = request({
      method,
      path: `${url.pathname}${url.search}`,
      headers,
      setHost: false,
      maxHeaderSize: limits.headBytes,
      // Old servers end lines as they like. Who forgives that on a shared connection can be made to confuse two answers; here
      // a connection has one.
      insecureHTTPParser: true,
      createConnection: () => socket,
    });
    socket.setTimeout(limits.idleMs, () => this.#fail(new CaptureProblem("too slow")));
    reach.signal.addEventListener("abort", this.#stop, { once: true });
  }

  async head(): Promise<IncomingMessage> {
    const signal = this.#signal;
    if (signal.aborted) this.#stop();
    // Before Node's own listener, so that the head is kept by the time it has been read.
    this.#request.once("socket", (socket) =>
      socket.prependListener("data", (chunk: Buffer) => this.#take(chunk)),
    );
    this.#request.once("response", (response) => (this.#response = response));
    this.#request.on("error", (error) => this.#fail(this.#problemBeforeHead(error)));
    try {
      const answered = once(this.#request, "response") as Promise<[IncomingMessage]>;
      this.#request.end();
      const [response] = await answered;
      response.on("error", () => this.#fail(new CaptureProblem("answer cut short")));
      return response;
    } catch (error) {
      this.end();
      this.#wire.close();
      throw this.#fault ?? this.problem ?? error;
    }
  }

  end(): void {
    this.#signal.removeEventListener("abort", this.#stop);
    this.#socket.setTimeout(0);
    this.#socket.destroy();
    if (this.#fault) throw this.#fault;
  }

  #take(chunk: Buffer): void {
    try {
      this.#wire.take(chunk);
    } catch (error) {
      const isProblem = error instanceof CaptureProblem;
      if (!isProblem) this.#fault ??= error as Error;
      this.#fail(isProblem ? error : new CaptureProblem("stopped"));
    }
  }

  #fail(problem: CaptureProblem): void {
    // What happens to the connection after an answer that says where it ends does not matter. An answer that ends with its
    // connection counts as complete only afterwards, when the problem is known.
    if (this.#response?.complete) return;
    this.problem ??= problem;
    this.#request.destroy(problem);
    this.#socket.destroy();
  }

  #problemBeforeHead(error: Error & { code?: string }): CaptureProblem {
    if (error instanceof CaptureProblem) return error;
    if (error.code === "HPE_HEADER_OVERFLOW") return new CaptureProblem("too large", "(its headers)", error);
    if (error.code?.startsWith("HPE_") && error.code !== "HPE_INVALID_EOF_STATE")
      return new CaptureProblem("not HTTP", undefined, error);
    if (this.#wire.bytes > 0) return new CaptureProblem("answer cut short", undefined, error);
    return new CaptureProblem("connection failed", "It closed the connection without an answer.", error);
  }
}
