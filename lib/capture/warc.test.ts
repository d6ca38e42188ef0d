import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WARCParser } from "warcio";
import { exchange } from "./exchange.ts";
import {
  answer,
  exchangeOptions,
  hastyLimits,
  pathOf,
  serve,
  smallLimits,
  testFolder,
} from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { writeWarc } from "./warc.ts";

const sha256 = (bytes: string | Uint8Array) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** A capture's WARC as another program reads it: headers of each record, its block, and its decoded content. */
async function captureWarc(server: TestServer, limits = smallLimits) {
  const folder = testFolder();
  const options = { ...exchangeOptions(folder, server), limits };
  const exchanged = await exchange(server.url, options);
  const file = join(folder, "exchange.warc.gz");
  await writeWarc(file, exchanged.hops, options.userAgent);
  const records: Array<{ header: (name: string) => string | null | undefined; type: string; block: Buffer }> =
    [];
  for await (const record of new WARCParser(createReadStream(file), { parseHttp: false })) {
    const block = Buffer.from(await record.readFully(false));
    records.push({ header: (name) => record.warcHeader(name), type: record.warcType, block });
  }
  const contents: string[] = [];
  for await (const record of new WARCParser(createReadStream(file)))
    if (record.warcType === "response") contents.push(await record.contentText());
  return { exchanged, file, records, contents };
}

test("another program reads every hop, byte for byte as it went over the wire, and every digest is true", async () => {
  const page = gzipSync("<p>Ünïcödé</p>");
  const chunked = Buffer.concat([
    Buffer.from(
      "HTTP/1.1 200 Fine, thanks\r\nx-ODD:  two   spaces \r\nX-Odd: again\r\nContent-Encoding: gzip\r\n",
    ),
    Buffer.from(`Transfer-Encoding: chunked\r\n\r\n5;note=1\r\n`),
    Buffer.concat([
      page.subarray(0, 5),
      Buffer.from(`\r\n${(page.length - 5).toString(16)}\r\n`),
      page.subarray(5),
    ]),
    Buffer.from("\r\n0\r\n\r\n"),
  ]);
  const first = answer("302 Found", ["Location: /there"], "Moved");
  const server = await serve((socket, request) => socket.end(pathOf(request) === "/" ? first : chunked));
  const { records, contents, exchanged } = await captureWarc(server);

  const types = ["warcinfo", "response", "request", "metadata", "response", "request", "metadata"];
  expect(records.map(({ type }) => type)).toEqual(types);
  expect(records[1]?.block).toEqual(first);
  expect(records[4]?.block).toEqual(chunked);
  expect([records[2], records[5]].map((record) => record?.block.toString())).toEqual(server.requests);
  expect(contents).toEqual(["Moved", "<p>Ünïcödé</p>"]);
  for (const { header, block } of records) {
    expect(header("WARC-Block-Digest")).toBe(sha256(block));
    expect(Number(header("Content-Length"))).toBe(block.length);
    expect(header("WARC-Record-ID")).toMatch(/^<urn:uuid:[0-9a-f-]{36}>$/);
    expect(Date.parse(header("WARC-Date") ?? "")).toBeGreaterThan(Date.now() - 60_000);
  }
  expect(records[1]?.header("WARC-Payload-Digest")).toBe(sha256("Moved"));
  expect(records[4]?.header("WARC-Payload-Digest")).toBe(sha256(page));
  expect(records[4]?.header("WARC-Target-URI")).toBe(`${server.url}/there`);
  expect(records[4]?.header("WARC-IP-Address")).toBe("127.0.0.1");
  expect(records[5]?.header("WARC-Concurrent-To")).toBe(records[4]?.header("WARC-Record-ID"));
  expect(records[6]?.block.toString()).toBe(`hopsFromSeed: R\r\nvia: ${server.url}/\r\n`);
  expect(exchanged.original?.sha256).toBe(sha256("<p>Ünïcödé</p>").slice(7));
});

test("interim answers and what follows an answer's announced end are no part of the record", async () => {
  const final = answer("200 OK", [], "short");
  const hints = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
  const server = await serve((socket) =>
    socket.end(Buffer.concat([Buffer.from(hints), final, Buffer.from("and more")])),
  );
  const { records, exchanged } = await captureWarc(server);
  expect(records[1]?.block).toEqual(final);
  expect(readFileSync(exchanged.original?.file ?? "", "utf8")).toBe("short");
});

test.each([
  ["disconnect", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", true],
  ["time", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", false],
  ["length", `HTTP/1.1 200 OK\r\n\r\n${"x".repeat(500_000)}`, true],
])("an answer that is not whole is kept as far as it came, and says why: %s", async (why, bytes, ends) => {
  const server = await serve((socket) => (ends ? socket.end(bytes) : socket.write(bytes)));
  const { records } = await captureWarc(server, ends ? smallLimits : hastyLimits);
  expect(records[1]?.header("WARC-Truncated")).toBe(why);
  expect(records[1]?.header("WARC-Payload-Digest")).toBeFalsy();
  expect(bytes.startsWith(records[1]?.block.toString() ?? "?")).toBe(true);
  expect(records[1]?.header("WARC-Block-Digest")).toBe(sha256(records[1]?.block ?? ""));
});

test("each record is a gzip member of its own, so that one can be read without those before it", async () => {
  const server = await serve((socket) => socket.end(answer("200 OK", [], "page")));
  const { file, records } = await captureWarc(server);
  const bytes = readFileSync(file);
  const starts = [...bytes.toString("hex").matchAll(/1f8b080000000000/g)].map(({ index }) => index / 2);
  expect(starts).toHaveLength(records.length);
  expect(gunzipSync(bytes.subarray(starts[1], starts[2])).toString()).toMatch(
    /^WARC\/1\.1\r\nWARC-Type: response\r\n/,
  );
});
