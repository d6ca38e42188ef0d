import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { aMember } from "#prisma/desk-factories";
import {
  aClaimInChecking,
  aDesk,
  anEvidence,
  aPublishedClaim,
  aReadyClaim,
  aVerdict,
  submit,
  type Desk,
} from "#prisma/workflow-factories";
import { reviseArticleDetails } from "../articles/commands.ts";
import { rewordClaim } from "../claims/commands.ts";
import { db } from "../db.ts";
import { relateClaims, unrelateClaims } from "../disputes/commands.ts";
import { approveAndPublish, publishEdition } from "../publication/commands.ts";
import { conclusionChanges } from "../publication/rules.ts";
import { notice } from "../publication/schema.ts";
import { changeSettings } from "../settings/commands.ts";
import { getSettings } from "../settings/queries.ts";
import { getVerdictDraft } from "../verdicts/queries.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import {
  abandonRevision,
  approveEdition,
  requestChanges,
  retractClaim,
  startRevising,
  submitForReview,
  takeBackEdition,
  withdrawEdition,
} from "./commands.ts";
import { unseal } from "./digest.ts";
import { getEditionForReview } from "./queries.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const refusal = (code: string, message?: RegExp) =>
  expect.objectContaining({ code, ...(message && { message: expect.stringMatching(message) }) });
const stageOf = async (claimId: string) =>
  (await db.claim.findUniqueOrThrow({ where: { id: claimId } })).stage;
const redraft = async (actor: Desk["checker"], claimId: string, change: Partial<typeof aVerdict>) => {
  const { version } = await getVerdictDraft(actor, claimId);
  return proposeVerdict(actor, { claimId, version, ...aVerdict, ...change });
};
const resubmit = (
  actor: Desk["checker"],
  claimId: string,
  correctionClass: "typo" | "clarification" | "update" | "correction",
) => submitForReview(actor, { claimId, correctionClass, correctionReason: "A reason for readers." });

describe("submitForReview", () => {
  test("refuses a bare claim with every missing item by name", async () => {
    const { claimId } = await aClaimInChecking(desk.checker);
    await expect(submit(desk.checker, claimId)).rejects.toMatchObject({
      code: "invalid",
      fields: {
        rating: expect.any(String),
        grade: expect.any(String),
        finding: expect.any(String),
        reasoning: expect.any(String),
      },
    });
    expect(await stageOf(claimId)).toBe("checking");
  });

  test("freezes the document: later work on other claims does not touch it", async () => {
    const claim = await aReadyClaim(desk.checker);
    const other = await aClaimInChecking(desk.second, "Another wording that stays secret");
    const { editionId } = await submit(desk.checker, claim.claimId);
    const before = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
    await relateClaims(desk.second, {
      claimId: other.claimId,
      other: String(claim.number),
      kind: "contradicts",
      reason: "They cannot both be right.",
    });
    const after = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
    expect(after.document).toBe(before.document);
    await expect(rewordClaim(desk.checker, rewording(claim.claimId))).rejects.toEqual(
      refusal("conflict", /Withdraw/),
    );
  });

  test("an edition carries no words of another claim", async () => {
    const claim = await aReadyClaim(desk.checker);
    const other = await aClaimInChecking(desk.checker, "Secret words of the other claim");
    await relateClaims(desk.checker, {
      claimId: claim.claimId,
      other: String(other.number),
      kind: "contradicts",
      reason: "They count the same carts.",
    });
    const { editionId } = await submit(desk.checker, claim.claimId);
    const { document } = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
    expect(unseal(document).relations).toMatchObject([{ reason: "They count the same carts." }]);
    expect(document).not.toMatch(/secret/i);
  });

  test("a reason that repeats words of a claim that is not public is refused, and the editor reads every hidden one", async () => {
    const claim = await aReadyClaim(desk.checker);
    const other = await aClaimInChecking(desk.checker, "Secret words of the other claim");
    const relate = (reason: string) =>
      relateClaims(desk.checker, { ...claim, other: String(other.number), kind: "contradicts", reason });
    const { relationId } = await relate("That one has “secret words of the other”, this has none.");
    await expect(submit(desk.checker, claim.claimId)).rejects.toMatchObject({
      fields: { relation: expect.stringContaining(`C-${other.number}`) as string },
    });
    await unrelateClaims(desk.checker, { ...claim, relationId });
    await relate("They count the same carts.");
    const { editionId } = await submit(desk.checker, claim.claimId);
    expect((await getEditionForReview(desk.editor, editionId)).hiddenReasons).toEqual([
      { number: other.number, reason: "They count the same carts." },
    ]);
  });

  test("the address is made of the wording that is submitted, not of earlier drafts", async () => {
    const claim = await aReadyClaim(desk.checker, "Hasty words nobody should read");
    await rewordClaim(desk.checker, { ...rewording(claim.claimId), wording: "Calm words" });
    await submit(desk.checker, claim.claimId);
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.claimId } });
    expect(slug).toBe(`calm-words-c${claim.number}`);
  });

  test("the note to the editor and the desk's own words stay out of the document", async () => {
    const claim = await aReadyClaim(desk.checker);
    await redraft(desk.checker, claim.claimId, { leastSure: "hush hush" });
    const { editionId } = await submit(desk.checker, claim.claimId);
    const edition = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
    expect(edition.note).toBe("hush hush");
    expect(edition.document).not.toContain("hush");
  });
});

const rewording = (claimId: string) => ({
  claimId,
  version: 1,
  wording: "Other words",
  kind: "quantity" as const,
  language: "en",
  claimant: "The bridge company",
  claimantKind: "organisation" as const,
  claimantUnknown: false,
  saidOn: "",
  saidWords: "",
});

describe("review", () => {
  test("the author, and an editor or admin who changed a word, cannot approve; somebody else can", async () => {
    const claim = await aReadyClaim(desk.editor);
    await anEvidence(desk.admin, claim.claimId);
    const edition = { ...(await submit(desk.checker, claim.claimId)), note: "" };
    for (const actor of [desk.editor, desk.admin, desk.checker]) {
      await expect(approveEdition(actor, edition)).rejects.toEqual(refusal("forbidden"));
      await expect(approveAndPublish(actor, edition)).rejects.toEqual(refusal("forbidden"));
      await expect(requestChanges(actor, { editionId: edition.editionId, note: "x" })).rejects.toEqual(
        refusal("forbidden"),
      );
    }
    await approveEdition(desk.otherEditor, edition);
    expect(await stageOf(claim.claimId)).toBe("approved");
  });

  test("an editor who changed the title of the cited article cannot approve what shows it", async () => {
    const claim = await aReadyClaim(desk.checker);
    await reviseArticleDetails(desk.editor, {
      articleId: claim.articleId,
      version: 1,
      title: "The old bridge",
      outlet: "",
      author: "",
      url: "",
      publishedOn: "",
      language: "en",
    });
    const edition = await submit(desk.checker, claim.claimId);
    await expect(approveEdition(desk.editor, { ...edition, note: "" })).rejects.toEqual(refusal("forbidden"));
    await approveEdition(desk.otherEditor, { ...edition, note: "" });
  });

  test("an editor who only worked on an earlier, published edition approves the next one", async () => {
    const { claimId } = await aPublishedClaim({ checker: desk.editor, editor: desk.otherEditor });
    await startRevising(desk.checker, { claimId });
    await redraft(desk.checker, claimId, { finding: "The toll book lists eleven carts." });
    const edition = await resubmit(desk.checker, claimId, "correction");
    await approveAndPublish(desk.editor, { ...edition, note: "" });
    expect(await stageOf(claimId)).toBe("published");
  });

  test("only the text that was read is approved", async () => {
    const claim = await aReadyClaim(desk.checker);
    const { editionId } = await submit(desk.checker, claim.claimId);
    await expect(
      approveEdition(desk.editor, { editionId, digest: "0".repeat(64), note: "" }),
    ).rejects.toEqual(refusal("conflict"));
  });

  test("of two editors who decide at once exactly one wins, and the other is told", async () => {
    const claim = await aReadyClaim(desk.checker);
    const edition = { ...(await submit(desk.checker, claim.claimId)), note: "" };
    const results = await Promise.allSettled([
      approveAndPublish(desk.editor, edition),
      requestChanges(desk.otherEditor, { editionId: edition.editionId, note: "No." }),
      approveAndPublish(desk.admin, edition),
    ]);
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    const refused = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason as unknown] : [],
    );
    expect(refused).toEqual([refusal("conflict"), refusal("conflict")]);
    expect(await db.review.count({ where: { editionId: edition.editionId } })).toBe(1);
  });

  test("changes requested lead back to checking, and the next submission is still edition 1", async () => {
    const claim = await aReadyClaim(desk.checker);
    const first = await submit(desk.checker, claim.claimId);
    await requestChanges(desk.editor, { editionId: first.editionId, note: "Name the page." });
    expect(await stageOf(claim.claimId)).toBe("checking");
    const again = await submit(desk.checker, claim.claimId);
    expect(again.number).toBe(1);
    await approveAndPublish(desk.editor, { ...again, note: "" });
    await expect(approveEdition(desk.otherEditor, { ...first, note: "" })).rejects.toEqual(
      refusal("conflict"),
    );
  });

  test("those who worked on it withdraw it, nobody else does", async () => {
    const claim = await aReadyClaim(desk.checker);
    const { editionId } = await submit(desk.checker, claim.claimId);
    await expect(withdrawEdition(desk.second, { editionId })).rejects.toEqual(refusal("forbidden"));
    await withdrawEdition(desk.checker, { editionId });
    expect(await stageOf(claim.claimId)).toBe("checking");
    await expect(withdrawEdition(desk.checker, { editionId })).rejects.toEqual(refusal("conflict"));
  });

  test("an approved edition that is taken back is decided on again, and its first review stays", async () => {
    const claim = await aReadyClaim(desk.checker);
    const edition = { ...(await submit(desk.checker, claim.claimId)), note: "" };
    await approveEdition(desk.editor, edition);
    const again = await takeBackEdition(desk.editor, edition);
    expect(await stageOf(claim.claimId)).toBe("in_review");
    await expect(publishEdition(desk.editor, edition)).rejects.toEqual(refusal("conflict"));
    await approveAndPublish(desk.otherEditor, { ...edition, editionId: again.editionId });
    expect(await db.review.count({ where: { edition: { claimId: claim.claimId } } })).toBe(2);
  });

  test("an approved edition is taken back although somebody related another claim to its claim meanwhile", async () => {
    const claim = await aReadyClaim(desk.checker);
    const edition = { ...(await submit(desk.checker, claim.claimId)), note: "" };
    await approveEdition(desk.editor, edition);
    const { claimId } = await aClaimInChecking(desk.second);
    const relation = { claimId, other: `C-${claim.number}`, kind: "narrows", reason: "One cart." } as const;
    await relateClaims(desk.second, relation);
    const again = await takeBackEdition(desk.editor, edition);
    await approveEdition(desk.editor, { ...edition, editionId: again.editionId });
  });

  test("an unknown edition is not found", async () => {
    await expect(
      approveEdition(desk.editor, { editionId: randomUUID(), digest: "0".repeat(64), note: "" }),
    ).rejects.toEqual(refusal("not_found"));
    await expect(submit(desk.checker, randomUUID())).rejects.toEqual(refusal("not_found"));
  });
});

describe("revision", () => {
  test("what readers see stays until the next edition is approved, and a later edition says what kind of change it is", async () => {
    const { claimId, digest } = await aPublishedClaim(desk);
    await startRevising(desk.checker, { claimId });
    await redraft(desk.checker, claimId, { finding: "Changed." });
    await expect(submit(desk.checker, claimId)).rejects.toMatchObject({
      code: "invalid",
      fields: { correctionClass: expect.any(String), correctionReason: expect.any(String) },
    });
    const edition = await resubmit(desk.checker, claimId, "correction");
    expect((await db.publication.findUniqueOrThrow({ where: { claimId } })).digest).toBe(digest);
    await approveAndPublish(desk.editor, { ...edition, note: "" });
    const now = await db.publication.findUniqueOrThrow({ where: { claimId } });
    expect(now.digest).toBe(edition.digest);
    expect(now.editionNumber).toBe(2);
    expect(await db.publishedEdition.count({ where: { claimId } })).toBe(2);
  });

  test("a changed rating is neither a typo nor a clarification", async () => {
    const { claimId } = await aPublishedClaim(desk);
    await startRevising(desk.checker, { claimId });
    await redraft(desk.checker, claimId, { rating: "mixed" });
    for (const small of ["typo", "clarification"] as const) {
      await expect(resubmit(desk.checker, claimId, small)).rejects.toMatchObject({
        code: "invalid",
        fields: { correctionClass: expect.stringContaining("rating") },
      });
    }
    await resubmit(desk.checker, claimId, "correction");
  });

  test("a changed finding is kept for the notice on top, old and new", async () => {
    const { claimId } = await aPublishedClaim(desk);
    await startRevising(desk.checker, { claimId });
    await redraft(desk.checker, claimId, { finding: "The toll book lists thirteen carts." });
    await approveAndPublish(desk.editor, {
      ...(await resubmit(desk.checker, claimId, "correction")),
      note: "",
    });
    const { history } = await db.publication.findUniqueOrThrow({ where: { claimId } });
    expect(conclusionChanges(notice.array().parse(history))).toMatchObject([
      { number: 2, rating: null, finding: [aVerdict.finding, "The toll book lists thirteen carts."] },
    ]);
  });

  test("a revision that changes nothing is not submitted, and can be abandoned", async () => {
    const { claimId } = await aPublishedClaim(desk);
    await startRevising(desk.checker, { claimId });
    await expect(resubmit(desk.checker, claimId, "typo")).rejects.toEqual(
      refusal("invalid", /Nothing has changed/),
    );
    await abandonRevision(desk.checker, { claimId });
    expect(await stageOf(claimId)).toBe("published");
  });

  test("the address of a published claim stays when its wording changes", async () => {
    const { claimId, slug } = await aPublishedClaim(desk);
    await startRevising(desk.checker, { claimId });
    await redraft(desk.checker, claimId, { shortWording: "Quite another heading" });
    const edition = await resubmit(desk.checker, claimId, "correction");
    expect((await approveAndPublish(desk.editor, { ...edition, note: "" })).slug).toBe(slug);
  });
});

test("an edition keeps the language that the desk wrote in, and a new one of the same words may be a mere slip put right", async () => {
  const admin = await aMember("admin");
  const write = async (deskLanguage: string) =>
    changeSettings(admin, { ...(await getSettings(admin)), deskLanguage });
  const { claimId } = await aPublishedClaim(desk);
  const { document: before } = await db.publication.findUniqueOrThrow({ where: { claimId } });
  await write("fr");
  await startRevising(desk.checker, { claimId });
  const edition = await resubmit(desk.checker, claimId, "typo");
  await write("en");
  const { changes } = await getEditionForReview(desk.editor, edition.editionId);
  expect(changes.map(({ what }) => what)).toEqual(["Language of our own words"]);
  await approveAndPublish(desk.editor, { ...edition, note: "" });
  const after = await db.publication.findUniqueOrThrow({ where: { claimId } });
  expect(unseal(before).deskLanguage).toBe("en");
  expect(unseal(after.document)).toMatchObject({ deskLanguage: "fr", verdict: unseal(before).verdict });
  expect(JSON.parse(after.card)).toMatchObject({ deskLanguage: "fr" });
  expect(notice.array().parse(after.history)).toMatchObject([{ deskLanguage: "en" }, { deskLanguage: "fr" }]);
});

describe("retraction", () => {
  test("a second person approves it; the page stays, marked, and can be revised again", async () => {
    const { claimId } = await aPublishedClaim(desk);
    const retraction = await retractClaim(desk.editor, { claimId, reason: "The toll book was forged." });
    await expect(approveAndPublish(desk.editor, { ...retraction, note: "" })).rejects.toEqual(
      refusal("forbidden"),
    );
    await approveAndPublish(desk.otherEditor, { ...retraction, note: "" });
    expect(await stageOf(claimId)).toBe("retracted");
    const retracted = await db.publication.findUniqueOrThrow({ where: { claimId } });
    expect(retracted.state).toBe("retracted");
    expect(unseal(retracted.document).retraction).toBe("The toll book was forged.");

    await startRevising(desk.checker, { claimId });
    await redraft(desk.checker, claimId, { finding: "A second toll book lists twelve carts." });
    const edition = await resubmit(desk.checker, claimId, "correction");
    await approveAndPublish(desk.editor, { ...edition, note: "" });
    expect(await db.publication.findUniqueOrThrow({ where: { claimId } })).toMatchObject({
      state: "public",
      editionNumber: 3,
    });
  });

  test("a claim that was never public is not retracted", async () => {
    const claim = await aReadyClaim(desk.checker);
    await expect(retractClaim(desk.checker, { claimId: claim.claimId, reason: "x" })).rejects.toEqual(
      refusal("conflict"),
    );
  });
});

test("every decision leaves its event on the claim, in order", async () => {
  const { claimId } = await aPublishedClaim(desk);
  const events = await db.auditEvent.findMany({
    where: { claimId },
    orderBy: { seq: "asc" },
    select: { name: true },
  });
  expect(events.map((e) => e.name)).toEqual([
    "claim.logged",
    "passage.added",
    "claim.check-started",
    "claim.assigned",
    "evidence.attached",
    "verdict.proposed",
    ...Array<string>(4).fill("waiver.given"),
    "edition.submitted",
    "edition.approved",
    "edition.published",
  ]);
});
