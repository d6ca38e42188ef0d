import type { Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { sourceSelect, toSourceView, type SourceView } from "../sources/queries.ts";
import { containing, isId, olderThan } from "../word-search.ts";
import { figureInQuote, type FigureProblem } from "./rules.ts";
import type { FigureQualifier, MeasureParts } from "./schema.ts";

export interface MeasureView extends MeasureParts {
  id: string;
}

/** A figure with who gives it, and whether it stands in its quote. */
export interface FigureView {
  id: string;
  positionId: string | null;
  evidenceId: string | null;
  measure: MeasureView | null;
  words: string;
  /** BCP 47, of the words */
  language: string;
  qualifier: FigureQualifier | null;
  minimum: number | null;
  maximum: number | null;
  /** A partial ISO date */
  asOf: string | null;
  /** null: it stands in its quote. */
  problem: FigureProblem | null;
  /** The party, or the publisher or title of the source. */
  who: string;
  source: SourceView | null;
}

const measureSelect = {
  id: true,
  unit: true,
  what: true,
  status: true,
  place: true,
  period: true,
  base: true,
} as const satisfies Prisma.MeasureSelect;

const claim = { select: { id: true, number: true, wording: true, language: true } } as const;
const quoted = {
  quote: true,
  language: true,
  translation: true,
  source: { select: sourceSelect },
  claim,
} as const;

const figureSelect = {
  id: true,
  positionId: true,
  evidenceId: true,
  measure: { select: measureSelect },
  words: true,
  qualifier: true,
  minimum: true,
  maximum: true,
  asOf: true,
  asOfPrecision: true,
  position: { select: { ...quoted, party: { select: { name: true } } } },
  evidence: { select: { ...quoted, observation: true } },
} as const satisfies Prisma.FigureSelect;

const oldestFirst = [{ createdAt: "asc" }, { id: "asc" }] satisfies Prisma.FigureOrderByWithRelationInput[];

type FigureRow = Prisma.FigureGetPayload<{ select: typeof figureSelect }>;

function toFigureView(
  actor: Member,
  { position, evidence, asOf, asOfPrecision, ...figure }: FigureRow,
): FigureView {
  const owner = position ?? evidence;
  if (!owner) throw new Error("A figure belongs to a position or to a piece of evidence.");
  const source = owner.source && toSourceView(actor, owner.source);
  return {
    ...figure,
    language: owner.language,
    asOf: fromColumns(asOf, asOfPrecision),
    problem: figureInQuote(figure, owner),
    who: position?.party.name ?? source?.publisher ?? source?.title ?? "",
    source,
  };
}

/** All figures of a claim: those of its positions, then those of its evidence, oldest first in each. */
export async function listFigures(actor: Member, claimId: string): Promise<FigureView[]> {
  const of = (where: Prisma.FigureWhereInput) =>
    db.figure.findMany({ where, orderBy: oldestFirst, select: figureSelect });
  const [said, shown] = await Promise.all([of({ position: { claimId } }), of({ evidence: { claimId } })]);
  return [...said, ...shown].map((row) => toFigureView(actor, row));
}

/** A figure as it stands beside those of other claims. */
export interface ComparedFigure extends FigureView {
  claim: { id: string; number: number; wording: string; language: string };
}

/** A measure and every figure of it, whatever the claim, oldest first, at most 200; refuses an unknown id. */
export async function getMeasure(
  actor: Member,
  id: string,
): Promise<{ measure: MeasureView; figures: ComparedFigure[] }> {
  const measure = await db.measure.findUnique({ where: { id }, select: measureSelect });
  if (!measure) throw notFound("measure");
  const rows = await db.figure.findMany({
    where: { measureId: id },
    orderBy: oldestFirst,
    take: 200,
    select: figureSelect,
  });
  const figures = rows.flatMap((row) => {
    const on = row.position?.claim ?? row.evidence?.claim;
    return on ? [{ ...toFigureView(actor, row), claim: on }] : [];
  });
  return { measure, figures };
}

const inOrder = { orderBy: [{ createdAt: "desc" }, { id: "desc" }] } satisfies Prisma.MeasureFindManyArgs;

/** Measures whose parts contain all of the words, newest first, at most 12. */
export async function findMeasures(_actor: Member, words: string): Promise<MeasureView[]> {
  return db.measure.findMany({ where: having(words), ...inOrder, take: 12, select: measureSelect });
}

export interface MeasurePage {
  measures: (MeasureView & { figures: number })[];
  /** The id to continue from; null at the end. */
  next: string | null;
}

const having = (words: string): Prisma.MeasureWhereInput =>
  containing(words, (contains) => [
    { unit: contains },
    { what: contains },
    { status: contains },
    { place: contains },
    { period: contains },
    { base: contains },
  ]);

const pageSize = 30;

/** The desk's measures, newest first, a page at a time; `after` is the `next` of the page before, others are ignored. */
export async function listMeasures(
  _actor: Member,
  { words = "", after = null }: { words?: string; after?: string | null } = {},
): Promise<MeasurePage> {
  const from =
    after !== null && isId(after)
      ? await db.measure.findUnique({ where: { id: after }, select: { id: true, createdAt: true } })
      : null;
  const rows = await db.measure.findMany({
    where: { AND: [having(words), olderThan(from)] },
    ...inOrder,
    take: pageSize + 1,
    select: { ...measureSelect, _count: { select: { figures: true } } },
  });
  const page = rows.slice(0, pageSize);
  return {
    measures: page.map(({ _count, ...measure }) => ({ ...measure, figures: _count.figures })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
