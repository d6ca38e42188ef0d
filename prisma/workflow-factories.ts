import { randomUUID } from "node:crypto";
import { addArticle } from "../lib/articles/commands.ts";
import { findMember } from "../lib/auth/queries.ts";
import type { Member, Role } from "../lib/auth/schema.ts";
import { logClaim, startChecking } from "../lib/claims/commands.ts";
import { db } from "../lib/db.ts";
import { submitForReview } from "../lib/editions/commands.ts";
import { getSubmission } from "../lib/editions/queries.ts";
import { waiveItem } from "../lib/editions/waivers.ts";
import { attachEvidence } from "../lib/evidence/commands.ts";
import { acceptInvitation, ensureSetupLink, inviteMember } from "../lib/people/commands.ts";
import { approveAndPublish } from "../lib/publication/commands.ts";
import { proposeVerdict } from "../lib/verdicts/commands.ts";
import type { ProposeVerdictInput } from "../lib/verdicts/schema.ts";

export interface Desk {
  checker: Member;
  second: Member;
  editor: Member;
  otherEditor: Member;
  admin: Member;
}

/** A desk of five, made by the commands that make a real one; call it once in a test file's database. */
export async function aDesk(): Promise<Desk> {
  const link = await ensureSetupLink();
  if (!link) throw new Error("This database has a desk already.");
  const admin = await join(link);
  const add = async (role: Role) =>
    join((await inviteMember(admin, { email: "", role, idempotencyKey: randomUUID() })).path);
  return {
    admin,
    checker: await add("checker"),
    second: await add("checker"),
    editor: await add("editor"),
    otherEditor: await add("editor"),
  };
}

async function join(path: string): Promise<Member> {
  const { userId } = await acceptInvitation({
    token: path.slice(path.lastIndexOf("/") + 1),
    name: "A member",
    email: `${randomUUID()}@example.org`,
    password: `long enough ${randomUUID()}`,
  });
  const actor = await findMember({ userId, sessionVersion: 1 });
  if (!actor) throw new Error("The member who joined is not there.");
  return actor;
}

/** A claim in checking, with an article of its own around it; it has no evidence and no verdict. */
export async function aClaimInChecking(
  actor: Member,
  wording = "The bridge carried forty carts",
): Promise<{ claimId: string; number: number; articleId: string }> {
  const { articleId, versionId } = await addArticle(actor, {
    title: "The new bridge",
    text: "The bridge opened at noon. Forty carts crossed it, the company said. Rain came later.\n",
    outlet: "",
    author: "",
    url: "",
    publishedOn: "",
    language: "en",
    idempotencyKey: randomUUID(),
  });
  const claim = await logClaim(actor, {
    idempotencyKey: randomUUID(),
    articleVersionId: versionId,
    exact: "Forty carts crossed it",
    wording,
    kind: "quantity",
    language: "en",
    claimant: "The bridge company",
    claimantKind: "organisation",
    claimantUnknown: false,
    saidOn: "",
    saidWords: "",
  });
  await startChecking(actor, { claimId: claim.claimId });
  return { ...claim, articleId };
}

/** What a verdict needs to pass the checklist, with evidence that shows what is so. */
export const aVerdict: Omit<ProposeVerdictInput, "claimId" | "version"> = {
  rating: "false",
  grade: "single_source",
  finding: "The toll book lists twelve carts.",
  shortWording: "",
  reasoning: "The toll book was kept by hand [1].",
  contradiction: "",
  search: "",
  known: "",
  notKnown: "",
  howChecked: "",
  asOf: "2031-05-14",
  lookAgainOn: "",
  leastSure: "",
};

/** Attaches one piece of evidence from a new described source. */
export function anEvidence(
  actor: Member,
  claimId: string,
  change: Partial<Parameters<typeof attachEvidence>[1]> = {},
) {
  return attachEvidence(actor, {
    by: "new",
    sourceKind: "document",
    sourceTitle: "Toll book of the bridge",
    sourceUrl: "",
    sourceDescription: "Kept in the town archive.",
    sourcePublisher: "",
    sourcePublisherKind: "organisation",
    sourcePublishedOn: "",
    sourceLanguage: "en",
    sourceCapture: true,
    sourceVisibility: "public",
    claimId,
    kind: "quote",
    withoutQuote: false,
    observation: "",
    translation: "",
    translator: "",
    quote: "Carts: twelve.",
    language: "en",
    locator: "",
    stance: "refutes",
    shows: "so",
    independenceGroup: "",
    involved: false,
    conclusive: false,
    snapshotId: "",
    quoteStart: null,
    idempotencyKey: randomUUID(),
    ...change,
  } as Parameters<typeof attachEvidence>[1]);
}

/** A claim that passes the checklist. */
export async function aReadyClaim(actor: Member, wording?: string) {
  const claim = await aClaimInChecking(actor, wording);
  await anEvidence(actor, claim.claimId);
  await proposeVerdict(actor, { claimId: claim.claimId, version: 0, ...aVerdict });
  await waiveTheRest(actor, claim.claimId);
  return claim;
}

/** Waives, one by one, whatever the claim's checklist still misses and can be done without. */
export async function waiveTheRest(actor: Member, claimId: string): Promise<void> {
  const { checklist } = await getSubmission(actor, claimId);
  for (const { code, waived } of checklist.waivables)
    if (waived === null) await waiveItem(actor, { claimId, item: code, reason: "There was no time." });
}

export const submit = (actor: Member, claimId: string) =>
  submitForReview(actor, { claimId, correctionClass: "", correctionReason: "" });

/** A public claim: made by the checker, approved by the editor. */
export async function aPublishedClaim(
  { checker, editor }: Pick<Desk, "checker" | "editor">,
  wording?: string,
) {
  const claim = await aReadyClaim(checker, wording);
  const edition = await submit(checker, claim.claimId);
  const { slug } = await approveAndPublish(editor, { ...edition, note: "" });
  return { ...claim, ...edition, slug };
}

/** A claim that passes the checklist and rests on one page, with an address and without a copy; `word` stands in each of its texts. */
export async function aClaimOnPage(checker: Member, word = "the bridge") {
  const claim = await aClaimInChecking(checker, `${word} carried forty carts`);
  const { claimId } = claim;
  const { evidenceId } = await anEvidence(checker, claimId, {
    sourceKind: "page",
    sourceTitle: `Toll book of ${word}`,
    sourceUrl: `https://example.org/${encodeURIComponent(word)}/${randomUUID()}`,
    sourceCapture: false,
  });
  const verdict = { ...aVerdict, finding: `The toll book of ${word} lists twelve.` };
  await proposeVerdict(checker, { claimId, version: 0, ...verdict });
  await waiveTheRest(checker, claimId);
  const { sourceId } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  return { ...claim, evidenceId, sourceId, verdict };
}
