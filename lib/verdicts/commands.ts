import { audited, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { toColumns } from "../calendar-date.ts";
import { lockDraft } from "../claims/locking.ts";
import { databaseTime } from "../clock.ts";
import { conflict, invalid } from "../errors.ts";
import { draftFields, toDraft, type VerdictDraft } from "./queries.ts";
import type { ProposeVerdictInput } from "./schema.ts";

/**
 * Saves the draft verdict of a claim, complete or not. Refuses an unknown rating, and a `version` that is not the
 * one in the database: the conflict carries what somebody else saved meanwhile.
 */
export async function proposeVerdict(
  actor: Member,
  input: ProposeVerdictInput,
): Promise<{ version: number }> {
  const { claimId, version } = input;
  return audited(actor, async (tx, record) => {
    await lockDraft(tx, actor, claimId);
    const before = await readVerdict(tx, claimId);
    if (before.version !== version) {
      throw conflict("Somebody else changed this verdict while you were writing.", { ...before });
    }
    return writeVerdict(tx, record, actor, before, input);
  });
}

/** The draft verdict of a claim as this transaction sees it; an empty one with version 0 where nobody has begun. */
export const readVerdict = async (tx: Tx, claimId: string): Promise<VerdictDraft> =>
  toDraft(await tx.verdict.findUnique({ where: { claimId }, select: draftFields }));

/**
 * Puts a draft verdict in the place of the one before; the claim's draft is locked. Refuses a rating that is not in the
 * live scale.
 */
export async function writeVerdict(
  tx: Tx,
  record: Recorder,
  actor: Member,
  before: VerdictDraft,
  after: Omit<ProposeVerdictInput, "version">,
): Promise<{ version: number }> {
  const { claimId, rating, grade, ...fields } = after;
  const { asOf, lookAgainOn, ...words } = fields;
  const holds = toColumns(asOf);
  const scale = await tx.ratingScale.findFirstOrThrow({
    orderBy: { version: "desc" },
    select: { id: true },
  });
  const chosen =
    rating &&
    (await tx.rating.findUnique({
      where: { scaleId_code: { scaleId: scale.id, code: rating } },
      select: { id: true },
    }));
  if (rating && !chosen)
    throw invalid("Choose a rating of the scale.", {
      rating: "This rating is not in the desk's scale any more. Choose another.",
    });
  const next = before.version + 1;
  const data = {
    ...words,
    ratingId: chosen ? chosen.id : null,
    grade: grade || null,
    asOf: holds.on,
    asOfPrecision: holds.precision,
    lookAgainOn: toColumns(lookAgainOn).on,
    updatedById: actor.id,
    updatedAt: await databaseTime(tx),
    version: next,
  };
  await tx.verdict.upsert({
    where: { claimId },
    create: { ...data, claimId },
    update: data,
    select: { claimId: true },
  });
  record({
    name: "verdict.proposed",
    claimId,
    change: { before: { ...before }, after: { rating, grade, ...fields, version: next } },
  });
  return { version: next };
}
