import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { readAllowed } from "./address.ts";
import { usualLimits } from "./limits.ts";

/** What a server does with a connection once a request is there, or at once for "connection". */
export type Behaviour = (socket: Socket, request: string) => void;

export interface TestServer {
  port: number;
  /** http://127.0.0.1:port */
  url: string;
  /** Each request as it came. */
  requests: string[];
  connections: () => number;
}

/** A server of raw TCP on loopback, so that it can break every rule of HTTP; ends with its test. */
export async function serve(behave: Behaviour, host = "127.0.0.1", port = 0): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    let request = "";
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk: Buffer) => {
      request += chunk.toString("latin1");
      if (!request.includes("\r\n\r\n")) return;
      requests.push(request);
      const whole = request;
      request = "";
      behave(socket, whole);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const bound = (server.address() as AddressInfo).port;
  return { port: bound, url: `http://${host}:${bound}`, requests, connections: () => connections };
}

/** A whole answer with its length. */
export function answer(status: string, headers: string[], body: string | Buffer = ""): Buffer {
  const bytes = Buffer.from(body as string);
  const head = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`, "Connection: close"];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]);
}

/** The path of a request. */
export const pathOf = (request: string): string => request.split(" ")[1] ?? "";

/** An empty folder that goes with its test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-capture-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Limits of size small enough to be reached at once; those of time are for a machine that does much else. */
export const smallLimits = {
  ...usualLimits,
  exchangeMs: 8_000,
  idleMs: 5_000,
  connectMs: 5_000,
  headBytes: 16_000,
  wireBytes: 400_000,
  redirects: 4,
  unpackedBytes: 2_000_000,
  ratioFromBytes: 500_000,
  redirectBytes: 10_000,
  redirectMs: 150,
};

/** For servers that are too slow whatever the machine does. */
export const hastyLimits = { ...smallLimits, exchangeMs: 500, idleMs: 250, connectMs: 250 };

/** Options of an exchange that may reach these servers and nothing else inside. */
export function exchangeOptions(folder: string, ...servers: TestServer[]) {
  return {
    folder,
    userAgent: "Assay/0.1 (+https://desk.example)",
    languages: "en",
    limits: smallLimits,
    allow: readAllowed(servers.map(({ url }) => new URL(url).host).join(" ")),
    signal: new AbortController().signal,
  };
}
