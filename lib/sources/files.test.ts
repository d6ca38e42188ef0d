import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import type { Member } from "../auth/schema.ts";
import { readCopyText } from "../snapshots/copies.ts";
import { answerFile } from "../snapshots/files.ts";
import { getSnapshot } from "../snapshots/queries.ts";
import { takeSnapshot } from "../snapshots/work.ts";
import { addSource } from "./commands.ts";
import { takeFile } from "./gateway.ts";
import { addSourceInput } from "./schema.ts";

let checker: Member;
let folder: string;
let sourceId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-files-"));
  process.env.ASSAY_DATA = folder;
  checker = await aMember();
  const source = { kind: "document", title: "Toll book", description: "Shelf 4", language: "en" };
  ({ sourceId } = await addSource(
    checker,
    addSourceInput.parse({ ...source, idempotencyKey: randomUUID() }),
  ));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function send(body: BodyInit, fileName: string, idempotencyKey: string = randomUUID()) {
  const query = new URLSearchParams({ fileName, idempotencyKey });
  const request = new Request(`http://localhost/?${query}`, { method: "POST", body });
  return takeFile(checker, sourceId, request);
}

/** Sends a file, has it looked into as a worker does, and answers the copy. */
async function added(body: BodyInit, fileName: string) {
  const answer = await send(body, fileName);
  expect(answer.status).toBe(201);
  const { snapshotId } = (await answer.json()) as { snapshotId: string };
  const app = await connectAs("app");
  const { rows } = await app.query<{ data: { snapshotId: string; upload: string } }>(
    "SELECT data FROM jobs.job WHERE name = 'capture' AND data ->> 'snapshotId' = $1",
    [snapshotId],
  );
  expect(rows).toHaveLength(1);
  await takeSnapshot(rows[0]?.data ?? { snapshotId }, 1, new AbortController().signal);
  return getSnapshot(checker, snapshotId);
}

test("a text is kept and can be quoted; its original is a download that nothing runs of", async () => {
  const copy = await added(
    "<html><body><script>alert(1)</script>" + "<p>Carts: twelve, by the toll book of the town.</p>".repeat(9),
    "book.pdf",
  );
  expect(copy).toMatchObject({ outcome: "captured", fileName: "book.pdf", means: "upload" });
  expect(await readCopyText(copy)).toMatchObject({ text: expect.stringContaining("Carts: twelve") });
  const file = await answerFile(checker, copy.id, "original", null);
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(file.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
  expect(await file.text()).toContain("<script>");
});

test("what scanners know as harmful is kept to the byte, may not be run, and leaves as a download without its own name and type", async () => {
  // EICAR's file for trying scanners, taken apart: whole, it would have this very file removed from a checkout.
  const harmful = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");
  const copy = await added(harmful, "invoice.com");
  const { sha256 = "" } = copy.parts.find(({ kind }) => kind === "original") ?? {};
  expect(sha256).toBe("275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f");
  const kept = join(folder, "files", sha256?.slice(0, 2) ?? "", sha256?.slice(2, 4) ?? "", sha256 ?? "");
  expect((await stat(kept)).mode & 0o777).toBe(0o400);
  const file = await answerFile(checker, copy.id, "original", null);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="copy-${copy.id}-original.txt"`,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(await file.text()).toBe(harmful);
});

test("a picture is shown by a copy without what it says of itself, which is listed", async () => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } })
    .withExif({ IFD0: { Make: "Pinhole", Model: "Box 3" } })
    .jpeg()
    .toBuffer();
  const copy = await added(new Uint8Array(picture), "bridge.jpg");
  expect(copy).toMatchObject({ outcome: "captured", shownWidth: 60, shownHeight: 40 });
  expect(copy.facts).toContainEqual({ name: "camera", value: "Box 3" });
  const shown = await answerFile(checker, copy.id, "shown", null);
  expect(shown.headers.get("content-type")).toBe("image/webp");
  expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).exif).toBeUndefined();
  const stretch = await answerFile(checker, copy.id, "shown", "bytes=0-3");
  expect([stretch.status, await stretch.text()]).toEqual([206, "RIFF"]);
});

test("what is none of the kinds that are taken is refused with the reason, and is not kept", async () => {
  const copy = await added(
    new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...Array<number>(200).fill(1)]),
    "report.pdf",
  );
  expect(copy).toMatchObject({ outcome: "failed", reason: expect.any(String), parts: [] });
});

test("a repeated send is one copy; an empty file, an unknown source and a nameless file are refused in a sentence", async () => {
  const key = randomUUID();
  const [one, two] = [await send("Twelve", "a.txt", key), await send("Twelve", "a.txt", key)];
  expect(await one.json()).toEqual(await two.json());
  for (const [answer, status] of [
    [await send("", "a.txt"), 422],
    [await send("Twelve", ""), 422],
    [
      await takeFile(
        checker,
        randomUUID(),
        new Request(`http://localhost/?fileName=a&idempotencyKey=${key}`, { method: "POST", body: "x" }),
      ),
      404,
    ],
  ] as const) {
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message: expect.stringMatching(/\.$/) });
  }
  expect(await readdir(join(folder, "arriving"))).toEqual([]);
});
