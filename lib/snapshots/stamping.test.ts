import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "../db.ts";
import { Authority } from "../keeping/test-authority.ts";
import { keepFile } from "./gateway.ts";
import { stampFile } from "./stamping.ts";

let authority: Authority;
let folder: string;
let server: Server;
let isAway = false;

beforeAll(async () => {
  authority = await Authority.make();
  folder = await mkdtemp(join(tmpdir(), "assay-stamping-"));
  server = createServer((request, response) => {
    void buffer(request)
      .then((query) => authority.answer(query, {}))
      .then((answer) => response.writeHead(isAway ? 503 : 200).end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.ASSAY_DATA = folder;
  process.env.TIMESTAMP_AUTHORITY_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  delete process.env.TIMESTAMP_AUTHORITY_URL;
  delete process.env.TIMESTAMP_AUTHORITY_CERTIFICATES;
  await rm(folder, { recursive: true, force: true });
});

async function aFile(): Promise<string> {
  await writeFile(join(folder, "file"), randomUUID());
  return keepFile(join(folder, "file"), "text/plain");
}
const stampsOf = (sha256: string) => db.fileTimestamp.count({ where: { sha256 } });

test("a file is stamped once, however often the job is done", async () => {
  const sha256 = await aFile();
  await Promise.all([stampFile(sha256), stampFile(sha256)]);
  await stampFile(sha256);
  expect(await stampsOf(sha256)).toBe(1);
});

test("while the authority is away the job is tried again", async () => {
  const sha256 = await aFile();
  isAway = true;
  await expect(stampFile(sha256)).rejects.toThrow(/does not answer/);
  isAway = false;
  await stampFile(sha256);
  expect(await stampsOf(sha256)).toBe(1);
});

test("a token of an authority that is not among the trusted ones is none", async () => {
  const pem = Buffer.from((await Authority.make()).root).toString("base64");
  const file = join(folder, "roots.pem");
  await writeFile(file, `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`);
  process.env.TIMESTAMP_AUTHORITY_CERTIFICATES = file;
  const said = vi.spyOn(console, "error").mockReturnValue();
  const sha256 = await aFile();
  await stampFile(sha256);
  expect(said).toHaveBeenCalledOnce();
  expect(await stampsOf(sha256)).toBe(0);
});
