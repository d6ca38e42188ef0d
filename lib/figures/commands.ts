import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { fromColumns, toColumns } from "../calendar-date.ts";
import { lockDraft } from "../claims/locking.ts";
import { invalid, notFound } from "../errors.ts";
import { orNull } from "../text.ts";
import { boundsOf, figureInQuote, figureProblemSentences } from "./rules.ts";
import type { AddFigureInput, MeasureParts } from "./schema.ts";

/**
 * Adds a figure to a position or a piece of evidence of a claim that is open for changes. With `replaces` it takes the
 * place of another figure there. The same figure a second time is the first one, so a double click adds one.
 */
export async function addFigure(actor: Member, input: AddFigureInput): Promise<{ figureId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const owner = await ownerOf(tx, claim.id, input);
    const { on, precision } = toColumns(input.asOf);
    const figure = {
      ...owner,
      measureId: await chooseMeasure(tx, record, actor, input),
      words: input.words,
      ...boundsOf(input),
    };
    const columns = { ...figure, asOf: on, asOfPrecision: precision };
    const there = await tx.figure.findFirst({ where: columns, select: { id: true } });
    if (there) return new Unchanged({ figureId: there.id });
    if (input.replaces) await takeOff(tx, record, claim.id, { id: input.replaces, ...owner });
    const { id } = await tx.figure.create({
      data: { ...columns, createdById: actor.id },
      select: { id: true },
    });
    record({
      name: "figure.added",
      claimId: claim.id,
      figureId: id,
      figure: { ...figure, asOf: orNull(input.asOf) },
    });
    return { figureId: id };
  });
}

/** Takes a figure off a claim that is open for changes; the history keeps all of it. */
export async function removeFigure(
  actor: Member,
  input: { claimId: string; figureId: string },
): Promise<{ figureId: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    await takeOff(tx, record, claim.id, { id: input.figureId });
    return { figureId: input.figureId };
  });
}

type Owner = { positionId: string | null; evidenceId: string | null };

async function ownerOf(tx: Tx, claimId: string, input: AddFigureInput): Promise<Owner> {
  const { on, ownerId, words } = input;
  const where = { id: ownerId, claimId };
  const select = { id: true };
  if (on === "position") {
    if (!(await tx.position.findFirst({ where, select }))) throw notFound("position on this claim");
    return { positionId: ownerId, evidenceId: null };
  }
  const piece = await tx.evidence.findFirst({ where, select: { ...quoted, id: true, snapshotId: true } });
  if (!piece) throw notFound("piece of evidence on this claim");
  // What was selected in a copy is to the letter, so a figure of it is as well; a quote that was typed is only flagged.
  const bounds = boundsOf(input);
  if (piece.snapshotId !== null && figureInQuote({ words, ...bounds }, piece) === "words") {
    const message = `${figureProblemSentences.words} It was taken from a copy, to the letter: write the figure as it stands there.`;
    throw invalid(message, { words: message });
  }
  return { positionId: null, evidenceId: ownerId };
}

const quoted = { quote: true, language: true, translation: true, observation: true } as const;

async function takeOff(
  tx: Tx,
  record: Recorder,
  claimId: string,
  where: { id: string } & Partial<Owner>,
): Promise<void> {
  const found = await tx.figure.findFirst({
    where: { ...where, OR: [{ position: { claimId } }, { evidence: { claimId } }] },
  });
  if (!found) throw notFound("figure on this claim");
  await tx.figure.delete({ where: { id: found.id }, select: { id: true } });
  const { id, createdById: _by, createdAt: _at, asOf, asOfPrecision, ...figure } = found;
  const kept = { ...figure, asOf: fromColumns(asOf, asOfPrecision) };
  record({ name: "figure.removed", claimId, figureId: id, figure: kept });
}

async function chooseMeasure(
  tx: Tx,
  record: Recorder,
  actor: Member,
  input: AddFigureInput,
): Promise<string | null> {
  if (input.measureBy === "none") return null;
  if (input.measureBy === "new") {
    const { unit, what, status, place, period, base } = input;
    return defineMeasure(tx, record, actor, { unit, what, status, place, period, base });
  }
  const known = await tx.measure.findUnique({ where: { id: input.measureId }, select: { id: true } });
  if (!known) throw notFound("measure");
  return known.id;
}

/**
 * A step of other commands: the measure of this definition, whatever its case, defined if there is none yet. Two people
 * who define the same one at once get the same one.
 */
export async function defineMeasure(
  tx: Tx,
  record: Recorder,
  actor: Member,
  measure: MeasureParts,
): Promise<string> {
  const known = await findMeasure(tx, measure);
  if (known) return known;
  const [added] = await tx.measure.createManyAndReturn({
    data: [{ ...measure, createdById: actor.id }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (added) {
    record({ name: "measure.defined", measureId: added.id, measure });
    return added.id;
  }
  // Somebody else defined it since we looked.
  const theirs = await findMeasure(tx, measure);
  if (!theirs) throw new Error("A measure was neither defined nor found.");
  return theirs;
}

async function findMeasure(tx: Tx, { unit, what, status, place, period, base }: MeasureParts) {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM measures WHERE lower(unit) = lower(${unit}) AND lower(what) = lower(${what})
      AND lower(status) = lower(${status}) AND lower(place) = lower(${place})
      AND lower(period) = lower(${period}) AND lower(base) = lower(${base})`;
  return row?.id;
}
