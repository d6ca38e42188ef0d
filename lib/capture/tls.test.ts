import type { AddressInfo, Socket } from "node:net";
import { createServer as createPlain } from "node:net";
import { createServer, getCACertificates, setDefaultCACertificates } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { exchange } from "./exchange.ts";
import { certificateFor } from "./test-certificate.ts";
import { answer, exchangeOptions, serve, smallLimits, testFolder } from "./test-server.ts";

const trusted = await certificateFor("news.example");
const expired = await certificateFor("old.example", "2021-01-01");
const unknown = await certificateFor("unknown.example");
setDefaultCACertificates([...getCACertificates("default"), trusted.cert, expired.cert]);

/** A TLS server on loopback, which every name leads to; answers the options that let an exchange reach it. */
async function serveTls(pair: { cert: string; key: string }, name: string, behave: (socket: Socket) => void) {
  const server = createServer({ ...pair, ALPNProtocols: ["h2", "http/1.1"] }, (socket) => {
    socket.on("error", () => {}).once("data", () => behave(socket));
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const lookup = async () => [{ address: "127.0.0.1", family: 4 }];
  return {
    url: `https://${name}:${port}/`,
    options: { ...exchangeOptions(testFolder()), allow: new Set([`${name}:${port}`]), lookup },
  };
}
const page = (socket: Socket) => void socket.end(answer("200 OK", [], "a page"));

test("a page over TLS is exchanged like any other, and may send on to one without", async () => {
  const { url, options } = await serveTls(trusted, "news.example", page);
  const { problem, status, original, hops } = await exchange(url, options);
  expect(problem).toBeNull();
  expect({ status, bytes: original?.bytes, ip: hops[0]?.ip }).toEqual({
    status: 200,
    bytes: 6,
    ip: "127.0.0.1",
  });

  const plain = await serve(page);
  const down = await serveTls(
    trusted,
    "news.example",
    (socket) => void socket.end(answer("302 X", [`Location: ${plain.url}/x`])),
  );
  const both = new Set([...down.options.allow, ...exchangeOptions(testFolder(), plain).allow]);
  const { finalUrl } = await exchange(down.url, { ...down.options, allow: both });
  expect(finalUrl).toBe(`${plain.url}/x`);
});

test.each([
  ["that has expired", expired, "old.example", "Its certificate has expired."],
  ["for another name", trusted, "other.example", "Its certificate is for another name."],
  ["that nobody vouches for", unknown, "unknown.example", "Nobody vouches for its certificate."],
])("a certificate %s ends the exchange before anything is asked", async (_what, pair, name, sentence) => {
  let asked = 0;
  const { url, options } = await serveTls(pair, name, () => asked++);
  const { problem } = await exchange(url, options);
  expect(problem?.reason).toBe("TLS");
  expect(problem?.message).toContain(sentence);
  expect(asked).toBe(0);
});

test.each<[string, string, (socket: Socket) => void]>([
  ["answers in plain words", "TLS", (socket) => void socket.end("HTTP/1.1 200 OK\r\n\r\nwhat?")],
  ["hangs up", "TLS", (socket) => void socket.end()],
  ["resets", "TLS", (socket) => void socket.resetAndDestroy()],
  ["says nothing", "too slow", () => {}],
])("a server without TLS that %s ends as: %s", async (_what, reason, behave) => {
  const server = createPlain((socket) => socket.on("error", () => {}).once("data", () => behave(socket)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const allow = new Set([`127.0.0.1:${port}`]);
  const limits = { ...smallLimits, connectMs: reason === "too slow" ? 200 : 5000 };
  const { problem } = await exchange(`https://127.0.0.1:${port}/`, {
    ...exchangeOptions(testFolder()),
    allow,
    limits,
  });
  expect(problem?.reason).toBe(reason);
});
