import { createHash, randomUUID } from "node:crypto";
import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { keepCopiesHere } from "../../prisma/capture-factories.ts";
import { aCopy } from "../../prisma/copy-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { aClaimOnPage, aDesk, submit, type Desk } from "../../prisma/workflow-factories.ts";
import { db } from "../db.ts";
import { retractClaim, startRevising, submitForReview } from "../editions/commands.ts";
import { approveAndPublish } from "./commands.ts";
import { findCopyPage, findCopyText } from "./pages.ts";
import { findPublishedClaim, findPublishedEdition } from "./queries.ts";
import { setVisibility } from "./visibility.ts";

let desk: Desk;

keepCopiesHere();
beforeAll(async () => {
  desk = await aDesk();
});

const aClaim = () => aClaimOnPage(desk.checker);

const approve = (edition: { editionId: string; digest: string }) =>
  approveAndPublish(desk.editor, { ...edition, note: "" });

const publish = async (claimId: string) => approve(await submit(desk.checker, claimId));

const copyIn = async (slug: string) => (await findPublishedClaim(slug))?.view.sources[0]?.copy;

/** What a later edition may be called when nothing but the copies changed. */
const resubmit = (claimId: string, correctionClass: "typo" | "clarification") =>
  submitForReview(desk.checker, { claimId, correctionClass, correctionReason: "A newer copy." });

test("readers are led to the newest copy that has a text, find it whole, and what rests on it", async () => {
  const { claimId, sourceId, number } = await aClaim();
  await aCopy(sourceId, "Carts: eleven.");
  const copy = await aCopy(sourceId, "Carts: twelve.\n\nقال «نعم»");
  await aCopy(sourceId, "");
  const { slug } = await publish(claimId);
  const shown = await copyIn(slug);
  expect(shown).toEqual({
    ...copy,
    capturedAt: expect.any(String) as string,
    path: `/copies/${copy.snapshotId}`,
    goneSince: null,
  });
  const page = await findCopyPage(copy.snapshotId);
  expect(page).toMatchObject({
    title: "Toll book of the bridge",
    text: "Carts: twelve.\n\nقال «نعم»",
    sha256: copy.sha256,
    claims: { items: [{ number, state: "public" }] },
  });
  const text = (await findCopyText(copy.snapshotId)) ?? "";
  expect(createHash("sha256").update(text).digest("hex")).toBe(copy.textSha256);
});

test("a timestamp that comes after the publication reaches the copy's page, which is made anew", async () => {
  const { claimId, sourceId } = await aClaim();
  const copy = await aCopy(sourceId, "Carts: thirteen.");
  await publish(claimId);
  expect(await findCopyPage(copy.snapshotId)).toMatchObject({ stampedAt: null });
  const app = await connectAs("app");
  const heard: (string | undefined)[] = [];
  app.on("notification", ({ payload }) => heard.push(payload));
  await app.query("LISTEN assay_public");
  await app.query(
    "INSERT INTO file_timestamps (id, sha256, authority, token, at) VALUES ($1, $2, 'https://stamps.example', $3, '2031-05-20T10:00:00Z')",
    [randomUUID(), copy.sha256, Buffer.from("token")],
  );
  expect(await findCopyPage(copy.snapshotId)).toMatchObject({ stampedAt: new Date("2031-05-20T10:00:00Z") });
  expect(heard).toEqual([JSON.stringify([`copy:${copy.snapshotId}`])]);
});

test("a copy that no published edition leads to is nowhere, whatever is asked", async () => {
  const { sourceId } = await aClaim();
  const { snapshotId } = await aCopy(sourceId, "Carts: twelve.");
  for (const id of [snapshotId, randomUUID(), "", "x' OR true --", snapshotId.toUpperCase()]) {
    expect(await findCopyPage(id)).toBeNull();
    expect(await findCopyText(id)).toBeNull();
  }
});

test("the copy that evidence was quoted from goes before a newer one", async () => {
  const { claimId, sourceId, evidenceId } = await aClaim();
  const quoted = await aCopy(sourceId, "Carts: twelve.");
  await aCopy(sourceId, "Carts: thirteen.");
  const owner = await connectAs("owner");
  await owner.query("UPDATE evidence SET snapshot_id = $1 WHERE id = $2", [quoted.snapshotId, evidenceId]);
  expect(await copyIn((await publish(claimId)).slug)).toMatchObject({ snapshotId: quoted.snapshotId });
});

test("a later edition leads to a newer copy as no typo's doing, and what was linked to stays, also after a retraction", async () => {
  const { claimId, sourceId } = await aClaim();
  const first = await aCopy(sourceId, "Carts: twelve.");
  const { slug } = await publish(claimId);
  await startRevising(desk.checker, { claimId });
  await expect(resubmit(claimId, "clarification")).rejects.toThrow("Nothing has changed for readers");
  const second = await aCopy(sourceId, "Carts: twelve, of two wheels.");
  await approve(await resubmit(claimId, "typo"));
  expect(await copyIn(slug)).toMatchObject({ snapshotId: second.snapshotId });
  const earlier = await findPublishedEdition(slug, "1");
  expect(earlier?.view.sources[0]?.copy).toMatchObject({ snapshotId: first.snapshotId });
  expect(await findCopyPage(first.snapshotId)).toMatchObject({ claims: { items: [] } });

  await approve(await retractClaim(desk.checker, { claimId, reason: "The wrong bridge." }));
  expect(await copyIn(slug)).toMatchObject({ snapshotId: second.snapshotId });
  expect(await findCopyPage(second.snapshotId)).toMatchObject({
    claims: { items: [{ state: "retracted" }] },
  });
});

test("a text that was altered or lost in the store is not published, nor anything with it", async () => {
  for (const [harm, said] of [
    [(path: string) => writeFile(path, "Carts: twenty."), "not what was captured"],
    [(path: string) => rm(path), "missing from the store"],
  ] as const) {
    const { claimId, sourceId } = await aClaim();
    const { textSha256, snapshotId } = await aCopy(sourceId, `Carts: ${randomUUID()}.`);
    const hash = textSha256 ?? "";
    const path = join(process.env.ASSAY_DATA ?? "", "files", hash.slice(0, 2), hash.slice(2, 4), hash);
    await chmod(path, 0o600);
    await harm(path);
    const edition = await submit(desk.checker, claimId);
    await expect(approve(edition)).rejects.toThrow(said);
    expect(await findCopyPage(snapshotId)).toBeNull();
    expect(await db.publication.findUnique({ where: { claimId } })).toBeNull();
    expect(await db.edition.findUnique({ where: { id: edition.editionId } })).toMatchObject({
      state: "in_review",
    });
  }
});

test("a source that is not public has no copy, and one that ceases to be stops the edition that leads to it", async () => {
  const { claimId, sourceId } = await aClaim();
  const { snapshotId } = await aCopy(sourceId, "Carts: twelve.");
  const edition = await submit(desk.checker, claimId);
  const described = {
    visibility: "described",
    description: "A book",
    attestation: "",
    confirmed: false,
  } as const;
  await setVisibility(desk.checker, { sourceId, version: 1, ...described });
  await expect(approve(edition)).rejects.toThrow("which is confidential by now");

  const other = await aClaim();
  await aCopy(other.sourceId, "Carts: twelve.");
  await setVisibility(desk.checker, { sourceId: other.sourceId, version: 1, ...described });
  expect(await copyIn((await publish(other.claimId)).slug)).toBeNull();
  expect(await findCopyPage(snapshotId)).toBeNull();
});
