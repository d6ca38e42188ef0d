import { audited, Unchanged } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { toColumns } from "../calendar-date.ts";
import { lockDraft } from "../claims/locking.ts";
import { conflict, notFound } from "../errors.ts";
import { nameParty } from "../parties/commands.ts";
import { requestFields, toOutcome, type RequestOutcome } from "./queries.ts";
import type { RequestCommentInput, UpdateRequestInput } from "./schema.ts";

/**
 * Records whom the desk asked for comment, by when, and what came of it, or why nobody was asked. Readers see it with
 * the next edition. Refuses a claim that is not open for changes.
 */
export async function requestComment(
  actor: Member,
  input: RequestCommentInput,
): Promise<{ requestId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const key = { idempotencyKey: input.idempotencyKey };
    const sent = await tx.requestForComment.findUnique({ where: key, select: { id: true } });
    if (sent) return new Unchanged({ requestId: sent.id });
    const party = { name: input.party, kind: input.partyKind, description: input.partyDescription };
    const partyId = await nameParty(tx, record, actor, party);
    const outcome = outcomeOf(input);
    const { id } = await tx.requestForComment.create({
      data: { ...columns(outcome), ...key, partyId, claimId: claim.id, createdById: actor.id },
      select: { id: true },
    });
    record({
      name: "comment.requested",
      claimId: claim.id,
      requestId: id,
      request: { partyId, party: input.party, ...outcome },
    });
    return { requestId: id };
  });
}

/**
 * Changes what came of a request for comment. Refuses a request of another claim, and a `version` that is not the one
 * in the database: the conflict carries what somebody else saved meanwhile.
 */
export async function updateRequest(actor: Member, input: UpdateRequestInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const row = await tx.requestForComment.findFirst({
      where: { id: input.requestId, claimId: claim.id },
      select: requestFields,
    });
    if (!row) throw notFound("request for comment on this claim");
    const before = toOutcome(row);
    if (row.version !== input.version)
      throw conflict("Somebody else changed this request while you were writing.", {
        ...before,
        version: row.version,
      });
    const after = outcomeOf(input);
    const version = row.version + 1;
    await tx.requestForComment.update({
      where: { id: row.id },
      data: { ...columns(after), version },
      select: { id: true },
    });
    record({
      name: "comment.updated",
      claimId: claim.id,
      requestId: row.id,
      change: { before: { ...before }, after: { ...after } },
    });
    return { version };
  });
}

function outcomeOf(input: RequestOutcome): RequestOutcome {
  const { outcome, channel, askedOn, dueOn, answeredOn, answer, reason } = input;
  return { outcome, channel, askedOn, dueOn, answeredOn, answer, reason };
}

const columns = ({ askedOn, dueOn, answeredOn, ...words }: RequestOutcome) => ({
  ...words,
  askedOn: toColumns(askedOn).on,
  dueOn: toColumns(dueOn).on,
  answeredOn: toColumns(answeredOn).on,
});
