import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { captureUrl } from "./capture.ts";
import type { Capture } from "./capture.ts";
import type { Behaviour } from "./test-server.ts";
import { answer, exchangeOptions, pathOf, serve, testFolder } from "./test-server.ts";

const words = "The ministry said on Monday that 1,200 homes were rebuilt. ".repeat(6);
const page = `<html lang="fr"><head><title>Homes</title><meta name="date" content="2024-03-04"></head><article><p>${words}</p></article>`;
const html = ["Content-Type: text/html; charset=utf-8"];

async function capture(behave: Behaviour, more: Partial<Parameters<typeof captureUrl>[1]> = {}) {
  const folder = testFolder();
  const server = await serve(behave);
  const capture = await captureUrl(server.url, { ...exchangeOptions(folder, server), ...more });
  return { capture, files: readdirSync(folder).sort(), server };
}
const outcomes = ({ parts }: Capture) =>
  Object.values(parts)
    .map(({ outcome }) => outcome)
    .join(" ");

test("a page is captured with its exchange, original, text and facts, and each hash is that of its file", async () => {
  const progress: string[] = [];
  const {
    capture: got,
    files,
    server,
  } = await capture(
    (socket, request) =>
      socket.end(
        pathOf(request) === "/" ? answer("301 X", ["Location: /homes"]) : answer("200 OK", html, page),
      ),
    { onProgress: ({ part, outcome }) => progress.push(`${part} ${outcome}`) },
  );
  expect(got).toMatchObject({
    outcome: "captured",
    status: 200,
    finalUrl: `${server.url}/homes`,
    contentType: "text/html; charset=utf-8",
    title: "Homes",
    language: "fr",
    publishedOn: "2024-03-04",
    author: null,
  });
  expect(got.hops.map(({ url, status }) => `${status} ${url}`)).toEqual([
    `301 ${server.url}/`,
    `200 ${server.url}/homes`,
  ]);
  expect(outcomes(got)).toBe("captured captured captured skipped skipped");
  expect(files).toEqual(["exchange.warc.gz", "original", "text.txt"]);
  for (const { file, bytes, sha256 } of [got.parts.exchange, got.parts.original, got.parts.text]) {
    const content = readFileSync(file ?? "");
    expect({ bytes, sha256 }).toEqual({
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    });
  }
  expect(readFileSync(got.parts.original.file ?? "", "utf8")).toBe(page);
  expect(readFileSync(got.parts.text.file ?? "", "utf8")).toBe(words.trim());
  expect(progress).toEqual([
    "exchange working",
    "exchange captured",
    "original captured",
    "text working",
    "text captured",
  ]);
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test.each<[string, string[], string | Buffer, string, string]>([
  ["a picture that is called a page", html, png, "image/png", "skipped"],
  [
    "a PDF",
    ["Content-Type: application/pdf"],
    "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj",
    "application/pdf",
    "skipped",
  ],
  ["bytes without a name", [], Buffer.from([1, 0, 2, 0, 3]), "application/octet-stream", "skipped"],
  ["a page without a name", [], `${"<!---->".repeat(300)}<!DOCTYPE html>${page}`, "text/html", "captured"],
  [
    "plain text that looks like a page",
    ["Content-Type: text/plain"],
    `<p>${words}`,
    "text/plain",
    "captured",
  ],
  [
    "a feed",
    ["Content-Type: application/rss+xml"],
    `<?xml version="1.0"?><rss>${words}</rss>`,
    "application/rss+xml",
    "skipped",
  ],
])("%s is kept as what it is", async (_what, headers, bytes, mediaType, text) => {
  const { capture: got } = await capture((socket) => socket.end(answer("200 OK", headers, bytes)));
  expect(got.outcome).toBe("captured");
  expect(got.parts.original).toMatchObject({ outcome: "captured", mediaType });
  expect(got.parts.text.outcome).toBe(text);
  expect(got.parts.text.reason).toBe(text === "skipped" ? "not a page" : undefined);
});

test.each<[string, string, Behaviour, string, string]>([
  [
    "empty",
    "a wall",
    (socket) => socket.end(answer("200 OK", html, "<p>Please enable JavaScript to continue.")),
    "captured captured empty skipped skipped",
    "exchange.warc.gz original",
  ],
  [
    "empty",
    "nothing to read",
    (socket) => socket.end(answer("200 OK", html, "")),
    "captured captured empty skipped skipped",
    "exchange.warc.gz original",
  ],
  [
    "blocked",
    "blocked",
    (socket) => socket.end(answer("403 Forbidden", html, page)),
    "blocked blocked skipped skipped skipped",
    "exchange.warc.gz",
  ],
  [
    "failed",
    "gone",
    (socket) => socket.end(answer("404 Not Found", html, page)),
    "failed failed skipped skipped skipped",
    "exchange.warc.gz",
  ],
  [
    "failed",
    "answer cut short",
    (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"),
    "failed failed skipped skipped skipped",
    "exchange.warc.gz",
  ],
  [
    "failed",
    "bomb",
    (socket) => socket.end(answer("200 OK", ["Content-Encoding: gzip"], gzipSync(Buffer.alloc(3_000_000)))),
    "failed failed skipped skipped skipped",
    "exchange.warc.gz",
  ],
  ["failed", "not HTTP", (socket) => socket.end("220 mail\r\n"), "failed failed skipped skipped skipped", ""],
  [
    "failed",
    "unreadable",
    (socket) => socket.end(answer("200 OK", html, "<div>".repeat(50_000))),
    "captured captured failed skipped skipped",
    "exchange.warc.gz original",
  ],
  [
    "failed",
    "refused address",
    (socket) => socket.end(answer("302 X", ["Location: http://10.0.0.1/"])),
    "failed failed skipped skipped skipped",
    "exchange.warc.gz",
  ],
])(
  "what is %s (%s) never looks captured, and leaves no file but what was received",
  async (outcome, problem, behave, parts, files) => {
    const { capture: got, files: left } = await capture(behave);
    expect(got).toMatchObject({ outcome, problem });
    expect(got.reason).toMatch(/^[A-Z].*[.)]$/);
    expect(outcomes(got)).toBe(parts);
    expect(left.join(" ")).toBe(files);
  },
);

test("a full disk is no outcome of a capture: it is thrown", async () => {
  const server = await serve((socket) => socket.end(answer("200 OK", html, page)));
  const options = exchangeOptions(testFolder(), server);
  await expect(captureUrl(server.url, { ...options, folder: `${options.folder}/nowhere` })).rejects.toThrow(
    "ENOENT",
  );
});
