import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import type { Member } from "../auth/schema.ts";
import { addSource, captureAgain } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";
import { readCopyText } from "./copies.ts";
import { getSnapshot, listSnapshots } from "./queries.ts";
import { takeSnapshot } from "./work.ts";

let checker: Member;
let folder: string;
let site: Server;
let body = "";
const never = new AbortController().signal;

const page = (
  carts: string,
) => `<!doctype html><html lang="en"><head><title>Toll book</title></head><body><article>
  <h1>Toll book</h1>${`<p>On the twelfth of May the keeper counted ${carts} carts on the bridge, and wrote them down.</p>`.repeat(6)}
  </article></body></html>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-work-"));
  site = createServer((_request, response) => response.setHeader("Content-Type", "text/html").end(body));
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  process.env.ASSAY_DATA = folder;
  process.env.CAPTURE_ALLOW = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  checker = await aMember();
});
afterAll(async () => {
  site.close();
  await rm(folder, { recursive: true, force: true });
});

/** A source whose page was asked for while it was added. */
async function aSource(url: string): Promise<{ sourceId: string; snapshotId: string }> {
  const input = { kind: "page", title: "Toll book", url, language: "en", idempotencyKey: randomUUID() };
  const { sourceId } = await addSource(checker, addSourceInput.parse(input));
  const [asked] = await listSnapshots(checker, { sourceId });
  return { sourceId, snapshotId: asked?.id ?? "" };
}
const here = () => `http://${process.env.CAPTURE_ALLOW}/${randomUUID()}`;

test("a page is taken with its exchange, its bytes and its text; a later copy has the text of then, and the same bytes are kept once", async () => {
  body = page("twelve");
  const { sourceId, snapshotId } = await aSource(here());
  await takeSnapshot({ snapshotId }, 1, never);
  const first = await getSnapshot(checker, snapshotId);
  expect(first).toMatchObject({
    outcome: "captured",
    reason: null,
    httpStatus: 200,
    language: "en",
    step: null,
  });
  expect(first.parts.filter(({ outcome }) => outcome === "captured").map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["text", "original", "exchange"]),
  );
  expect(await readCopyText(first)).toMatchObject({ text: expect.stringContaining("twelve carts") });

  const again = async () => {
    const asked = await captureAgain(checker, { sourceId, idempotencyKey: randomUUID() });
    await takeSnapshot(asked, 1, never);
    return getSnapshot(checker, asked.snapshotId);
  };
  const same = await again();
  const hashOf = (copy: typeof first) => copy.parts.find(({ kind }) => kind === "original")?.sha256;
  expect(hashOf(same)).toBe(hashOf(first));
  body = page("thirty");
  expect(await readCopyText(await again())).toMatchObject({ text: expect.stringContaining("thirty carts") });
  expect(await readdir(join(folder, "arriving"))).toEqual([]);
});

test("an empty page is no success, and an address inside is not asked", async () => {
  body = "<html><body></body></html>";
  const empty = await aSource(here());
  await takeSnapshot(empty, 1, never);
  expect(await getSnapshot(checker, empty.snapshotId)).toMatchObject({
    outcome: "empty",
    reason: expect.stringMatching(/text/),
  });
  const inside = await aSource(`http://127.0.0.1:${Number(process.env.CAPTURE_ALLOW?.split(":")[1]) + 1}/`);
  await takeSnapshot(inside, 1, never);
  expect(await getSnapshot(checker, inside.snapshotId)).toMatchObject({
    outcome: "failed",
    reason: expect.stringMatching(/does not ask this address/),
  });
});

test("while the store is full nothing is finished and nothing is lost, and the next try takes the copy", async () => {
  body = page("forty");
  const { snapshotId } = await aSource(here());
  process.env.ASSAY_DATA = join(folder, "a-file");
  await writeFile(process.env.ASSAY_DATA, "");
  await expect(takeSnapshot({ snapshotId }, 1, never)).rejects.toThrow(/does not answer/);
  process.env.ASSAY_DATA = folder;
  expect(await getSnapshot(checker, snapshotId)).toMatchObject({
    outcome: null,
    step: expect.stringContaining("tried again"),
  });
  await takeSnapshot({ snapshotId }, 2, never);
  expect(await getSnapshot(checker, snapshotId)).toMatchObject({ outcome: "captured" });
});

test("a job that is done twice has its effect once, and one of a copy that is done does nothing", async () => {
  body = page("fifty");
  const { snapshotId } = await aSource(here());
  await Promise.all([takeSnapshot({ snapshotId }, 1, never), takeSnapshot({ snapshotId }, 1, never)]);
  await takeSnapshot({ snapshotId }, 2, never);
  const app = await connectAs("app");
  const events = await app.query(
    "SELECT name FROM audit_events WHERE name LIKE 'snapshot.%' AND data::jsonb ->> 'snapshotId' = $1 ORDER BY seq",
    [snapshotId],
  );
  expect(events.rows.map(({ name }) => name as string)).toEqual(["snapshot.requested", "snapshot.finished"]);
});
