import { spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { CaptureBrowser } from "./browser.ts";
import { captureUrl } from "./capture.ts";
import { usualLimits } from "./limits.ts";
import { answer, exchangeOptions, pathOf, serve, testFolder } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

// Some machines for tests forbid the user namespaces that Chromium's sandbox is made of. The pages here are only ours.
const nobody = process.getuid?.() === 0 ? { uid: 65533, gid: 65533 } : {};
const sandbox = spawnSync("unshare", ["--user", "--net", "true"], nobody).status === 0;
const browser = new CaptureBrowser({ sandbox });
afterAll(() => browser.close());

const html = (body: string, ...headers: string[]) =>
  answer("200 OK", ["Content-Type: text/html; charset=utf-8", ...headers], body);
const words = "The ministry said on Monday that 1,200 homes were rebuilt. ".repeat(6);
// Unpacking a browser takes seconds, and many of them on a machine that does much else.
// What is left after the exchange is less than the browser may take.
const limits = { ...usualLimits, browserMs: 45_000, captureMs: 45_000 };
vi.setConfig({ testTimeout: 60_000 });
const pngSize = (file = "") => [16, 20].map((at) => readFileSync(file).readUInt32BE(at));

function show(server: TestServer, more: Partial<typeof limits> = {}) {
  const options = { ...exchangeOptions(testFolder(), server), limits: { ...limits, ...more } };
  return browser.show(server.url, options);
}

test("a page is drawn as a person sees it, and words that only scripts write are read", async () => {
  const page = `<title>Homes</title><div style="height:30000px"></div><script>document.body.insertAdjacentHTML("afterbegin", "<p>${words}")</script>`;
  const server = await serve((socket) => socket.end(html(page)));
  const folder = testFolder();
  const got = await captureUrl(server.url, { ...exchangeOptions(folder, server), limits, browser });
  expect(Object.values(got.parts).map(({ outcome }) => outcome)).toEqual(Array(5).fill("captured"));
  expect(readFileSync(got.parts.text.file ?? "", "utf8")).toBe(words.trim());
  expect(got.parts.text.isRendered).toBe(true);
  expect(pngSize(got.parts.screenshot.file)).toEqual([1280, 10_000]);
  expect(readFileSync(got.parts.pdf.file ?? "", "latin1").slice(0, 5)).toBe("%PDF-");
  expect(readdirSync(folder).sort()).toEqual([
    "exchange.warc.gz",
    "original",
    "page.pdf",
    "screenshot.png",
    "text.txt",
  ]);
  expect(server.requests.at(-1)).toMatch(
    /User-Agent: Mozilla.* Assay\/0\.1 \(\+https:\/\/desk\.example\)\r\n/i,
  );
});

/** Every way in which a page asks for something, each with a path of its own below `at`. */
const reaching = (at: string, ws: string, port: number) => `
  <link rel=stylesheet href="${at}/css"><link rel=icon href="${at}/icon"><link rel=manifest href="${at}/manifest">
  <link rel=prefetch href="${at}/prefetch"><link rel=preload as=font crossorigin href="${at}/preload"><link rel=preconnect href="${at}">
  <link rel=dns-prefetch href="${at}"><link rel=modulepreload href="${at}/module"><link rel=prerender href="${at}/prerender">
  <script type=speculationrules>{"prefetch":[{"source":"list","urls":["${at}/speculation"]}]}</script>
  <style>body { background: url(${at}/background) } @import "${at}/import"; @font-face { font-family: f; src: url(${at}/font) } p { font-family: f }</style>
  <p>${words}</p><img src="${at}/img"><img src="/redirect"><iframe src="${at}/iframe"></iframe><object data="${at}/object"></object>
  <embed src="${at}/embed"><video src="${at}/video" poster="${at}/poster" autoplay></video><audio src="${at}/audio" autoplay></audio>
  <svg><image href="${at}/svg" /><use href="${at}/use#x" /></svg><a id=ping href="#" ping="${at}/ping">x</a><script src="${at}/script"></script>
  <form id=form method=post action="${at}/form" target=frame></form><iframe name=frame></iframe>
  <script>
    const quietly = (work) => { try { Promise.resolve(work()).catch(() => {}) } catch {} };
    quietly(() => fetch("${at}/fetch", { mode: "no-cors" }));
    quietly(() => fetch("${at}/keepalive", { mode: "no-cors", method: "POST", keepalive: true }));
    quietly(() => { const asked = new XMLHttpRequest(); asked.open("GET", "${at}/xhr"); asked.send(); });
    quietly(() => navigator.sendBeacon("${at}/beacon", "x"));
    quietly(() => new WebSocket("${ws}/websocket"));
    quietly(() => new EventSource("${at}/events"));
    quietly(() => new Worker(URL.createObjectURL(new Blob(["fetch('${at}/worker',{mode:'no-cors'}); try { new WebTransport('https://127.0.0.1:${port}/worker') } catch {}"]))));
    quietly(() => navigator.serviceWorker.register("/worker.js"));
    quietly(() => new WebTransport("https://127.0.0.1:${port}/transport").ready);
    quietly(() => { const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${port}" }] }); peer.createDataChannel("x"); return peer.createOffer().then((offer) => peer.setLocalDescription(offer)); });
    quietly(() => window.open("${at}/popup"));
    quietly(() => document.getElementById("ping").click());
    quietly(() => document.getElementById("form").submit());
    quietly(() => alert("stay"));
  </script>`;

async function udpCanary(port: number): Promise<() => number> {
  const socket = createSocket("udp4");
  let packets = 0;
  socket.on("message", () => packets++);
  await new Promise<void>((resolve) => socket.bind(port, "127.0.0.1", resolve));
  onTestFinished(() => void socket.close());
  return () => packets;
}

test("nothing that a page does in the browser reaches inside", async () => {
  const birds = [await serve((socket) => socket.end(html("the canary sings")))];
  const port = birds[0]?.port ?? 0;
  birds.push(await serve((socket) => socket.end(html("sings")), "::1", port));
  const packets = await udpCanary(port);
  const inside = [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`];
  const page = inside.map((at) => reaching(at, at.replace("http", "ws"), port)).join("");
  const server = await serve((socket, request) => {
    if (pathOf(request) === "/redirect") socket.end(answer("302 X", [`Location: ${inside[0]}/redirected`]));
    else socket.end(html(pathOf(request) === "/" ? page : ""));
  });
  const { screenshot, refused } = await show(server);
  expect(screenshot.outcome).toBe("captured");
  expect(birds.map((bird) => bird.connections())).toEqual([0, 0]);
  expect(packets()).toBe(0);
  // It did ask: the proxy has heard of it.
  const asked = refused.join(" ");
  for (const way of "css prefetch preload module background font img redirected iframe video script fetch xhr beacon events worker form".split(
    " ",
  ))
    expect(asked, way).toContain(`/${way}`);
  expect(refused).toContain(`127.0.0.1:${port}`); // the websocket's tunnel
});

test("a page that leads the whole browser inside ends there", async () => {
  const canary = await serve((socket) => socket.end(html("the canary sings")));
  const page = `<p>${words}<script>location = "http://127.0.0.1:${canary.port}/"</script>`;
  const server = await serve((socket) => socket.end(html(page)));
  await show(server);
  const redirecting = await serve((socket) =>
    socket.end(answer("302 X", [`Location: http://127.0.0.1:${canary.port}/`])),
  );
  const { screenshot, refused } = await show(redirecting);
  expect(refused).toHaveLength(1);
  expect(screenshot.outcome).not.toBe("");
  expect(canary.connections()).toBe(0);
});

test("a page that waits until others are shown is not too slow for it", async () => {
  const hanging = await serve((socket) => socket.end(html(`<p>${words}<script>for (;;);</script>`)));
  const good = await serve((socket) => socket.end(html(`<p>${words}`)));
  expect((await show(good)).screenshot.outcome).toBe("captured"); // the browser is there
  const [, , last] = await Promise.all(
    [hanging, hanging, good].map((each) => show(each, { browserMs: 2500 })),
  );
  expect(last?.screenshot).toMatchObject({ outcome: "captured" });
});

test("a disk without room for the picture is no fault of the page", async () => {
  const server = await serve((socket) => socket.end(html(`<p>${words}`)));
  const folder = testFolder();
  symlinkSync("/dev/full", join(folder, "screenshot.png"));
  const shown = browser.show(server.url, { ...exchangeOptions(folder, server), limits });
  await expect(shown).rejects.toMatchObject({ code: "ENOSPC" });
  expect((await show(server)).screenshot.outcome).toBe("captured");
});

test.each([
  ["never ends its script", () => html(`<p>${words}<script>for (;;);</script>`)],
  ["never ends its answer", () => Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")],
])("a page that %s ends in time with its reason, and the next one is drawn as ever", async (_what, bytes) => {
  const server = await serve((socket) => socket.write(bytes()));
  const from = performance.now();
  const { screenshot, pdf } = await show(server, { browserMs: 1500 });
  expect(performance.now() - from).toBeLessThan(8000);
  expect([screenshot.outcome, pdf.outcome]).toEqual(["failed", "failed"]);
  expect(screenshot.reason).toBe("The browser could not show the page. It took too long.");
  const good = await serve((socket) => socket.end(html(`<p>${words}`)));
  expect((await show(good)).screenshot.outcome).toBe("captured");
});
