import type { EvidenceShows, EvidenceStance, Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { containing, isId, olderThan } from "../word-search.ts";
import { canSeeConfidential, canSetVisibility } from "./policy.ts";
import { unnamed } from "./rules.ts";
import { sourceVisibilities, type Link, type SourceKind, type SourceVisibility } from "./schema.ts";

/** A source as one member may see it. */
export interface SourceView {
  id: string;
  /** null where the member may not see it; so are address, publisher and date. */
  kind: SourceKind | null;
  title: string;
  url: string | null;
  /** What it is; of a described source what everybody is told instead of it. */
  description: string | null;
  publisher: string | null;
  /** A partial ISO date */
  publishedOn: string | null;
  language: string;
  visibility: SourceVisibility;
  /** What an editor vouches for; null for a source that is not hidden. */
  attestation: string | null;
  /** The member may not see it: this is what everybody is told. */
  sealed: boolean;
  graphic: boolean;
  /** The origin that it shares with other sources. */
  independenceGroup: string | null;
  version: number;
  /** What is known of its address; null while nobody has looked. */
  link: (Link & { checkedAt: Date }) | null;
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
  visibility: true,
  attestation: true,
  graphic: true,
  independenceGroup: true,
  version: true,
  createdById: true,
  linkState: true,
  linkSince: true,
  linkReason: true,
  linkCheckedAt: true,
} as const satisfies Prisma.SourceSelect;

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>;

/** The one way from a row to a view: what the member may not see of a confidential source is not in it. */
export function toSourceView(actor: Member, source: SourceRow): SourceView {
  const { publisher, publishedOn, publishedPrecision, createdById, ...rest } = source;
  const { linkState, linkSince, linkReason, linkCheckedAt, ...row } = rest;
  if (canSeeConfidential(actor, { visibility: row.visibility, createdById }))
    return {
      ...row,
      publisher: publisher?.name ?? null,
      publishedOn: fromColumns(publishedOn, publishedPrecision),
      link:
        linkState && linkSince && linkCheckedAt
          ? { state: linkState, since: linkSince, reason: linkReason, checkedAt: linkCheckedAt }
          : null,
      sealed: false,
    };
  return {
    ...unnamed,
    id: row.id,
    visibility: row.visibility,
    attestation: row.attestation,
    graphic: row.graphic,
    version: row.version,
    description: row.visibility === "described" ? row.description : null,
    independenceGroup: null,
    link: null,
    sealed: true,
  };
}

/** Found by what the member may see of it, and by nothing else: an answer to a hidden word would give it away. */
const having = (actor: Member, words: string): Prisma.SourceWhereInput => {
  const seen = {
    OR: [{ visibility: "public" }, { createdById: actor.id }],
  } satisfies Prisma.SourceWhereInput;
  const whole = containing<Prisma.SourceWhereInput>(words, (contains) => [
    { title: contains },
    { url: contains },
    { description: contains },
    { attestation: contains },
    { publisher: { name: contains } },
  ]);
  if (actor.role !== "checker") return whole;
  const told = containing<Prisma.SourceWhereInput>(words, (contains) => [
    { visibility: "described", description: contains },
    { attestation: contains },
  ]);
  return { OR: [{ AND: [seen, whole] }, { NOT: seen, ...told }] };
};

const pageSize = 30;

/** Sources whose title, address, description or publisher contain all of the words, newest first, at most 12. */
export async function findSources(actor: Member, words: string): Promise<SourceView[]> {
  const rows = await db.source.findMany({
    where: having(actor, words),
    ...inOrder,
    take: 12,
    select: sourceSelect,
  });
  return rows.map((row) => toSourceView(actor, row));
}

export interface SourcePage {
  sources: (SourceView & { uses: number })[];
  /** The id to continue from; null at the end. */
  next: string | null;
}

/** The desk's sources, newest first, a page at a time; `after` is the `next` of the page before, others are ignored. */
export async function listSources(
  actor: Member,
  { words = "", after = null }: { words?: string; after?: string | null } = {},
): Promise<SourcePage> {
  const from =
    after !== null && isId(after)
      ? await db.source.findUnique({ where: { id: after }, select: { id: true, createdAt: true } })
      : null;
  const rows = await db.source.findMany({
    where: { AND: [having(actor, words), olderThan(from)] },
    ...inOrder,
    take: pageSize + 1,
    select: { ...sourceSelect, _count: { select: { evidence: true, positions: true } } },
  });
  const page = rows.slice(0, pageSize);
  return {
    sources: page.map(({ _count, ...row }) => ({
      ...toSourceView(actor, row),
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
export async function getSource(actor: Member, id: string): Promise<SourceView & { uses: SourceUse[] }> {
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
    ...toSourceView(actor, source),
    uses: [
      ...evidence.map(({ claim, ...as }) => ({ claim, as })),
      ...positions.map(({ claim, party }) => ({ claim, as: { party: party.name } })),
    ],
  };
}

/** What a member may say of a source, for the forms of its page. */
export interface SourceSettings {
  source: SourceView;
  /** What they may choose for who may see it, with what it is; empty where they may not change it. */
  may: SourceVisibility[];
  /** The names of origins in use. */
  origins: string[];
}

/** The settings of a source; refuses an unknown id. */
export async function getSourceSettings(actor: Member, id: string): Promise<SourceSettings> {
  const [row, origins] = await Promise.all([
    db.source.findUnique({ where: { id }, select: sourceSelect }),
    listOrigins(actor),
  ]);
  if (!row) throw notFound("source");
  const allowed = sourceVisibilities.filter((to) => canSetVisibility(actor, row, to));
  const may = sourceVisibilities.filter((to) => to === row.visibility || allowed.includes(to));
  return { source: toSourceView(actor, row), may: allowed.length > 0 ? may : [], origins };
}

/** The names of origins that sources and evidence carry, for proposals; at most 200, in the order of their letters. */
async function listOrigins(actor: Member): Promise<string[]> {
  const own = actor.role === "checker" ? actor.id : null;
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM (
      SELECT independence_group AS name FROM sources
        WHERE visibility = 'public' OR ${own}::uuid IS NULL OR created_by_id = ${own}::uuid
      UNION SELECT independence_group FROM evidence) AS named
    WHERE name IS NOT NULL ORDER BY name LIMIT 200`;
  return rows.map(({ name }) => name);
}
