import type { EvidenceShows, EvidenceStance, Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { containing, isId, olderThan } from "../word-search.ts";
import type { SourceKind } from "./schema.ts";

export interface SourceView {
  id: string;
  kind: SourceKind;
  title: string;
  url: string | null;
  description: string | null;
  publisher: string | null;
  /** A partial ISO date */
  publishedOn: string | null;
  language: string;
}

/** What a view of a source is read from; for other domains that show sources too. */
export const sourceSelect = {
  id: true,
  kind: true,
  title: true,
  url: true,
  description: true,
  publisher: { select: { name: true } },
  publishedOn: true,
  publishedPrecision: true,
  language: true,
} as const satisfies Prisma.SourceSelect;

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>;

export function toSourceView({ publisher, publishedOn, publishedPrecision, ...row }: SourceRow): SourceView {
  return {
    ...row,
    publisher: publisher?.name ?? null,
    publishedOn: fromColumns(publishedOn, publishedPrecision),
  };
}

const having = (words: string): Prisma.SourceWhereInput =>
  containing(words, (contains) => [
    { title: contains },
    { url: contains },
    { description: contains },
    { publisher: { name: contains } },
  ]);

const pageSize = 30;

/** Sources whose title, address, description or publisher contain all of the words, newest first, at most 12. */
export async function findSources(_actor: Member, words: string): Promise<SourceView[]> {
  const rows = await db.source.findMany({
    where: having(words),
    ...inOrder,
    take: 12,
    select: sourceSelect,
  });
  return rows.map(toSourceView);
}

export interface SourcePage {
  sources: (SourceView & { uses: number })[];
  /** The id to continue from; null at the end. */
  next: string | null;
}

/** The desk's sources, newest first, a page at a time; `after` is the `next` of the page before, others are ignored. */
export async function listSources(
  _actor: Member,
  { words = "", after = null }: { words?: string; after?: string | null } = {},
): Promise<SourcePage> {
  const from =
    after !== null && isId(after)
      ? await db.source.findUnique({ where: { id: after }, select: { id: true, createdAt: true } })
      : null;
  const rows = await db.source.findMany({
    where: { AND: [having(words), olderThan(from)] },
    ...inOrder,
    take: pageSize + 1,
    select: { ...sourceSelect, _count: { select: { evidence: true, positions: true } } },
  });
  const page = rows.slice(0, pageSize);
  return {
    sources: page.map(({ _count, ...row }) => ({
      ...toSourceView(row),
      uses: _count.evidence + _count.positions,
    })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

const inOrder = { orderBy: [{ createdAt: "desc" }, { id: "desc" }] } satisfies Prisma.SourceFindManyArgs;

export interface SourceUse {
  claim: { number: number; wording: string; language: string };
  /** Evidence with its stance and what it shows, or the party whose position was said there. */
  as: { stance: EvidenceStance; shows: EvidenceShows } | { party: string };
}

/** A source and where it is used, newest use first, at most 200; refuses an unknown id. */
export async function getSource(_actor: Member, id: string): Promise<SourceView & { uses: SourceUse[] }> {
  const claim = { select: { number: true, wording: true, language: true } };
  const newest = { orderBy: { createdAt: "desc" }, take: 100 } as const;
  const row = await db.source.findUnique({
    where: { id },
    select: {
      ...sourceSelect,
      evidence: { ...newest, select: { stance: true, shows: true, claim } },
      positions: { ...newest, select: { party: { select: { name: true } }, claim } },
    },
  });
  if (!row) throw notFound("source");
  const { evidence, positions, ...source } = row;
  return {
    ...toSourceView(source),
    uses: [
      ...evidence.map(({ claim, ...as }) => ({ claim, as })),
      ...positions.map(({ claim, party }) => ({ claim, as: { party: party.name } })),
    ],
  };
}
