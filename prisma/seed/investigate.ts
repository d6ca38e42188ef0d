import { randomUUID } from "node:crypto";
import type { Member } from "#lib/auth/schema";
import { assignClaim, logClaim, shelveClaim, startChecking } from "#lib/claims/commands";
import { db } from "#lib/db";
import { recordPosition, relateClaims } from "#lib/disputes/commands";
import { requestChanges, startRevising, submitForReview } from "#lib/editions/commands";
import { getSubmission } from "#lib/editions/queries";
import { waiveItem } from "#lib/editions/waivers";
import { attachEvidence } from "#lib/evidence/commands";
import { approveAndPublish } from "#lib/publication/commands";
import { addSource } from "#lib/sources/commands";
import { proposeVerdict } from "#lib/verdicts/commands";
import { statements, type SampleClaim, type Statement } from "./sample-claim.ts";

interface Desk {
  checker: Member;
  editor: Member;
  admin: Member;
}
type ClaimIds = Map<string, { claimId: string; number: number }>;

const language = "en";
const sourceIds = new Map<string, string>();

/** Takes one claim of the sample as far as it goes, by the desk's own commands. */
export async function investigate(desk: Desk, articleVersionId: string, claim: SampleClaim, known: ClaimIds) {
  const { checker } = desk;
  const logged = await logClaim(checker, {
    idempotencyKey: randomUUID(),
    articleVersionId,
    exact: claim.exact,
    wording: claim.wording,
    kind: claim.kind,
    language,
    claimant: claim.claimant?.name ?? "",
    claimantKind: claim.claimant?.kind ?? "person",
    claimantUnknown: claim.claimant === null,
    saidOn: "",
  });
  const { claimId } = logged;
  if (claim.until === "logged") return logged;
  if (claim.until === "shelved") {
    await shelveClaim(checker, {
      claimId,
      reason: "not_checkable",
      note: "An opinion, not a fact.",
      duplicateOf: "",
    });
    return logged;
  }
  await assignClaim(checker, { claimId, assigneeId: checker.id });
  await startChecking(checker, { claimId });
  await attachAll(checker, claimId, claim);
  for (const { to, kind, reason } of claim.relations ?? []) {
    const other = known.get(to);
    if (!other) throw new Error(`The sample relates ${claim.key} to ${to}, which is not logged yet.`);
    await relateClaims(checker, { claimId, other: String(other.number), kind, reason });
  }
  if (!claim.verdict) return logged;
  const { leastSure = "", ...verdict } = claim.verdict;
  await proposeVerdict(checker, {
    claimId,
    version: 0,
    shortWording: "",
    contradiction: "",
    search: "",
    known: "",
    notKnown: "",
    howChecked: "",
    asOf: "",
    lookAgainOn: "",
    leastSure,
    ...verdict,
  });
  await waiveTheRest(checker, claimId);
  const edition = await submitForReview(checker, { claimId, correctionClass: "", correctionReason: "" });
  if (claim.until === "published") await approveAndPublish(desk.editor, { ...edition, note: "" });
  if (claim.until === "sent back") {
    await requestChanges(desk.editor, {
      editionId: edition.editionId,
      note: "Say in the reasoning who reports the result of a closed session, and how they can know it.",
    });
  }
  return logged;
}

/** Nobody at this desk asked anybody: it read one article, and says so to the editor. */
async function waiveTheRest(checker: Member, claimId: string): Promise<void> {
  const { checklist } = await getSubmission(checker, claimId);
  for (const { code, waived } of checklist.waivables) {
    if (waived === null)
      await waiveItem(checker, {
        claimId,
        item: code,
        reason: "Sample data: the desk read one article, and neither asked anybody nor searched elsewhere.",
      });
  }
}

async function attachAll(checker: Member, claimId: string, claim: SampleClaim): Promise<void> {
  for (const { by, ...evidence } of claim.evidence ?? []) {
    await attachEvidence(checker, {
      by: "known",
      sourceId: await sourceOf(checker, by),
      claimId,
      kind: "quote",
      withoutQuote: false,
      observation: "",
      translation: "",
      translator: "",
      language,
      locator: "",
      independenceGroup: "",
      conclusive: false,
      idempotencyKey: randomUUID(),
      ...evidence,
    });
  }
  for (const { by, party, hedged = false, ...position } of claim.positions ?? []) {
    await recordPosition(checker, {
      by: "known",
      sourceId: await sourceOf(checker, by),
      claimId,
      party: party.name,
      partyKind: party.kind,
      partyDescription: "",
      hedged,
      language,
      saidOn: "",
      locator: "",
      idempotencyKey: randomUUID(),
      ...position,
    });
  }
}

async function sourceOf(checker: Member, by: Statement): Promise<string> {
  const known = sourceIds.get(by);
  if (known) return known;
  const { sourceId } = await addSource(checker, {
    kind: "document",
    title: statements[by],
    url: "",
    description: "Known only as the sample's article reports it; the statement itself was not seen.",
    publisher: "",
    publisherKind: "organisation",
    publishedOn: "",
    language,
    idempotencyKey: randomUUID(),
  });
  sourceIds.set(by, sourceId);
  return sourceId;
}

/** A published claim is made clearer, so that the sample has a second edition with its notice. */
export async function reviseToll(desk: Desk, known: ClaimIds): Promise<void> {
  const claimId = known.get("toll")?.claimId;
  if (!claimId) throw new Error("The sample has no toll to revise.");
  await startRevising(desk.checker, { claimId });
  const draft = await db.verdict.findUniqueOrThrow({ where: { claimId } });
  await proposeVerdict(desk.checker, {
    claimId,
    version: draft.version,
    rating: "unverified",
    grade: "none",
    finding:
      "One side of the conflict gives this number; the other says it has no data; nothing in the article would let us check it.",
    shortWording: "Russian strikes killed 36 civilians in Homs",
    reasoning: draft.reasoning,
    contradiction: "",
    search: draft.search,
    known: "",
    notKnown: "",
    howChecked: "",
    asOf: "",
    lookAgainOn: "",
    leastSure: draft.leastSure,
  });
  const edition = await submitForReview(desk.checker, {
    claimId,
    correctionClass: "update",
    correctionReason: "The finding now says as well that the other side answered, and what.",
  });
  await approveAndPublish(desk.admin, { ...edition, note: "" });
}
