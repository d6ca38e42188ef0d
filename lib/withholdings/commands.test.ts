import { beforeAll, describe, expect, test } from "vitest";
import { keepCopiesHere } from "#prisma/capture-factories";
import { aCopy } from "#prisma/copy-factories";
import { connectAs } from "#prisma/test-database";
import {
  aClaimInChecking,
  aClaimOnPage,
  aDesk,
  anEvidence,
  aVerdict,
  submit,
  waiveTheRest,
  type Desk,
} from "#prisma/workflow-factories";
import { verifyAudit } from "../audit/verify.ts";
import { getClaimByNumber, listClaims, listPassages } from "../claims/queries.ts";
import { standingWords } from "../claims/rules.ts";
import { db } from "../db.ts";
import { startRevising, submitForReview } from "../editions/commands.ts";
import { listReviewQueue } from "../editions/queries.ts";
import { approveAndPublish } from "../publication/commands.ts";
import { findPublishedClaim, findPublishedEdition } from "../publication/queries.ts";
import { findWithheldPage } from "../publication/withheld.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { confirmWithholding, liftWithholding, withhold } from "./commands.ts";
import { listUnconfirmed, listWithholdable, listWithholdings } from "./queries.ts";

let desk: Desk;

keepCopiesHere();
beforeAll(async () => {
  desk = await aDesk();
});

let made = 0;
const draft = async (claimId: string) => (await db.verdict.findUniqueOrThrow({ where: { claimId } })).version;

/** A public claim with words of its own in each text of it, of a source with a copy. */
async function aPublicClaim() {
  const word = `Zweigstelle${++made}`;
  const claim = await aClaimOnPage(desk.checker, word);
  const { snapshotId } = await aCopy(claim.sourceId, `${word}: twelve.`);
  const edition = await submit(desk.checker, claim.claimId);
  const { slug } = await approveAndPublish(desk.editor, { ...edition, note: "" });
  return { ...claim, slug, word, snapshotId, editionId: edition.editionId };
}
type PublicClaim = Awaited<ReturnType<typeof aPublicClaim>>;

/** Its next edition, which says something else in its finding, before an editor. */
async function submitNext({ claimId, verdict }: PublicClaim, finding: string) {
  await startRevising(desk.checker, { claimId });
  await proposeVerdict(desk.checker, { claimId, version: await draft(claimId), ...verdict, finding });
  const notice = { correctionClass: "correction", correctionReason: "We read it again." } as const;
  return submitForReview(desk.checker, { claimId, ...notice });
}

async function revise(claim: PublicClaim, finding: string) {
  const edition = await submitNext(claim, finding);
  await approveAndPublish(desk.editor, { ...edition, note: "" });
  return edition;
}

const reason = "A family asked us to, by telephone.";
const thePage = ({ claimId }: { claimId: string }) => ({
  claimId,
  editionId: "" as const,
  ground: "privacy" as const,
  reason,
});

const publicTables =
  "public_articles public_copies public_facets public_postings publications published_editions";

/** What the readers' role reads in all of its tables, table by table, without the times at which rows were made anew. */
async function allThatReadersRead(tables = publicTables) {
  const reader = await connectAs("public");
  const found: Record<string, string[]> = {};
  for (const table of tables.split(" ")) {
    const { rows } = await reader.query<{ row: string }>(
      `SELECT (to_jsonb(t) - '{updated_at,named_at}'::text[])::text AS row FROM ${table} t ORDER BY 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

describe("a page that an editor withholds", () => {
  test("is gone with the commit from everything that readers' role can read, and its copies with it", async () => {
    const claim = await aPublicClaim();
    await revise(claim, `Nobody counted at ${claim.word}.`);
    expect(JSON.stringify(await allThatReadersRead())).toContain(claim.word);
    await withhold(desk.editor, thePage(claim));
    const left = await allThatReadersRead(`${publicTables} public_settings withheld_editions`);
    // The address is what a reader comes with.
    expect(JSON.stringify(left).replaceAll(claim.slug, "")).not.toMatch(new RegExp(claim.word, "i"));
    expect(JSON.stringify(left)).not.toContain(claim.claimId.replaceAll("-", ""));
    expect(JSON.stringify(left)).not.toContain("telephone");
    expect(await findPublishedClaim(claim.slug)).toBeNull();
    expect(await findPublishedEdition(claim.slug, "1")).toBeNull();
  });

  test("has a notice in its place that says the ground, who has to look, and the digests of what is kept", async () => {
    const claim = await aPublicClaim();
    const { digest } = await db.edition.findUniqueOrThrow({ where: { id: claim.editionId } });
    const { withholdingId } = await withhold(desk.editor, thePage(claim));
    const notice = { number: 1, digest, ground: "privacy", confirmed: false };
    expect(await findWithheldPage(claim.slug)).toMatchObject({ number: claim.number, editions: [notice] });
    expect(await findWithheldPage(claim.slug, "1")).toMatchObject({ editions: [notice] });
    expect(await findWithheldPage(claim.slug, "2")).toBeNull();
    await confirmWithholding(desk.otherEditor, { withholdingId });
    expect(await findWithheldPage(claim.slug)).toMatchObject({ editions: [{ confirmed: true }] });
  });

  test("comes back word for word: every row that readers read is as it was, and the log is whole", async () => {
    const claim = await aPublicClaim();
    await revise(claim, `Nobody counted at ${claim.word}.`);
    const before = await allThatReadersRead();
    const { withholdingId } = await withhold(desk.editor, thePage(claim));
    expect(await allThatReadersRead()).not.toEqual(before);
    await liftWithholding(desk.otherEditor, { withholdingId, reason: "It was somebody else." });
    expect(await allThatReadersRead()).toEqual(before);
    expect(await findWithheldPage(claim.slug)).toBeNull();
    expect(await verifyAudit()).toMatchObject({ whole: true });
    const events = await db.auditEvent.findMany({
      where: { claimId: claim.claimId, name: { startsWith: "claim.with" } },
      orderBy: { seq: "asc" },
      select: { name: true, actorId: true },
    });
    expect(events).toEqual([
      { name: "claim.withheld", actorId: desk.editor.id },
      { name: "claim.withholding-lifted", actorId: desk.otherEditor.id },
    ]);
  });

  test("is told apart at the desk wherever the claim stands, until it is lifted or replaced; an earlier edition alone is not", async () => {
    const claim = await aPublicClaim();
    const { passages } = await getClaimByNumber(desk.checker, claim.number);
    const { articleVersionId } = await db.passage.findUniqueOrThrow({ where: { id: passages[0]?.id ?? "" } });
    const told = async () => {
      const ofThis = ({ number }: { number: number }) => number === claim.number;
      const lines = (await listClaims(desk.checker)).claims.filter(ofThis);
      const marks = (await listPassages(desk.checker, articleVersionId)).map((passage) => passage.claim);
      const withheld = (await listClaims(desk.checker, { isWithheld: true })).claims.filter(ofThis);
      const all = [...lines, ...marks.filter(ofThis), ...withheld];
      return [...all, await getClaimByNumber(desk.checker, claim.number)].map(standingWords);
    };
    const published = ["Published", "Published", "Published"];
    await revise(claim, "Nobody counted.");
    await withhold(desk.editor, { ...thePage(claim), editionId: claim.editionId });
    expect(await told()).toEqual(published);
    const page = await withhold(desk.editor, thePage(claim));
    expect(await told()).toEqual(Array(4).fill("Withheld"));
    await liftWithholding(desk.editor, { ...page, reason: "r" });
    expect(await told()).toEqual(published);

    await withhold(desk.editor, thePage(claim));
    const next = await submitNext(claim, "Nobody could have counted.");
    expect(await told()).toEqual(Array(4).fill("In review, withheld"));
    const { entries } = await listReviewQueue(desk.editor);
    expect(entries.find(({ editionId }) => editionId === next.editionId)).toMatchObject({ isWithheld: true });
    await approveAndPublish(desk.editor, { ...next, note: "" });
    expect(await told()).toEqual(published);
  });

  test("keeps a copy that another claim's page leads to", async () => {
    const claim = await aPublicClaim();
    const other = await aClaimInChecking(desk.checker);
    await anEvidence(desk.checker, other.claimId, { by: "known", sourceId: claim.sourceId } as never);
    await proposeVerdict(desk.checker, { claimId: other.claimId, version: 0, ...aVerdict });
    await waiveTheRest(desk.checker, other.claimId);
    await approveAndPublish(desk.editor, { ...(await submit(desk.checker, other.claimId)), note: "" });
    const copies = () => db.publicCopy.count({ where: { snapshotId: claim.snapshotId } });
    await withhold(desk.editor, thePage(claim));
    expect(await copies()).toBe(1);
    await withhold(desk.editor, thePage(other));
    expect(await copies()).toBe(0);
  });

  test("is replaced by an edition that is approved meanwhile; the earlier ones stay withheld until they are lifted", async () => {
    const claim = await aPublicClaim();
    const first = await findPublishedClaim(claim.slug);
    const { withholdingId } = await withhold(desk.editor, thePage(claim));
    await revise(claim, "Nobody counted.");
    const page = await findPublishedClaim(claim.slug);
    expect(page?.view.verdict.finding).toBe("Nobody counted.");
    expect(page?.edition).toMatchObject({
      number: 2,
      firstPublishedAt: first?.edition.firstPublishedAt,
      history: [{ number: 2 }],
      withheld: [{ number: 1, ground: "privacy" }],
    });
    expect(await findPublishedEdition(claim.slug, "1")).toBeNull();
    await liftWithholding(desk.editor, { withholdingId, reason: "Settled." });
    expect((await findPublishedEdition(claim.slug, "1"))?.view.verdict.finding).toContain(claim.word);
    expect((await findPublishedClaim(claim.slug))?.edition).toMatchObject({
      number: 2,
      history: [{ number: 2 }, { number: 1, finding: claim.verdict.finding }],
      withheld: [],
    });
  });

  test("is withheld once, however often somebody asks, and by editors alone", async () => {
    const claim = await aPublicClaim();
    await expect(withhold(desk.checker, thePage(claim))).rejects.toMatchObject({ code: "forbidden" });
    const [one, other] = await Promise.all([
      withhold(desk.editor, thePage(claim)),
      withhold(desk.editor, thePage(claim)),
    ]);
    expect(one).toEqual(other);
    await expect(withhold(desk.otherEditor, thePage(claim))).rejects.toMatchObject({ code: "conflict" });
    const never = await aClaimInChecking(desk.checker);
    await expect(withhold(desk.editor, thePage(never))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an earlier edition alone", () => {
  test("is gone, also from the history of the page, and comes back into it", async () => {
    const claim = await aPublicClaim();
    await revise(claim, "Nobody counted.");
    const before = await allThatReadersRead();
    const [, old] = await listWithholdable(desk.editor, claim.claimId);
    expect(old).toEqual({ editionId: claim.editionId, number: 1 });
    const { withholdingId } = await withhold(desk.editor, { ...thePage(claim), editionId: claim.editionId });
    const page = await findPublishedClaim(claim.slug);
    expect(page?.edition).toMatchObject({ history: [{ number: 2 }], withheld: [{ number: 1 }] });
    expect(JSON.stringify(page)).not.toContain(claim.verdict.finding);
    expect(await findPublishedEdition(claim.slug, "1")).toBeNull();
    await liftWithholding(desk.editor, { withholdingId, reason: "By mistake." });
    expect(await allThatReadersRead()).toEqual(before);
  });

  test("does not come back while the page is withheld, and the current one is not withheld without it", async () => {
    const claim = await aPublicClaim();
    const current = await revise(claim, "Nobody counted.");
    await expect(
      withhold(desk.editor, { ...thePage(claim), editionId: current.editionId }),
    ).rejects.toMatchObject({ code: "conflict" });
    const old = await withhold(desk.editor, { ...thePage(claim), editionId: claim.editionId });
    const page = await withhold(desk.otherEditor, thePage(claim));
    await expect(liftWithholding(desk.otherEditor, { ...old, reason: "r" })).rejects.toMatchObject({
      code: "conflict",
    });
    await liftWithholding(desk.editor, { ...page, reason: "r" });
    await liftWithholding(desk.otherEditor, { ...old, reason: "r" });
    expect((await findPublishedClaim(claim.slug))?.edition.history).toHaveLength(2);
  });
});

describe("the second person", () => {
  test("is told of it, and is another editor: whoever withheld it neither confirms nor, once confirmed, lifts it", async () => {
    const claim = await aPublicClaim();
    const { withholdingId } = await withhold(desk.editor, thePage(claim));
    const told = async (actor: Desk["editor"]) =>
      (await listUnconfirmed(actor)).some(({ id }) => id === withholdingId);
    expect([await told(desk.otherEditor), await told(desk.editor), await told(desk.checker)]).toEqual([
      true,
      false,
      false,
    ]);
    const [view] = await listWithholdings(desk.editor, claim.claimId);
    expect(view).toMatchObject({ editions: [1], mayConfirm: false, mayLift: true, overdue: false });
    for (const actor of [desk.editor, desk.checker])
      await expect(confirmWithholding(actor, { withholdingId })).rejects.toMatchObject({ code: "forbidden" });
    await confirmWithholding(desk.otherEditor, { withholdingId });
    expect(await told(desk.otherEditor)).toBe(false);
    for (const actor of [desk.editor, desk.checker])
      await expect(liftWithholding(actor, { withholdingId, reason: "r" })).rejects.toMatchObject({
        code: "forbidden",
      });
    await liftWithholding(desk.otherEditor, { withholdingId, reason: "r" });
    await expect(liftWithholding(desk.otherEditor, { withholdingId, reason: "r" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
