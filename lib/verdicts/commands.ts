import { audited } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { toColumns } from "../calendar-date.ts";
import { lockDraft } from "../claims/locking.ts";
import { databaseTime } from "../clock.ts";
import { conflict, invalid } from "../errors.ts";
import { draftFields, toDraft } from "./queries.ts";
import type { ProposeVerdictInput } from "./schema.ts";

/**
 * Saves the draft verdict of a claim, complete or not. Refuses an unknown rating, and a `version` that is not the
 * one in the database: the conflict carries what somebody else saved meanwhile.
 */
export async function proposeVerdict(
  actor: Member,
  input: ProposeVerdictInput,
): Promise<{ version: number }> {
  const { claimId, version, rating, grade, ...fields } = input;
  const { asOf, lookAgainOn, ...words } = fields;
  const holds = toColumns(asOf);
  return audited(actor, async (tx, record) => {
    await lockDraft(tx, actor, claimId);
    const before = toDraft(await tx.verdict.findUnique({ where: { claimId }, select: draftFields }));
    if (before.version !== version) {
      throw conflict("Somebody else changed this verdict while you were writing.", { ...before });
    }
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
    const next = version + 1;
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
  });
}
