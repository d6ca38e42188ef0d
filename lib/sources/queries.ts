import type { EvidenceShows, EvidenceStance, Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
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

const pageSize = 30;
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Sources whose title, address, description or publisher contain all of the words, newest first, at most 12. */
export async function findSources(_actor: Member, words: string): Promise<SourceView[]> {
  const rows = await db.source.findMany({
    where: containing(words),
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
    after &&
    idShape.test(after) &&
    (await db.source.findUnique({ where: { id: after }, select: { id: true, createdAt: true } }));
  const rows = await db.source.findMany({
    where: { AND: [containing(words), from ? olderThan(from) : {}] },
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

const olderThan = (from: { id: string; createdAt: Date }): Prisma.SourceWhereInput => ({
  OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }],
});

function containing(words: string): Prisma.SourceWhereInput {
  const each = words.replaceAll("\0", " ").split(/\s+/).filter(Boolean).slice(0, 8);
  return {
    AND: each.map((word) => {
      const contains = { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
      return {
        OR: [
          { title: contains },
          { url: contains },
          { description: contains },
          { publisher: { name: contains } },
        ],
      };
    }),
  };
}

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
