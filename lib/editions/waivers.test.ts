import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import {
  aClaimInChecking,
  aDesk,
  anEvidence,
  aReadyClaim,
  aVerdict,
  submit,
  waiveTheRest,
  type Desk,
} from "#prisma/workflow-factories";
import { db } from "../db.ts";
import { publicDb } from "../public-db.ts";
import { approveAndPublish } from "../publication/commands.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { approveEdition } from "./commands.ts";
import { getEditionForReview, getSubmission } from "./queries.ts";
import { waiveItemInput, type WaivableItem } from "./schema.ts";
import { waiveItem, withdrawWaiver } from "./waivers.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** Complete but for what can be waived: nobody was asked, one source, no search, no primary source. */
async function aBareClaim() {
  const claim = await aClaimInChecking(desk.checker);
  await anEvidence(desk.checker, claim.claimId);
  await proposeVerdict(desk.checker, { claimId: claim.claimId, version: 0, ...aVerdict });
  return claim;
}
const waive = (claimId: string, item: WaivableItem, reason = "hush, the registry was closed") =>
  waiveItem(desk.checker, { claimId, item, reason });

test("a submission names each item that is neither met nor waived, and only those", async () => {
  const { claimId } = await aBareClaim();
  await waive(claimId, "second-source");
  const refused = await submit(desk.checker, claimId).catch((error: unknown) => error);
  expect(Object.keys((refused as { fields: object }).fields).toSorted()).toEqual([
    "claimant-asked",
    "counter-evidence",
    "primary-source",
  ]);
  await waiveTheRest(desk.checker, claimId);
  await submit(desk.checker, claimId);
});

test("waivers reach the editor with their reasons, and no reader: neither in the document nor on any public row", async () => {
  const { claimId } = await aBareClaim();
  for (const item of ["second-source", "claimant-asked", "counter-evidence", "primary-source"] as const)
    await waive(claimId, item);
  const edition = await submit(desk.checker, claimId);
  const { waivers, document } = await getEditionForReview(desk.editor, edition.editionId);
  expect(waivers).toHaveLength(4);
  expect(waivers[0]).toEqual({ item: "counter-evidence", reason: "hush, the registry was closed" });
  expect(JSON.stringify(document)).not.toContain("hush");
  await approveAndPublish(desk.editor, { ...edition, note: "" });
  const rows = await publicDb.$queryRaw<{ row: string }[]>`
    SELECT p::text AS row FROM publications p UNION ALL SELECT e::text FROM published_editions e
    UNION ALL SELECT a::text FROM public_articles a`;
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ row }) => /hush|waive/i.test(row))).toEqual([]);
});

test("a waiver of what is met meanwhile is not in the edition", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  await anEvidence(desk.checker, claimId, { stance: "supports" });
  const { editionId } = await submit(desk.checker, claimId);
  const { waivers } = await getEditionForReview(desk.editor, editionId);
  expect(waivers.map(({ item }) => item)).toEqual(["claimant-asked", "second-source", "primary-source"]);
  expect(await db.waiver.count({ where: { claimId } })).toBe(4);
});

test("an item that is met cannot be waived, and no must can", async () => {
  const { claimId } = await aBareClaim();
  await expect(waive(claimId, "quote")).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/met/),
  });
  const must = waiveItemInput.safeParse({ claimId, item: "finding", reason: "r" });
  expect(must.error?.issues[0]?.message).toMatch(/cannot be waived/);
});

test("the same waiver twice is one, another reason is refused until the first is withdrawn", async () => {
  const { claimId } = await aBareClaim();
  await Promise.all([waive(claimId, "second-source", "a"), waive(claimId, "second-source", "a")]);
  await expect(waive(claimId, "second-source", "b")).rejects.toMatchObject({ code: "conflict" });
  await withdrawWaiver(desk.second, { claimId, item: "second-source" });
  await expect(withdrawWaiver(desk.second, { claimId, item: "second-source" })).rejects.toMatchObject({
    code: "not_found",
  });
  await waive(claimId, "second-source", "b");
  const events = await db.auditEvent.findMany({
    where: { claimId, name: { startsWith: "waiver" } },
    orderBy: { seq: "asc" },
  });
  expect(events.map(({ name, contributes }) => [name, contributes])).toEqual([
    ["waiver.given", true],
    ["waiver.withdrawn", true],
    ["waiver.given", true],
  ]);
});

test("whoever waived an item helped to make the edition and cannot approve it", async () => {
  const { claimId } = await aBareClaim();
  await waiveTheRest(desk.editor, claimId);
  const edition = { ...(await submit(desk.checker, claimId)), note: "" };
  await expect(approveEdition(desk.editor, edition)).rejects.toMatchObject({ code: "forbidden" });
  await approveEdition(desk.otherEditor, edition);
});

test("a claim in review takes no waiver and gives none; an unknown claim is not found", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  await submit(desk.checker, claimId);
  await expect(withdrawWaiver(desk.checker, { claimId, item: "second-source" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(waive(claimId, "quote")).rejects.toMatchObject({ code: "conflict" });
  await expect(waive(randomUUID(), "quote")).rejects.toMatchObject({ code: "not_found" });
});

test("the claim's page shows what is missing and what is waived", async () => {
  const { claimId } = await aBareClaim();
  await waive(claimId, "second-source", "one book is all there is");
  const { checklist } = await getSubmission(desk.checker, claimId);
  expect(checklist.musts).toEqual([]);
  expect(checklist.waivables.map(({ code, where, waived }) => [code, where, waived])).toEqual([
    ["counter-evidence", "evidence", null],
    ["claimant-asked", "comment", null],
    ["second-source", "evidence", "one book is all there is"],
    ["primary-source", "disputed-by", null],
  ]);
});
