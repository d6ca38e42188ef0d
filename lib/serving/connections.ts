import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** In milliseconds, and numbers of connections. */
export interface ConnectionLimits {
  /** From the first byte of a request, or from the beginning of a connection, to the end of its headers. */
  headersMs: number;
  /** Without a byte in either direction: of a body that stopped arriving, of an answer that nobody takes, or between two requests. */
  silentMs: number;
  /** Between two looks at the connections that are too late: so much later may they end. */
  checkMs: number;
  /** How many may be open that have not had an answer yet; one more, and the oldest of them is ended. */
  unanswered: number;
  /** How many may be open in all, well below the files that a process may open. */
  open: number;
}

export const usualLimits: ConnectionLimits = {
  headersMs: 15_000,
  silentMs: 75_000, // longer than nginx keeps a connection for its next request, so that none ends under it
  checkMs: 5_000,
  unanswered: 1_000,
  open: 8_000,
};

/**
 * A server on which nobody takes a place from readers by being slow: what hangs ends in its time, and those who ask nothing
 * push out one another. A proxy in front does as much; this is for a desk without one.
 */
export function boundedServer(limits: ConnectionLimits = usualLimits): Server {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: 30 * 60_000, // a file of 200 MB over a slow line
    keepAliveTimeout: 0, // what may be silent so long may also rest so long; a clock of its own costs each answer 3 %
    connectionsCheckingInterval: limits.checkMs,
    optimizeEmptyRequests: true, // nearly all have no body, and a stream for it costs each answer 7 %; it never says "end"
  });
  server.setTimeout(limits.silentMs);
  server.maxConnections = limits.open;
  const makeRoom = () => server.closeIdleConnections();
  server.on("drop", makeRoom);
  server.on("clientError", refuseUnreadable);
  const opened = new Set<Socket>();
  let open = 0;
  server.on("connection", (socket) => {
    // Before anybody finds no room.
    if (++open === Math.floor(limits.open * 0.9)) makeRoom();
    opened.add(socket);
    socket.once("close", () => {
      open--;
      opened.delete(socket);
    });
    if (opened.size > limits.unanswered) endOldest(opened, limits.unanswered);
  });
  return server;
}

/** Answers what Node could not read as a request: an address with ten thousand letters, as a search may have, is told so. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const [status, sentence] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? ["431 Request Header Fields Too Large", "This address is too long. Ask for less at once.\n"]
      : ["400 Bad Request", "This is no request that can be read.\n"];
  const type = "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff";
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\n${type}\r\nContent-Length: ${sentence.length}\r\n\r\n${sentence}`,
  );
}

/** Ends the oldest connection without an answer. Who had one is found out here, so that no answer costs anything for it. */
function endOldest(opened: Set<Socket>, most: number): void {
  for (const socket of opened) if (socket.bytesWritten > 0) opened.delete(socket);
  for (const socket of opened) {
    if (opened.size <= most) return;
    opened.delete(socket);
    socket.destroy();
  }
}

/** Whether something comes after the headers of a request. */
export const bringsBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";

/** A client that is still sending reads its answer only if the rest is taken in; but not for long. */
const graceMs = 2_000;

/**
 * Ends a request whose body is not there within `bodyMs`, or soon after the answer for which it was not needed. Once it is
 * there the client waits for us, for `answerMs` if that is longer than a connection may be silent.
 */
export function limitWait(
  request: IncomingMessage,
  response: ServerResponse,
  { bodyMs, answerMs }: { bodyMs: number; answerMs?: number },
): void {
  const end = () => void (request.complete || request.socket.destroy());
  const late = setTimeout(end, bodyMs);
  request.once("close", () => clearTimeout(late));
  if (answerMs) request.once("end", () => request.socket.setTimeout(answerMs));
  response.once("finish", () => {
    if (request.complete) return;
    request.resume();
    setTimeout(end, graceMs).unref();
  });
}
