import type { LookupAddress } from "node:dns";
import { request } from "node:http";
import { connect, createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { readAllowed } from "./address.ts";
import { FilteringProxy } from "./filtering-proxy.ts";
import { insides } from "./test-addresses.ts";
import { answer, exchangeOptions, serve, testFolder } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

async function open(bytes: number, ...servers: TestServer[]) {
  const { allow, signal } = exchangeOptions(testFolder(), ...servers);
  const proxy = await FilteringProxy.open({ allow, signal, connectMs: 5_000 }, bytes);
  onTestFinished(() => proxy.close());
  return proxy;
}

/** The status and body of an answer through the proxy; "broken off" where it does not come to its end. */
const get = (proxy: FilteringProxy, url: string) =>
  new Promise<string>((resolve) => {
    const asked = request(proxy.address, { path: url, agent: false });
    asked
      .on("error", () => resolve("broken off"))
      .on("response", (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString()));
        response.on("end", () => resolve(`${response.statusCode} ${body}`));
        response.on("error", () => resolve("broken off"));
      });
    asked.end();
  });

/** What the proxy and whoever is behind it answer to bytes sent through a tunnel. */
const tunnel = (proxy: FilteringProxy, authority: string, bytes: string) =>
  new Promise<string>((resolve) => {
    let heard = "";
    const socket = connect(Number(new URL(proxy.address).port), "127.0.0.1", () => {
      socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n${bytes}`);
    });
    socket.on("data", (chunk: Buffer) => (heard += chunk.toString()));
    socket.on("close", () => resolve(heard)).on("error", () => resolve(heard));
  });

test("the proxy passes on what may be asked, forwarded and by tunnel, without what is meant for it alone", async () => {
  const server = await serve((socket) => socket.end(answer("200 OK", ["X-Y: z"], "page")));
  const proxy = await open(10_000, server);
  expect(await get(proxy, `${server.url}/a?b`)).toBe("200 page");
  expect(server.requests[0]).toMatch(/^GET \/a\?b HTTP\/1\.1\r\n/);
  expect(server.requests[0]).not.toMatch(/proxy/i);
  expect(await tunnel(proxy, new URL(server.url).host, "GET /c HTTP/1.1\r\nHost: x\r\n\r\n")).toMatch(
    /^HTTP\/1\.1 200 OK\r\n\r\nHTTP\/1\.1 200 OK[^]*page$/,
  );
  expect(proxy.refused).toEqual([]);
});

test("no address inside is connected to, in whatever spelling the proxy is asked for it", async () => {
  const canary = await serve((socket) => socket.end(answer("200 OK", [], "sings")));
  const proxy = await open(10_000);
  const hosts = insides.filter((host) => /^[\x20-\x7e]+$/.test(host));
  for (const host of hosts) {
    expect(await get(proxy, `http://${host}:${canary.port}/`), host).toBe("403 ");
    expect(await tunnel(proxy, `${host}:${canary.port}`, "x"), host).toMatch(/^HTTP\/1\.1 403 /);
  }
  for (const wrong of ["public.example", "public.example:22", "a@127.0.0.1:80", "127.0.0.1", "/x", ""])
    expect(await tunnel(proxy, wrong, "x"), wrong).toMatch(/^(HTTP\/1\.1 40[03] |$)/);
  for (const wrong of ["ftp://127.0.0.1/", "https://public.example/", "/", "//127.0.0.1/"])
    expect(await get(proxy, wrong), wrong).toBe("403 ");
  expect(canary.connections()).toBe(0);
  expect(proxy.refused.length).toBeGreaterThan(50);
});

test("all answers together are bounded, and so is how often a page may ask", async () => {
  const server = await serve((socket) => socket.end(answer("200 OK", [], "x".repeat(300))));
  const proxy = await open(1_000, server);
  expect(await get(proxy, server.url)).toHaveLength(304);
  expect(await get(proxy, server.url)).toHaveLength(304);
  expect(await get(proxy, server.url)).toHaveLength(304);
  expect(await get(proxy, server.url)).toBe("broken off");
  const asked = await Promise.all(Array.from({ length: 300 }, () => get(proxy, "http://10.0.0.1/")));
  expect(asked).toHaveLength(300);
  expect(await get(proxy, server.url)).toBe("403 ");
});

test("closing the proxy ends what is still going through it", async () => {
  const server = await serve(() => {});
  const proxy = await open(1_000, server);
  const heard = tunnel(proxy, new URL(server.url).host, "GET / HTTP/1.1\r\n\r\n");
  while (server.connections() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await proxy.close();
  expect(await heard).toBe("HTTP/1.1 200 OK\r\n\r\n");
});

test.each([
  ["goes away without an answer", ""],
  ["answers with a status that is none", "HTTP/1.1 099 No\r\nContent-Length: 0\r\n\r\n"],
  ["ends in the middle of its head", "HTTP/1.1 200 OK\r\nContent-"],
])("a server that %s ends one request, and not the process", async (_what, words) => {
  const server = await serve((socket) => socket.end(words));
  const proxy = await open(1_000_000, server);
  expect(await get(proxy, `${server.url}/`)).toMatch(/^(broken off|502 )/);
});

test("a browser that has gone when the answer comes ends one request, and not the process", async () => {
  const answered = Promise.withResolvers<void>();
  const server = await serve((socket) => {
    browser.destroy();
    setTimeout(() => socket.end(answer("200 OK", []), () => answered.resolve()), 50);
  });
  const proxy = await open(1_000_000, server);
  const browser = connect(Number(new URL(proxy.address).port), "127.0.0.1");
  browser.write(`GET ${server.url}/ HTTP/1.1\r\nHost: x\r\n\r\n`);
  await answered.promise;
  expect(await get(proxy, "http://127.0.0.1:1/")).toMatch(/^403/);
});

test("a connection that is only there after the proxy was closed is ended too", async () => {
  const ended = Promise.withResolvers<void>();
  const server = await serve(() => {});
  const target = createServer((socket) => socket.resume().on("close", () => ended.resolve()));
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void target.close());
  const { port } = target.address() as AddressInfo;
  const named = Promise.withResolvers<LookupAddress[]>();
  const proxy = await FilteringProxy.open(
    {
      ...exchangeOptions(testFolder(), server),
      allow: readAllowed(`late.example:${port}`),
      lookup: () => named.promise,
      connectMs: 5_000,
    },
    1_000,
  );
  const heard = get(proxy, `http://late.example:${port}/`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await proxy.close();
  named.resolve([{ address: "127.0.0.1", family: 4 }]);
  expect(await heard).toBe("broken off");
  await ended.promise;
});
