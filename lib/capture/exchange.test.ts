import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { readAllowed } from "./address.ts";
import { exchange } from "./exchange.ts";
import { usualLimits } from "./limits.ts";
import type { Reason } from "./reasons.ts";
import {
  answer,
  exchangeOptions,
  hastyLimits,
  pathOf,
  serve,
  smallLimits,
  testFolder,
} from "./test-server.ts";
import type { Behaviour } from "./test-server.ts";

const page = "<!doctype html><title>A page</title><p>Words";
const ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

const drip = (socket: Socket, bytes: string, everyMs: number) => {
  let at = 0;
  const timer = setInterval(() => socket.write(bytes[at++ % bytes.length] ?? ""), everyMs);
  socket.on("close", () => clearInterval(timer));
};
const flood = (socket: Socket, chunk: Buffer) => {
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", more);
  more();
};
const bomb = Buffer.alloc(3_000_000);
const much = gzipSync(Array.from({ length: 400_000 }, (_, at) => at).join(" "), { level: 1 });

test("a bomb of the usual size ends at once, though its decoder is in the middle of it", async () => {
  const packed = gzipSync(Buffer.alloc(200_000_000));
  const server = await serve((socket) => {
    socket.write(`${ok}Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`);
    socket.end(packed);
  });
  const options = { ...exchangeOptions(testFolder(), server), limits: usualLimits };
  expect((await exchange(server.url, options)).problem?.reason).toBe("bomb");
});

test.each<[string, Reason, Behaviour]>([
  ["never answers", "too slow", () => {}],
  ["sends its headers letter by letter", "too slow", (socket) => drip(socket, `${ok}X: `, 60)],
  [
    "sends its body letter by letter",
    "too slow",
    (socket) => {
      socket.write(`${ok}\r\n`);
      drip(socket, "x", 60);
    },
  ],
  ["stops in the middle", "too slow", (socket) => socket.write(`${ok}Content-Length: 100\r\n\r\nhalf`)],
  [
    "never ends",
    "too large",
    (socket) => {
      socket.write(`${ok}\r\n`);
      flood(socket, Buffer.alloc(60_000, "x"));
    },
  ],
  [
    "sends headers without end",
    "too large",
    (socket) => {
      socket.write(ok);
      flood(socket, Buffer.from("X-Y: zzzzzzz\r\n".repeat(500)));
    },
  ],
  [
    "announces more than it sends",
    "answer cut short",
    (socket) => socket.end(`${ok}Content-Length: 100\r\n\r\nhalf`),
  ],
  [
    "ends within a chunk",
    "answer cut short",
    (socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\nff\r\nhalf`),
  ],
  ["ends within its headers", "answer cut short", (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-T")],
  [
    "breaks off within the body",
    "answer cut short",
    (socket) => socket.write(`${ok}\r\nhalf`, () => setTimeout(() => socket.resetAndDestroy(), 30)),
  ],
  [
    "ends within a gzip stream",
    "answer cut short",
    (socket) =>
      socket.end(
        Buffer.concat([Buffer.from(`${ok}Content-Encoding: gzip\r\n\r\n`), gzipSync(page).subarray(0, 30)]),
      ),
  ],
  ["closes at once", "connection failed", (socket) => socket.end()],
  ["resets at once", "connection failed", (socket) => socket.resetAndDestroy()],
  ["speaks another language", "not HTTP", (socket) => socket.end("220 mail.example ESMTP\r\n")],
  ["sends noise", "not HTTP", (socket) => socket.end(Buffer.from([0, 1, 2, 0xff, 0xfe, 13, 10, 13, 10]))],
  [
    "answers in TLS on a plain port",
    "not HTTP",
    (socket) => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 70])),
  ],
  ["calls text gzip", "garbled", (socket) => socket.end(answer("200 OK", ["Content-Encoding: gzip"], page))],
  [
    "sends a gzip bomb",
    "bomb",
    (socket) => socket.end(answer("200 OK", ["Content-Encoding: gzip"], gzipSync(bomb))),
  ],
  [
    "sends a brotli bomb",
    "bomb",
    (socket) => socket.end(answer("200 OK", ["Content-Encoding: br"], brotliCompressSync(bomb))),
  ],
  [
    "sends a zstd bomb",
    "bomb",
    (socket) => socket.end(answer("200 OK", ["Content-Encoding: zstd"], zstdCompressSync(bomb))),
  ],
  [
    "sends a deflate bomb",
    "bomb",
    (socket) => socket.end(answer("200 OK", ["Content-Encoding: deflate"], deflateSync(bomb))),
  ],
  [
    "sends a bomb in a bomb",
    "bomb",
    (socket) => socket.end(answer("200 OK", ["Content-Encoding: gzip, gzip"], gzipSync(gzipSync(bomb)))),
  ],
  [
    "packs ten times",
    "bomb",
    (socket) => socket.end(answer("200 OK", [`Content-Encoding: ${"gzip,".repeat(10)}`], page)),
  ],
  [
    "unpacks to too much",
    "too large",
    (socket) => socket.end(answer("200 OK", ["Content-Encoding: gzip"], much)),
  ],
  ["redirects to itself", "redirect loop", (socket) => socket.end(answer("302 Found", ["Location: /"]))],
  [
    "redirects in a circle",
    "redirect loop",
    (socket, request) =>
      socket.end(answer("302 Found", [`Location: ${pathOf(request) === "/" ? "/b" : "/"}`])),
  ],
  [
    "redirects for ever",
    "too many redirects",
    (socket, request) => socket.end(answer("302 Found", [`Location: ${pathOf(request)}x`])),
  ],
  [
    "redirects to no address",
    "refused address",
    (socket) => socket.end(answer("302 Found", ["Location: http://"])),
  ],
  ["asks for a password", "blocked", (socket) => socket.end(answer("401 Unauthorized", [], page))],
  ["forbids", "blocked", (socket) => socket.end(answer("403 Forbidden", [], page))],
  ["has had enough", "blocked", (socket) => socket.end(answer("429 Too Many Requests", [], page))],
  [
    "may not by law",
    "blocked",
    (socket) => socket.end(answer("451 Unavailable For Legal Reasons", [], page)),
  ],
  [
    "wants to see a person",
    "blocked",
    (socket) => socket.end(answer("503 Service Unavailable", [], "<title>Just a moment...</title>")),
  ],
  ["has lost the page", "gone", (socket) => socket.end(answer("404 Not Found", [], page))],
  ["has removed the page", "gone", (socket) => socket.end(answer("410 Gone", [], page))],
  ["is broken", "server error", (socket) => socket.end(answer("500 Internal Server Error", [], page))],
])("a server that %s ends as: %s", async (_what, reason, behave) => {
  const server = await serve(behave);
  const from = performance.now();
  const limits = reason === "too slow" ? hastyLimits : smallLimits;
  const options = { ...exchangeOptions(testFolder(), server), limits };
  const { problem, original } = await exchange(server.url, options);
  expect(problem?.reason).toBe(reason);
  expect(problem?.message).toMatch(/^[A-Z].*[.)]$/);
  expect(original).toBeNull();
  expect(performance.now() - from).toBeLessThan(limits.exchangeMs + 1000);
});

test.each<[string, string[], Buffer]>([
  ["gzip", ["Content-Encoding: gzip"], gzipSync(page)],
  ["brotli", ["Content-Encoding: br"], brotliCompressSync(page)],
  ["zstd", ["Content-Encoding: zstd"], zstdCompressSync(page)],
  ["deflate", ["Content-Encoding: deflate"], deflateSync(page)],
  ["bare deflate", ["Content-Encoding: deflate"], deflateRawSync(page)],
  ["gzip in brotli", ["Content-Encoding: gzip, br"], brotliCompressSync(gzipSync(page))],
  ["a coding that nobody knows", ["Content-Encoding: utf-8"], Buffer.from(page)],
  ["nothing", ["Content-Encoding: gzip"], Buffer.alloc(0)],
])("an answer in %s is kept unpacked", async (what, headers, body) => {
  const server = await serve((socket) => socket.end(answer("200 OK", headers, body)));
  const { problem, original } = await exchange(server.url, exchangeOptions(testFolder(), server));
  expect(problem).toBeNull();
  expect(readFileSync(original?.file ?? "", "utf8")).toBe(what === "nothing" ? "" : page);
});

const onwards: Array<[string, Buffer]> = [
  ...["301", "302", "303", "307", "308"].map((status): [string, Buffer] => [
    status,
    answer(`${status} X`, ["Location: /there"]),
  ]),
  ["a relative address", answer("302 X", ["Location: there?x#y"])],
  ["the Refresh header", answer("200 OK", ["Refresh: 0; url=/there"], "Moved")],
  [
    "meta refresh",
    answer("200 OK", ["Content-Type: text/html"], `<meta http-equiv="Refresh" content="1;URL='/there'">`),
  ],
  ["a long body", answer("302 X", ["Location: /there"], Buffer.alloc(50_000))],
];

test.each(onwards)("%s is followed, and every hop is kept", async (_how, first) => {
  const server = await serve((socket, request) =>
    socket.end(pathOf(request) === "/" ? first : answer("200 OK", [], page)),
  );
  const { problem, hops, finalUrl, status } = await exchange(
    server.url,
    exchangeOptions(testFolder(), server),
  );
  expect(problem).toBeNull();
  expect(hops.map(({ status }) => status).at(-1)).toBe(200);
  expect(finalUrl).toMatch(/\/there(\?x)?$/);
  expect(status).toBe(200);
  expect(hops).toHaveLength(2);
});

test.each([
  ["loads itself anew", `<meta http-equiv="refresh" content="0">`],
  ["loads itself anew under its own address", `<meta http-equiv="refresh" content="0; url=/">`],
  ["loads another page after minutes", `<meta http-equiv="refresh" content="300; url=/there">`],
  [
    "sends on whoever has no scripts",
    `<noscript><meta http-equiv="refresh" content="0; url=/there"></noscript>`,
  ],
  ["only mentions a redirect", `<!-- <meta http-equiv="refresh" content="0; url=/there"> -->`],
])("a page that %s is the page", async (_what, body) => {
  const server = await serve((socket) => socket.end(answer("200 OK", ["Content-Type: text/html"], body)));
  const { problem, hops } = await exchange(server.url, exchangeOptions(testFolder(), server));
  expect(problem).toBeNull();
  expect(hops).toHaveLength(1);
});

test.each([
  ["ends its lines by LF alone", `HTTP/1.1 200 OK\nContent-Type: text/html\n\n${page}`],
  ["speaks HTTP/1.0", `HTTP/1.0 200 OK\r\n\r\n${page}`],
  ["has letters of its own in a header", `HTTP/1.1 200 OK\r\nX-Title: Ünï\x01\r\n\r\n${page}`],
  [
    "announces two lengths in two ways",
    `HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`,
  ],
])("a server that %s is read as browsers read it", async (_what, bytes) => {
  const server = await serve((socket) => socket.end(bytes));
  const { problem, original, hops } = await exchange(server.url, exchangeOptions(testFolder(), server));
  expect(problem).toBeNull();
  expect(readFileSync(original?.file ?? "", "utf8")).toBe(page);
  expect(hops[0]?.end).toBe(Buffer.byteLength(bytes));
});

test("a site that sends back with a cookie is read, and hears who asks in which language", async () => {
  const server = await serve((socket, request) =>
    socket.end(
      request.includes("Cookie: seen=1")
        ? answer("200 OK", [], page)
        : answer("302 X", ["Location: /", "Set-Cookie: seen=1"]),
    ),
  );
  const { problem } = await exchange(server.url, exchangeOptions(testFolder(), server));
  expect(problem).toBeNull();
  expect(server.requests[1]).toContain("User-Agent: Assay/0.1 (+https://desk.example)\r\n");
  expect(server.requests[1]).toContain("Accept-Language: en\r\n");
});

test("a server that refuses connections, a name that nobody has and a stopped capture say so", async () => {
  const folder = testFolder();
  const server = await serve(() => {});
  const options = exchangeOptions(folder, server);
  const unknown = { ...options, lookup: () => Promise.reject(new Error("ENOTFOUND")) };
  expect((await exchange("http://nobody.example/", unknown)).problem?.reason).toBe("no such host");
  const hanging = { ...options, lookup: () => new Promise<never>(() => {}), limits: hastyLimits };
  expect((await exchange("http://nobody.example/", hanging)).problem?.reason).toBe("too slow");
  const closed = { ...options, allow: new Set(["127.0.0.1:1"]) };
  expect((await exchange("http://127.0.0.1:1/", closed)).problem?.reason).toBe("connection failed");
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect((await exchange(server.url, { ...options, signal: stop.signal })).problem?.reason).toBe("stopped");
});

test("a disk that is full while an answer comes is no fault of the server, and nothing is left open", async () => {
  const ended: Promise<unknown>[] = [];
  const server = await serve((socket) => {
    ended.push(new Promise((resolve) => socket.once("close", resolve)));
    socket.write(`${ok}\r\n${page}`); // and more may come
  });
  const folder = testFolder();
  symlinkSync("/dev/full", join(folder, "body-1"));
  await expect(exchange(server.url, exchangeOptions(folder, server))).rejects.toMatchObject({
    code: "ENOSPC",
  });
  await Promise.all(ended);
});

test("a connection for whose answer no file can be made is ended", async () => {
  const ended = Promise.withResolvers<void>();
  const target = createServer((socket) => socket.on("close", () => ended.resolve()).resume());
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void target.close());
  const at = `127.0.0.1:${(target.address() as AddressInfo).port}`;
  const folder = testFolder();
  writeFileSync(join(folder, "hop-0"), "");
  const options = { ...exchangeOptions(folder), allow: readAllowed(at) };
  await expect(exchange(`http://${at}/`, options)).rejects.toMatchObject({ code: "EEXIST" });
  await ended.promise;
});
