import { audited, Unchanged } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { lockDraft } from "../claims/locking.ts";
import { notFound } from "../errors.ts";
import { chooseSource, loggable } from "../sources/commands.ts";
import { orNull } from "../text.ts";
import { placeQuote } from "./quoting.ts";
import type { AttachEvidenceInput } from "./schema.ts";

/**
 * Attaches a quote, an observation or a search in a known or new source to a claim; refuses a claim that is not open for
 * changes, and a quote from a copy that does not stand in it.
 */
export async function attachEvidence(
  actor: Member,
  input: AttachEvidenceInput,
): Promise<{ evidenceId: string }> {
  const { snapshotId, quote, quoteStart } = input;
  const place = snapshotId === "" ? null : await placeQuote(actor, snapshotId, quote, quoteStart);
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const key = { idempotencyKey: input.idempotencyKey };
    const sent = await tx.evidence.findUnique({ where: key, select: { id: true } });
    if (sent) return new Unchanged({ evidenceId: sent.id });
    const source = await chooseSource(tx, record, actor, input, input.idempotencyKey);
    const evidence = {
      sourceId: source.id,
      stance: input.stance,
      shows: input.shows,
      kind: input.kind,
      quote: orNull(input.quote),
      observation: input.kind === "quote" ? null : orNull(input.observation),
      language: input.language,
      translation: orNull(input.translation),
      translator: orNull(input.translator),
      locator: orNull(input.locator),
      independenceGroup: orNull(input.independenceGroup),
      involved: input.involved,
      conclusive: input.conclusive,
      ...place,
    };
    const { id } = await tx.evidence.create({
      data: { ...evidence, ...key, claimId: claim.id, createdById: actor.id },
      select: { id: true },
    });
    record({
      name: "evidence.attached",
      claimId: claim.id,
      evidenceId: id,
      evidence: loggable(evidence, source),
    });
    return { evidenceId: id };
  });
}

/** Takes a piece of evidence with its figures off a claim that is open for changes; the history keeps all of it. */
export async function removeEvidence(
  actor: Member,
  input: { claimId: string; evidenceId: string },
): Promise<{ evidenceId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const found = await tx.evidence.findFirst({
      where: { id: input.evidenceId, claimId: claim.id },
      include: {
        figures: { omit: { positionId: true, evidenceId: true } },
        source: { select: { visibility: true } },
      },
    });
    if (!found) throw notFound("piece of evidence on this claim");
    await tx.evidence.delete({ where: { id: found.id }, select: { id: true } });
    const { id, claimId, idempotencyKey: _, source, ...evidence } = found;
    const confidential = source.visibility !== "public";
    record({
      name: "evidence.removed",
      claimId,
      evidenceId: id,
      evidence: loggable(evidence, { confidential }),
    });
    return { evidenceId: id };
  });
}
