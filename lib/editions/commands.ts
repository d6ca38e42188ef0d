import { audited, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { lockClaim, moveClaim, type LockedClaim } from "../claims/locking.ts";
import { claimSlug } from "../claims/rules.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { conceal, insteadOf, namedAlthoughConfidential } from "./confidential.ts";
import { saysTheSame } from "./digest.ts";
import { readDraft, type Draft } from "./draft.ts";
import { canReview, canSubmit, canTakeBack, canWithdraw } from "./policy.ts";
import { blocking, checklistOf } from "./checklist.ts";
import { classTooSmall } from "./significance.ts";
import type {
  CorrectionClass,
  PublicDocument,
  approveInput,
  requestChangesInput,
  retractInput,
  submitInput,
} from "./schema.ts";
import { freeze, lastPublished } from "./submission.ts";
import { waiverList } from "../verdicts/schema.ts";
import type { z } from "zod";

/**
 * Freezes what readers would see of the claim as an edition for review. Refuses with the exact items that the
 * checklist misses and nobody waived, a first edition with a notice, a later one without, one that changes nothing, and a class that
 * makes the change look smaller than it is.
 */
export async function submitForReview(actor: Member, input: z.output<typeof submitInput>) {
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, input.claimId);
    if (!canSubmit(actor)) throw forbidden();
    const stage = await moveClaim(tx, claim, "submit");
    const draft = await readDraft(tx, claim.id);
    if (!draft) throw notFound("claim");
    const checklist = checklistOf(draft);
    const missing = blocking(checklist);
    if (missing.length > 0) {
      throw invalid(
        `Not ready for review: ${missing.length === 1 ? "something is" : `${missing.length} things are`} missing.`,
        Object.fromEntries(missing.map((m) => [m.code, m.message])),
      );
    }
    const before = await lastPublished(tx, claim.id);
    const document = complete(draft, before?.document ?? null, input);
    if (claim.publicState === "never") {
      document.claim.slug = claimSlug(document.claim.wording, claim.number);
      await tx.claim.update({
        where: { id: claim.id },
        data: { slug: document.claim.slug },
        select: { id: true },
      });
    }
    if (before && saysTheSame(before.document, document)) {
      throw invalid(
        `Nothing has changed for readers since edition ${before.number}. Change something, or abandon the revision.`,
      );
    }
    const edition = await freeze(tx, record, actor, claim, {
      document,
      number: (before?.number ?? 0) + 1,
      after: before?.auditThrough ?? 0n,
      note: draft.leastSure,
      // A waiver of what is there meanwhile would tell the editor of a gap that is none.
      waivers: checklist.waivables.flatMap(({ code, waived }) =>
        waived === null ? [] : [{ item: code, reason: waived }],
      ),
      kind: "publication",
    });
    return { ...edition, stage };
  });
}

/** The document of a draft that has passed the checklist, with its notice. */
function complete(
  draft: Draft,
  before: PublicDocument | null,
  input: z.output<typeof submitInput>,
): PublicDocument {
  const {
    claimantSettled: _s,
    ratingIsLive: _r,
    leastSure: _l,
    unmeasured: _u,
    waivers: _w,
    ...withoutWork
  } = draft;
  const { notPublic: _n, places: _p, origins: _o, verdict, ...rest } = withoutWork;
  if (!verdict.rating || !verdict.grade)
    throw new Error("A draft without rating or grade passed the checklist.");
  const { unresolved: _unresolved, ...rating } = verdict.rating;
  const document: PublicDocument = { ...rest, verdict: { ...verdict, rating, grade: verdict.grade } };
  if (!before) return document;
  const fields: Record<string, string> = {};
  if (input.correctionClass === "") fields.correctionClass = "Say what kind of change this is.";
  else {
    const tooSmall = classTooSmall(input.correctionClass, before, document);
    if (tooSmall) fields.correctionClass = tooSmall;
  }
  if (input.correctionReason === "")
    fields.correctionReason = "Tell readers in a sentence what changed and why.";
  if (input.correctionClass === "" || Object.keys(fields).length > 0) {
    throw invalid("Readers are told of every change after publication. Look at the marked fields.", fields);
  }
  return { ...document, correction: { class: input.correctionClass, reason: input.correctionReason } };
}

/** Submits the retraction of a public claim: its page stays as it is, marked, with the reason. */
export async function retractClaim(actor: Member, input: z.output<typeof retractInput>) {
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, input.claimId);
    if (!canSubmit(actor)) throw forbidden();
    const stage = await moveClaim(tx, claim, "retract");
    const before = await lastPublished(tx, claim.id);
    if (!before) throw conflict("Only a published claim can be retracted.");
    // What became confidential since stays named in the editions that did so, and in no new one.
    const named = await namedAlthoughConfidential(tx, claim.id, before.document);
    const edition = await freeze(tx, record, actor, claim, {
      document: {
        ...conceal(before.document, insteadOf(named)),
        retraction: input.reason,
        correction: { class: "retraction", reason: input.reason },
      },
      number: before.number + 1,
      after: before.auditThrough,
      note: "",
      waivers: [],
      kind: "retraction",
    });
    return { ...edition, stage };
  });
}

export interface OpenEdition {
  id: string;
  claimId: string;
  number: number;
  kind: "publication" | "retraction";
  state: string;
  document: string;
  digest: string;
  contributors: string[];
  correctionClass: CorrectionClass | null;
  correctionReason: string | null;
  note: string;
  waivers: { item: string; reason: string }[];
  auditThrough: bigint;
  submittedById: string;
}

/** Locks an edition's claim, then reads the edition: whoever decides second sees what the first decided. */
export async function lockEdition(
  tx: Tx,
  editionId: string,
): Promise<{ claim: LockedClaim; edition: OpenEdition }> {
  const found = await tx.edition.findUnique({ where: { id: editionId }, select: { claimId: true } });
  if (!found) throw notFound("edition");
  const claim = await lockClaim(tx, found.claimId);
  const {
    publishedAt: _publishedAt,
    submittedAt: _submittedAt,
    ...edition
  } = await tx.edition.findUniqueOrThrow({ where: { id: editionId } });
  return { claim, edition: { ...edition, waivers: waiverList.parse(edition.waivers) } };
}

const decidedAlready = () =>
  conflict(
    "This edition is not in review any more: somebody decided or withdrew it. Reload to see what happened.",
  );

/** Takes an edition out of review again; for those who helped to make it. */
export async function withdrawEdition(actor: Member, input: { editionId: string }) {
  return audited(actor, async (tx, record) => {
    const { claim, edition } = await lockEdition(tx, input.editionId);
    if (!canWithdraw(actor, edition))
      throw forbidden("Only those who worked on it withdraw it. As its editor, request changes instead.");
    if (edition.state !== "in_review") throw decidedAlready();
    const stage = await moveClaim(tx, claim, "withdraw");
    await tx.edition.update({
      where: { id: edition.id },
      data: { state: "withdrawn" },
      select: { id: true },
    });
    record({ name: "edition.withdrawn", claimId: claim.id, editionId: edition.id });
    return { stage };
  });
}

/** Sends an edition back to the desk with a note that says what should change. */
export async function requestChanges(actor: Member, input: z.output<typeof requestChangesInput>) {
  return audited(actor, async (tx, record) => {
    const { claim, edition } = await lockEdition(tx, input.editionId);
    refuseReview(actor, edition);
    const stage = await moveClaim(tx, claim, "request changes");
    await tx.review.create({
      data: { editionId: edition.id, reviewerId: actor.id, decision: "changes_requested", note: input.note },
      select: { id: true },
    });
    await tx.edition.update({
      where: { id: edition.id },
      data: { state: "changes_requested" },
      select: { id: true },
    });
    record({ name: "edition.changes-requested", claimId: claim.id, editionId: edition.id, note: input.note });
    return { stage };
  });
}

/** A step of approving, with or without publishing: the review, and the move to approved. */
export async function approve(tx: Tx, record: Recorder, actor: Member, input: z.output<typeof approveInput>) {
  const { claim, edition } = await lockEdition(tx, input.editionId);
  refuseReview(actor, edition);
  if (edition.digest !== input.digest)
    throw conflict("This is not the edition that you read. Reload and read it again.");
  const stage = await moveClaim(tx, claim, "approve");
  await tx.review.create({
    data: { editionId: edition.id, reviewerId: actor.id, decision: "approved", note: input.note },
    select: { id: true },
  });
  await tx.edition.update({ where: { id: edition.id }, data: { state: "approved" }, select: { id: true } });
  record({
    name: "edition.approved",
    claimId: claim.id,
    editionId: edition.id,
    digest: edition.digest,
    note: input.note,
  });
  return { claim: { ...claim, stage }, edition: { ...edition, state: "approved" } };
}

/** Approves exactly the edition that was read. Refuses everybody who helped to make it, whatever their role. */
export async function approveEdition(actor: Member, input: z.output<typeof approveInput>) {
  return audited(actor, async (tx, record) => {
    const { claim } = await approve(tx, record, actor, input);
    return { stage: claim.stage };
  });
}

function refuseReview(actor: Member, edition: OpenEdition) {
  if (!canReview(actor, edition)) {
    throw forbidden(
      edition.contributors.includes(actor.id)
        ? "You helped to make this edition, so somebody else decides on it."
        : "Only editors and admins decide on an edition.",
    );
  }
  if (edition.state !== "in_review") throw decidedAlready();
}

/** Puts an approved edition that is not public yet back into review, as a new edition of the same document. */
export async function takeBackEdition(actor: Member, input: { editionId: string }) {
  return audited(actor, async (tx, record) => {
    const { claim, edition } = await lockEdition(tx, input.editionId);
    if (!canTakeBack(actor)) throw forbidden("Only editors and admins take an approved edition back.");
    if (edition.state !== "approved")
      throw conflict("This edition is not waiting to be published any more. Reload to see what happened.");
    const stage = await moveClaim(tx, claim, "take back");
    await tx.edition.update({
      where: { id: edition.id },
      data: { state: "taken_back" },
      select: { id: true },
    });
    const { id: _id, state: _state, ...same } = edition;
    const again = await tx.edition.create({ data: same, select: { id: true } });
    record({ name: "edition.taken-back", claimId: claim.id, editionId: edition.id });
    record({
      name: "edition.submitted",
      claimId: claim.id,
      editionId: again.id,
      number: edition.number,
      digest: edition.digest,
    });
    return { stage, editionId: again.id };
  });
}

/** Opens a public or retracted claim for changes; what readers see stays until the next publication. */
export async function startRevising(actor: Member, input: { claimId: string }) {
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, input.claimId);
    if (!canSubmit(actor)) throw forbidden();
    const stage = await moveClaim(tx, claim, "start revising");
    record({ name: "claim.revision-started", claimId: claim.id });
    return { stage };
  });
}

/** Ends a revision without a new edition; what was changed stays in the draft. */
export async function abandonRevision(actor: Member, input: { claimId: string }) {
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, input.claimId);
    if (!canSubmit(actor)) throw forbidden();
    if (claim.publicState === "never") throw conflict("This claim was never public. Shelve it instead.");
    const stage = await moveClaim(tx, claim, "abandon revision");
    record({ name: "claim.revision-abandoned", claimId: claim.id });
    return { stage };
  });
}
