import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { TimeStampReq } from "pkijs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAuthority } from "./gateway.ts";
import { Authority, type Manners } from "./test-authority.ts";
import { requestTimestamp } from "./timestamps.ts";
import { verifyTimestamp } from "./token.ts";

const sha256 = createHash("sha256").update("words").digest("hex");
const other = createHash("sha256").update("others").digest("hex");

let authority: Authority;
let server: Server;
let url: string;
let manners: Manners = {};
let respond: ((query: Buffer) => Promise<{ status?: number; body: Uint8Array } | null>) | null = null;

beforeAll(async () => {
  authority = await Authority.make();
  server = createServer((request, response) => {
    void (async () => {
      const query = await buffer(request);
      const answer = respond ? await respond(query) : { body: await authority.answer(query, manners) };
      if (answer) response.writeHead(answer.status ?? 200).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function ask(by: Manners = {}): Promise<Uint8Array> {
  manners = by;
  respond = null;
  return requestTimestamp(sha256, url);
}

test("a token proves the time of exactly one file, offline, and whose certificate it leads to", async () => {
  const token = await ask({ time: new Date("2026-11-01T10:00:00Z") });
  const proof = await verifyTimestamp(token, sha256, [new X509Certificate(authority.root)]);
  expect(proof).toMatchObject({
    isValid: true,
    time: new Date("2026-11-01T10:00:00Z"),
    authority: "Test authority",
    isTrusted: true,
  });
  expect(await verifyTimestamp(token, sha256)).toMatchObject({ isValid: true, isTrusted: null });
  expect(await verifyTimestamp(token, other)).toEqual({ isValid: false, reason: "it is about another file" });
  const stranger = await Authority.make();
  expect(await verifyTimestamp(token, sha256, [new X509Certificate(stranger.root)])).toEqual({
    isValid: false,
    reason: "its certificate does not lead to one that is trusted here",
  });
});

test("the certificates to trust are read from a file, and a file without any is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-certificates-"));
  const file = join(folder, "trusted.pem");
  const env = { TIMESTAMP_AUTHORITY_URL: url, TIMESTAMP_AUTHORITY_CERTIFICATES: file };
  writeFileSync(file, `root\n${String(new X509Certificate(authority.root))}\n`);
  const { trusted } = readAuthority(env);
  expect(await verifyTimestamp(await ask(), sha256, trusted)).toMatchObject({ isTrusted: true });
  writeFileSync(file, "nothing");
  expect(() => readAuthority(env)).toThrow("a file of certificates in PEM: it has no certificate in it");
  expect(() => readAuthority({ TIMESTAMP_AUTHORITY_URL: "ftp://clock" })).toThrow(
    "must be an http(s) address",
  );
  expect(readAuthority({})).toEqual({ url: null, trusted: [] });
  rmSync(folder, { recursive: true });
});

test("a token with any byte of its time or its signature altered, or cut anywhere, proves nothing", async () => {
  const token = await ask({ time: new Date("2026-11-01T10:00:00Z") });
  const time = Buffer.from(token).indexOf("20261101100000Z");
  for (const at of [time, time + 7, token.length - 1, token.length - 20]) {
    const altered = Buffer.from(token);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(await verifyTimestamp(altered, sha256), `byte ${at}`).toMatchObject({ isValid: false });
  }
  for (let length = 0; length < token.length; length += 97)
    expect(await verifyTimestamp(token.subarray(0, length), sha256)).toMatchObject({ isValid: false });
});

test.each<[string, Manners]>([
  ["another question than ours", { nonce: Buffer.from("0102030405060708", "hex") }],
  ["it is about another file", { imprint: other }],
  ["not for time-stamping alone", { signer: "for anything" }],
  ["was not valid at that time", { time: new Date("2019-01-01T00:00:00Z") }],
  ["its signature names another certificate", { names: Buffer.alloc(32) }],
  ["it is hashed in a way that is no longer safe", { hash: "SHA-1" }],
])("an answer is refused: %s", async (reason, by) => {
  await expect(ask(by)).rejects.toThrow(reason);
});

test("an authority that refuses, fails, floods, talks nonsense or is silent ends with its own reason", async () => {
  await expect(ask({ status: 2 })).rejects.toMatchObject({
    message: "The timestamp authority refused: not today.",
    isPassing: true,
  });
  const answers = async (answer: { status?: number; body: Uint8Array } | null, timeoutMs?: number) => {
    respond = () => Promise.resolve(answer);
    return requestTimestamp(sha256, url, timeoutMs);
  };
  await expect(answers({ status: 500, body: Buffer.from("no") })).rejects.toThrow(
    "does not answer (HTTP 500)",
  );
  await expect(answers({ body: Buffer.alloc(200_000) })).rejects.toThrow("far too long");
  await expect(answers({ body: Buffer.from("<html>") })).rejects.toThrow("cannot be read");
  await expect(answers(null, 100)).rejects.toMatchObject({ isPassing: true });
  await expect(requestTimestamp(sha256, "http://127.0.0.1:9")).rejects.toMatchObject({ isPassing: true });
});

test("a request asks for the certificate and carries a fresh number of its own", async () => {
  const queries: TimeStampReq[] = [];
  respond = async (query) => {
    queries.push(TimeStampReq.fromBER(Uint8Array.from(query)));
    return { body: await authority.answer(query, {}) };
  };
  await requestTimestamp(sha256, url);
  await requestTimestamp(sha256, url);
  expect(queries.map(({ certReq }) => certReq)).toEqual([true, true]);
  expect(new Set(queries.map(({ nonce }) => String(nonce?.valueBlock))).size).toBe(2);
});
