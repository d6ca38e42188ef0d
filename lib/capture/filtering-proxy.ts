import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer, request as forward } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline, Transform } from "node:stream";
import { readUrl, targetOf } from "./address.ts";
import type { Reach } from "./connect.ts";
import { connect } from "./connect.ts";
import { CaptureProblem } from "./reasons.ts";

/** Headers for the proxy alone (RFC 9110, 7.6.1). */
const forProxy = new Set([
  "proxy-connection",
  "proxy-authorization",
  "connection",
  "keep-alive",
  "te",
  "upgrade",
]);
const mostConnections = 300;

/**
 * The only way out of the browser of one capture: an HTTP proxy on loopback that judges every address as an exchange does,
 * and counts the bytes of all connections together. What it refuses, it answers with 403 and remembers.
 */
export class FilteringProxy {
  readonly refused: string[] = [];
  readonly #server: Server;
  readonly #reach: Reach;
  readonly #sockets = new Set<Duplex>();
  #bytesLeft: number;
  #connections = 0;
  #isClosed = false;

  private constructor(reach: Reach, bytes: number) {
    this.#reach = reach;
    this.#bytesLeft = bytes;
    this.#server = createServer({ maxHeaderSize: 64_000 });
    this.#server.on(
      "request",
      (asked: IncomingMessage, answer: ServerResponse) => void this.#forward(asked, answer),
    );
    this.#server.on("connect", (asked: IncomingMessage, client: Duplex, head: Buffer) => {
      client.unshift(head);
      void this.#tunnel(asked, client);
    });
    this.#server.on("connection", (socket: Socket) => this.#keep(socket));
    this.#server.on("clientError", (_error, socket) => socket.destroy());
  }

  /** Bytes are those of all answers together, past which every connection ends. */
  static async open(reach: Reach, bytes: number): Promise<FilteringProxy> {
    const proxy = new FilteringProxy(reach, bytes);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #forward(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    try {
      const url = this.#judge(asked.url ?? "");
      if (url.protocol !== "http:") throw new CaptureProblem("refused address");
      const socket = this.#keep(await connect(targetOf(url), this.#reach));
      const headers = asked.rawHeaders.flatMap((name, at) =>
        at % 2 === 0 && !forProxy.has(name.toLowerCase()) ? [name, asked.rawHeaders[at + 1] ?? ""] : [],
      );
      const onward = forward({
        method: asked.method ?? "GET",
        path: `${url.pathname}${url.search}`,
        headers: [...headers, "Connection", "close"],
        setHost: false,
        createConnection: () => socket,
      });
      // Whatever goes wrong ends this request; an event that nobody hears would end the process.
      const giveUp = () => {
        answer.destroy();
        onward.destroy();
        socket.destroy();
      };
      onward.once("response", (response) =>
        this.#passOn(response, answer, (error) => (error ? giveUp() : socket.destroy())),
      );
      onward.on("error", giveUp).on("upgrade", giveUp);
      answer.on("error", giveUp);
      pipeline(asked, onward, (error) => {
        if (error) giveUp();
      });
    } catch (error) {
      this.#refuse(asked, error);
      if (!answer.headersSent) answer.writeHead(statusOf(error), { connection: "close" });
      answer.end();
    }
  }

  /** Throws nothing: a server can answer with what no answer may say, and the browser can be gone. */
  #passOn(response: IncomingMessage, answer: ServerResponse, end: (error: unknown) => void): void {
    try {
      answer.writeHead(response.statusCode ?? 502, response.statusMessage ?? "", response.rawHeaders);
      pipeline(response, this.#counted(), answer, end);
    } catch (error) {
      end(error);
    }
  }

  async #tunnel(asked: IncomingMessage, client: Duplex): Promise<void> {
    client.on("error", () => client.destroy());
    try {
      const socket = this.#keep(
        await connect(targetOf(this.#judge(`http://${asked.url}`, asked.url)), this.#reach),
      );
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      const end = () => {
        client.destroy();
        socket.destroy();
      };
      pipeline(client, socket, end);
      pipeline(socket, this.#counted(), client, end);
    } catch (error) {
      this.#refuse(asked, error);
      client.end(`HTTP/1.1 ${statusOf(error)} Refused\r\nConnection: close\r\n\r\n`);
    }
  }

  #judge(text: string, authority?: string): URL {
    if (++this.#connections > mostConnections) throw new CaptureProblem("too large", "(too many requests)");
    const url = readUrl(text, this.#reach.allow);
    // The port of CONNECT stands in it always; URLs drop the usual one of their scheme.
    if (authority !== undefined && !/:\d+$/.test(authority)) throw new CaptureProblem("refused address");
    return url;
  }

  #refuse(asked: IncomingMessage, error: unknown): void {
    if (error instanceof CaptureProblem && error.reason === "refused address" && this.refused.length < 100)
      this.refused.push(asked.url ?? "");
  }

  #counted(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.#bytesLeft -= chunk.length;
        if (this.#bytesLeft < 0) done(new CaptureProblem("too large"));
        else done(null, chunk);
      },
    });
  }

  #keep<T extends Duplex>(socket: T): T {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    if (this.#isClosed) socket.destroy(); // it was still being connected
    return socket;
  }
}

const statusOf = (error: unknown) =>
  error instanceof CaptureProblem && (error.reason === "refused address" || error.reason === "too large")
    ? 403
    : 502;
