import { createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";

const page = `<!doctype html><html lang="en"><head><title>Toll book</title></head><body><article><h1>Toll book</h1>${"<p>The keeper counted twelve carts on the bridge, and wrote them down.</p>".repeat(200)}</article></body></html>`;
const head = (more: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${more}\r\n`;
const bomb = gzipSync(Buffer.alloc(200_000_000));

/** What each tenth capture meets: an ordinary page first, then servers as they should not be. */
export const behaviours: Record<string, (socket: Socket) => void> = {
  page: (socket) => socket.end(`${head(`Content-Length: ${page.length}\r\n`)}${page}`),
  slow: (socket) => every(socket, 1000, "x", head("")),
  silent: () => {},
  endless: (socket) => pour(socket, head("")),
  huge: (socket) => pour(socket, head("Content-Length: 99999999999\r\n")),
  "cut short": (socket) => socket.end(`${head("Content-Length: 50000\r\n")}${page.slice(0, 2000)}`),
  bomb: (socket) => {
    socket.write(head(`Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n`));
    socket.end(bomb);
  },
  circle: (socket) => socket.end("HTTP/1.1 302 Found\r\nLocation: ?again\r\nContent-Length: 0\r\n\r\n"),
  garbage: (socket) => socket.end("\u0000\u0001 no HTTP at all\r\n\r\n"),
  refused: (socket) => socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\nGo off"),
};

function every(socket: Socket, ms: number, words: string, first: string): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(words), ms);
  socket.on("close", () => clearInterval(timer));
}

function pour(socket: Socket, first: string): void {
  const much = Buffer.alloc(64 * 1024, "x");
  const more = () => {
    while (!socket.destroyed && socket.write(much));
  };
  socket.write(first);
  socket.on("drain", more);
  more();
}

/** One server for all of them: the first part of the path says how it behaves. */
export function openBadSites(port: number): Promise<() => void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    socket.once("data", (asked) => {
      const name = decodeURIComponent(/^\S+ \/([^/? ]*)/.exec(asked.toString("latin1"))?.[1] ?? "");
      behaviours[name]?.(socket);
    });
  });
  return new Promise((resolve) =>
    server.listen(port, "127.0.0.1", () =>
      resolve(() => {
        server.close();
        for (const socket of sockets) socket.destroy();
      }),
    ),
  );
}
