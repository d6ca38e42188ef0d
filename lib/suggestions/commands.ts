import type { z } from "zod";
import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { lockClaim, lockDraft } from "../claims/locking.ts";
import { databaseTime } from "../clock.ts";
import { unseal } from "../editions/digest.ts";
import { readDraft } from "../editions/draft.ts";
import { canReview } from "../editions/policy.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { readVerdict, writeVerdict } from "../verdicts/commands.ts";
import { canDecideOn, canWithdrawSuggestion } from "./policy.ts";
import { textOf } from "./rules.ts";
import type { SuggestionOutcome, suggestInput } from "./schema.ts";

type Ref = { suggestionId: string };

/**
 * Suggests other words for one text of an edition in review. It changes neither edition nor draft, so whoever suggests is none of
 * those who made it. What the same person suggested before for that text is withdrawn.
 */
export async function suggest(actor: Member, input: z.output<typeof suggestInput>): Promise<Ref> {
  const { editionId, field, words: after, reason } = input;
  return audited(actor, async (tx, record) => {
    const claim = await lockClaim(tx, await claimOf(tx, editionId));
    const claimId = claim.id;
    const edition = await tx.edition.findUniqueOrThrow({ where: { id: editionId } });
    if (!canReview(actor, edition))
      throw forbidden("An editor who did not help to make the edition suggests other words for it.");
    if (edition.state !== "in_review")
      throw conflict("This edition is not in review any more. Reload to see where it stands.");
    if (edition.kind === "retraction")
      throw conflict(
        "A retraction withdraws what was published. Request changes to have its reason changed.",
      );
    const before = textOf(unseal(edition.document), field);
    if (before === after)
      throw invalid("Nothing to suggest.", { words: "These are the words of the edition." });
    const open = await tx.suggestion.findFirst({ where: { claimId, field, outcome: null } });
    if (open && !canWithdrawSuggestion(actor, open))
      throw conflict("Another editor has suggested words for this text already. Reload to see them.");
    if (open?.editionId === editionId && open.after === after && open.reason === reason)
      return new Unchanged({ suggestionId: open.id });
    if (open) await decide(tx, record, actor, open, "withdrawn");
    const { id } = await tx.suggestion.create({
      data: {
        claimId,
        editionId,
        field,
        before,
        after,
        reason,
        suggestedById: actor.id,
        suggestedAt: await databaseTime(tx),
      },
      select: { id: true },
    });
    record({ name: "suggestion.made", claimId, suggestionId: id, field });
    return { suggestionId: id };
  });
}

/**
 * Puts the suggested words into the draft, in the name of whoever takes them over. Refuses while the edition is in review, and
 * where the draft has other words by now than those that the suggestion was made for.
 */
export async function takeOverSuggestion(actor: Member, { suggestionId }: Ref): Promise<Ref> {
  return audited(actor, async (tx, record) => {
    const { claimId } = await findSuggestion(tx, suggestionId);
    await lockDraft(tx, actor, claimId);
    const row = await lockedOpen(tx, suggestionId, "taken_over");
    if (!row) return new Unchanged({ suggestionId });
    if (!canDecideOn(actor, row)) throw forbidden(byAnother);
    const draft = await readDraft(tx, claimId);
    if (!draft || textOf(draft, row.field) !== row.before)
      throw conflict("The draft has other words here by now. Put in by hand what still fits.");
    const verdict = await readVerdict(tx, claimId);
    await writeVerdict(tx, record, actor, verdict, { ...verdict, claimId, [row.field]: row.after });
    await decide(tx, record, actor, row, "taken_over");
    return { suggestionId };
  });
}

/** Leaves the draft as it is. */
export async function leaveSuggestion(actor: Member, { suggestionId }: Ref): Promise<Ref> {
  return audited(actor, async (tx, record) => {
    await lockClaim(tx, (await findSuggestion(tx, suggestionId)).claimId);
    const row = await lockedOpen(tx, suggestionId, "left");
    if (!row) return new Unchanged({ suggestionId });
    if (!canDecideOn(actor, row)) throw forbidden(byAnother);
    await decide(tx, record, actor, row, "left");
    return { suggestionId };
  });
}

/** Takes one's own suggestion back. */
export async function withdrawSuggestion(actor: Member, { suggestionId }: Ref): Promise<Ref> {
  return audited(actor, async (tx, record) => {
    await lockClaim(tx, (await findSuggestion(tx, suggestionId)).claimId);
    const row = await lockedOpen(tx, suggestionId, "withdrawn");
    if (!row) return new Unchanged({ suggestionId });
    if (!canWithdrawSuggestion(actor, row)) throw forbidden("Only whoever suggested it takes it back.");
    await decide(tx, record, actor, row, "withdrawn");
    return { suggestionId };
  });
}

const byAnother = "Somebody else decides on what you suggested.";

async function claimOf(tx: Tx, editionId: string): Promise<string> {
  const edition = await tx.edition.findUnique({ where: { id: editionId }, select: { claimId: true } });
  if (!edition) throw notFound("edition");
  return edition.claimId;
}

async function findSuggestion(tx: Tx, id: string) {
  const row = await tx.suggestion.findUnique({ where: { id } });
  if (!row) throw notFound("suggestion");
  return row;
}

/** An open suggestion, now that its claim is locked; null where the same was decided already. */
async function lockedOpen(tx: Tx, id: string, meant: SuggestionOutcome) {
  const row = await findSuggestion(tx, id);
  if (row.outcome === meant) return null;
  if (row.outcome) throw conflict("This was decided meanwhile. Reload to see how.");
  return row;
}

type Decided = Exclude<SuggestionOutcome, "lapsed">;
type Row = Awaited<ReturnType<typeof findSuggestion>>;

const eventNames = {
  taken_over: "suggestion.taken-over",
  left: "suggestion.left",
  withdrawn: "suggestion.withdrawn",
} as const;

async function decide(tx: Tx, record: Recorder, actor: Member, row: Row, outcome: Decided): Promise<void> {
  await tx.suggestion.update({
    where: { id: row.id },
    data: { outcome, decidedById: actor.id, decidedAt: await databaseTime(tx) },
    select: { id: true },
  });
  const { claimId, id: suggestionId, field } = row;
  record({ name: eventNames[outcome], claimId, suggestionId, field });
}
