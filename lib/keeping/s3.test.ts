import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "./gateway.ts";

const base = mkdtempSync(join(tmpdir(), "assay-bucket-"));
const s3 = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory: join(base, "bucket"),
  configureBuckets: [{ name: "evidence", configs: [] }],
});
let endpoint: string;
beforeAll(async () => {
  endpoint = `http://127.0.0.1:${(await s3.run()).port}`;
});
afterAll(async () => {
  await s3.close();
  rmSync(base, { recursive: true, force: true });
});

const limit = { maxBytes: 10_000_000 };
const storeAt = (settings: Record<string, string>) =>
  openStore({
    ASSAY_DATA: base,
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_BUCKET: "evidence",
    FILES_S3_KEY: "S3RVER",
    FILES_S3_SECRET: "S3RVER",
    FILES_S3_PREFIX: "desk/files",
    ...settings,
  });

test("files are kept in a bucket under their hash, and come back byte for byte, whole or in part", async () => {
  const store = storeAt({});
  const bytes = randomBytes(3_000_000);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(await store.put(Readable.from([bytes]), limit)).toEqual({ sha256, bytes: bytes.length });
  expect(await store.put(Readable.from([bytes]), limit)).toEqual({ sha256, bytes: bytes.length });
  expect(await store.stat(sha256)).toEqual({ bytes: bytes.length });
  expect(await buffer(await store.read(sha256))).toEqual(bytes);
  expect(await buffer(await store.read(sha256, { start: 10, end: 19 }))).toEqual(bytes.subarray(10, 20));
  expect(readdirSync(join(base, "arriving"))).toEqual([]);
  const object = await fetch(
    `${endpoint}/evidence/desk/files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
    {
      method: "HEAD",
    },
  );
  expect(object.headers.get("content-length"), "the name is the one of a folder").toBe("3000000");
});

test("an empty file is a file too", async () => {
  const store = storeAt({});
  const { sha256 } = await store.put(Readable.from([]), limit);
  expect(await store.stat(sha256)).toEqual({ bytes: 0 });
  expect((await buffer(await store.read(sha256))).length).toBe(0);
});

test("missing files, a missing bucket and a wrong key are told apart, and nothing is left on this machine", async () => {
  await expect(storeAt({}).read("b".repeat(64))).rejects.toMatchObject({ kind: "missing" });
  expect(await storeAt({}).stat("b".repeat(64))).toBeNull();
  const words = () => Readable.from([Buffer.from("words")]);
  await expect(storeAt({ FILES_S3_BUCKET: "nowhere" }).put(words(), limit)).rejects.toMatchObject({
    kind: "misconfigured",
    message: expect.stringContaining("no such bucket: the bucket nowhere at 127.0.0.1") as string,
  });
  await expect(storeAt({ FILES_S3_KEY: "wrong" }).put(words(), limit)).rejects.toMatchObject({
    kind: "denied",
  });
  expect(readdirSync(join(base, "arriving"))).toEqual([]);
});

test("a store that is away is asked three times, and one that comes back is used", async () => {
  const { server, address, asked } = await serve((nth) => (nth < 3 ? 503 : 200));
  const store = storeAt({ FILES_S3_ENDPOINT: address });
  expect(await store.put(Readable.from([Buffer.from("words")]), limit)).toMatchObject({ bytes: 5 });
  expect(asked).toEqual(["words", "words", "words"]);
  server.close();
  server.closeAllConnections();
  const away = store.put(Readable.from([Buffer.from("words")]), limit);
  await expect(away).rejects.toMatchObject({ kind: "unreachable", isPassing: true });
  expect(readdirSync(join(base, "arriving"))).toEqual([]);
});

test("bytes that were altered in the bucket end the stream with a problem", async () => {
  const { server, address } = await serve(() => 200);
  const stream = await storeAt({ FILES_S3_ENDPOINT: address }).read("c".repeat(64));
  await expect(buffer(stream)).rejects.toMatchObject({ kind: "altered" });
  server.close();
});

test("half a configuration names every variable that is to be set, and never a secret", () => {
  const opened = () =>
    openStore({ ASSAY_DATA: "/data", FILES_S3_BUCKET: "Evidence", FILES_S3_SECRET: "hush" });
  expect(opened).toThrow(
    "Files cannot be kept in a bucket: FILES_S3_ENDPOINT is not set; FILES_S3_BUCKET must be the name of a bucket, in lower case; FILES_S3_KEY is not set.",
  );
  expect(() => openStore({ ASSAY_DATA: "data" })).toThrow("Set ASSAY_DATA to the whole path");
  expect(() => storeAt({ FILES_S3_ENDPOINT: "https://s3.example.org/evidence" })).toThrow("without a path");
  expect(openStore({ ASSAY_DATA: "/data", FILES_S3_BUCKET: "" }).place).toBe("the folder /data/files");
});

/** A server that answers the nth request with a status, and notes the bodies. */
async function serve(
  statusOf: (nth: number) => number,
): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      asked.push(String(body));
      response.writeHead(statusOf(asked.length)).end("other bytes");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
