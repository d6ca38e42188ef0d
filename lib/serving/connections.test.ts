import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundedServer, bringsBody, limitWait, type ConnectionLimits } from "./connections.ts";

const limits: ConnectionLimits = { headersMs: 500, silentMs: 500, checkMs: 100, unanswered: 20, open: 60 };
const server = boundedServer(limits);
const large = Buffer.alloc(16 * 1024 * 1024);

beforeAll(async () => {
  server.on("request", (request, response) => {
    if (bringsBody(request))
      limitWait(request, response, { bodyMs: request.url === "/" ? 60_000 : 700, answerMs: 2_000 });
    if (request.url === "/large") return void response.end(large);
    if (request.url === "/taken")
      return void request.on("end", () => setTimeout(() => response.end("done"), 900)).resume();
    if (request.url === "/read") return void request.on("end", () => response.end("done")).resume();
    if (request.url === "/empty")
      return void buffer(request).then(({ length }) => response.end(`${length} bytes`));
    response.end("done");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Client {
  said: string;
  isOpen: () => boolean;
  ended: Promise<number>;
  leave: () => void;
}

interface Sending {
  more?: string;
  reads?: boolean;
  to?: Server;
}

/** Sends `first` at once and `more` every 50 ms; `ended` is after how many milliseconds the server ended it. */
function open(first: string, { more, reads = true, to = server }: Sending = {}): Client {
  const from = performance.now();
  const socket = connect((to.address() as AddressInfo).port, "127.0.0.1", () => socket.write(first));
  if (!reads) socket.pause();
  const drip = more === undefined ? undefined : setInterval(() => socket.write(more), 50);
  const client: Client = {
    said: "",
    isOpen: () => !socket.destroyed,
    ended: Promise.resolve(0),
    leave: () => socket.destroy(),
  };
  if (reads) socket.on("data", (chunk: Buffer) => (client.said += chunk.toString()));
  client.ended = new Promise((resolve) => {
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(drip);
      resolve(performance.now() - from);
    });
  });
  return client;
}

const get = (path: string, headers = "") => `GET ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n`;
const post = (path: string, headers: string) => `POST ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n`;
const length = (bytes: number) => `Content-Length: ${bytes}\r\n`;

test("whoever is slow to ask is ended in the time for it: silent, with a header now and then, or after an answer", async () => {
  const unfinished = get("/").slice(0, -2);
  const clients = [
    open(""),
    open(unfinished, { more: "X-More: x\r\n" }),
    open(get("/") + unfinished, { more: "X-More: x\r\n" }),
  ];
  for (const ms of await Promise.all(clients.map(({ ended }) => ended))) {
    expect(ms).toBeGreaterThan(limits.headersMs - 50);
    expect(ms).toBeLessThan(limits.headersMs + 3_000);
  }
  expect(clients[2]?.said).toContain("done");
});

test("a body that comes too slowly ends its request, and the sooner where the answer did not need it", async () => {
  const slowly = (path: string) => [
    open(post(path, length(1000)), { more: "x" }),
    open(post(path, "Transfer-Encoding: chunked\r\n"), { more: "1\r\nx\r\n" }),
    open(get(path, length(1000)), { more: "x" }),
  ];
  const [needed, answered] = [slowly("/read"), slowly("/")];
  for (const client of needed) {
    expect(await client.ended).toBeLessThan(3_000);
    expect(client.said).toBe("");
  }
  for (const client of answered) {
    expect(await client.ended).toBeLessThan(10_000);
    expect(client.said).toContain("done");
  }
});

test("whoever takes nothing of an answer is ended, and whoever waits for one that takes us long is not", async () => {
  const from = performance.now();
  // Whoever reads nothing does not notice the end either.
  const ended = new Promise<number>((resolve) =>
    server.once("connection", (socket) => socket.once("close", () => resolve(performance.now() - from))),
  );
  const greedy = open(get("/large"), { reads: false });
  expect(await ended).toBeLessThan(5_000);
  greedy.leave();
  const patient = open(`${post("/taken", length(1))}x`);
  await expect.poll(() => patient.said, { timeout: 3_000 }).toContain("done");
  patient.leave();
});

test("a connection that rests after its answer is ended in the time for silence, not sooner", async () => {
  const from = performance.now();
  const resting = open(get("/"));
  expect(await resting.ended).toBeGreaterThan(limits.silentMs - 50);
  expect(performance.now() - from).toBeLessThan(limits.silentMs + 3_000);
  expect(resting.said).toContain("done");
});

test("a POST without a body is read as an empty one", async () => {
  const empty = open(post("/empty", ""));
  await expect.poll(() => empty.said).toMatch(/\r\n\r\n0 bytes$/);
  empty.leave();
});

test("those who ask nothing push out one another, and never one who has had an answer", async () => {
  const member = open(get("/"));
  await expect.poll(() => member.said).toContain("done");
  const idle = Array.from({ length: limits.unanswered + 5 }, () => open(""));
  await Promise.all(idle.slice(0, 5).map(({ ended }) => ended));
  expect(idle.filter(({ isOpen }) => isOpen())).toHaveLength(limits.unanswered);
  const reader = open(get("/"));
  await expect.poll(() => reader.said).toContain("done");
  expect(member.isOpen()).toBe(true);
  for (const client of [member, reader, ...idle]) client.leave();
});

test("where nearly as many are open as may be, those that rest make room, and nobody is refused", async () => {
  const small = boundedServer({ ...limits, silentMs: 60_000, open: 20 });
  small.on("request", (_request, response) => void response.end("done"));
  await new Promise<void>((resolve) => small.listen(0, "127.0.0.1", resolve));
  const clients: Client[] = [];
  for (let opened = 0; opened < 45; opened++) {
    const client = open(get("/"), { to: small });
    clients.push(client);
    await expect.poll(() => client.said, { interval: 5 }).toContain("done");
  }
  expect(clients.filter(({ isOpen }) => isOpen()).length).toBeLessThan(20);
  expect(clients.at(-1)?.isOpen()).toBe(true);
  for (const client of clients) client.leave();
  small.close();
});

test("an address that is too long, or what is no request at all, is told so in a sentence", async () => {
  const long = open(get(`/search?q=${"x".repeat(20_000)}`));
  const strange = open("NOTHING\r\n\r\n");
  await Promise.all([long.ended, strange.ended]);
  expect(long.said).toMatch(/^HTTP\/1\.1 431 [^]*\r\n\r\nThis address is too long\./);
  expect(strange.said).toMatch(/^HTTP\/1\.1 400 [^]*\r\n\r\nThis is no request/);
});
