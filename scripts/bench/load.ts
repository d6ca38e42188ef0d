import { connect, type Socket } from "node:net";

// A program of its own, so that the load does not share a processor's turn with what measures it:
//   node scripts/bench/load.ts URL CONNECTIONS SECONDS
// prints one JSON line. It speaks just enough HTTP/1.1 to keep a server busy: one request after the other on each
// connection, every answer read to its end.

/** What one run saw: answers a second, their times in milliseconds, the size of one, and how many were not a 200. */
export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  bytes: number;
  wrong: number;
}

const [address = "", connections = "1", seconds = "3"] = process.argv.slice(2);
const url = new URL(address);
const asked = Buffer.from(
  `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: identity\r\n\r\n`,
);
const headEnd = Buffer.from("\r\n\r\n");
const warmUpMs = 500;

const times: number[] = [];
let bytes = 0;
let wrong = 0;
let counting = false;
let ended = false;

await Promise.all(Array.from({ length: Number(connections) }, open));
setTimeout(() => (counting = true), warmUpMs);
setTimeout(finish, warmUpMs + Number(seconds) * 1000);

function open(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => {
      socket.setNoDelay(true);
      resolve();
      askForEver(socket);
    });
    socket.on("error", (error) => (ended ? undefined : reject(error)));
  });
}

function askForEver(socket: Socket): void {
  let sentAt = 0;
  let missing = -1; // bytes of the answer that have not come; -1 while its head is not whole
  let head: Buffer = Buffer.alloc(0);
  const ask = () => {
    sentAt = performance.now();
    socket.write(asked);
  };
  socket.on("data", (chunk: Buffer) => {
    let rest = chunk.length;
    if (missing < 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const at = head.indexOf(headEnd);
      if (at < 0) return;
      const said = head.toString("latin1", 0, at);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(said)?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) throw new Error(`No length is given by ${address}.`);
      if (!said.startsWith("HTTP/1.1 200")) wrong++;
      bytes = length;
      missing = length;
      rest = head.length - at - headEnd.length;
      head = Buffer.alloc(0);
    }
    missing -= rest;
    if (missing > 0) return;
    missing = -1;
    if (counting) times.push(performance.now() - sentAt);
    if (!ended) ask();
  });
  socket.on("close", () => {
    if (!ended) throw new Error(`${address} closed a connection.`);
  });
  ask();
}

function finish(): void {
  ended = true;
  times.sort((one, other) => one - other);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const load: Load = { perSecond: times.length / Number(seconds), p50: at(0.5), p99: at(0.99), bytes, wrong };
  process.stdout.write(`${JSON.stringify(load)}\n`, () => process.exit(0));
}
