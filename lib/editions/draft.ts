import type { Prisma } from "#prisma/generated/client";
import type { Tx } from "../audit/audited.ts";
import { fromColumns } from "../calendar-date.ts";
import { inContext } from "./excerpt.ts";
import type { PublicDocument } from "./schema.ts";

type Verdict = PublicDocument["verdict"];

/** A document that may still lack its rating and grade: what the checklist looks at. */
export interface Draft extends Omit<PublicDocument, "verdict"> {
  verdict: Omit<Verdict, "rating" | "grade"> & {
    rating: (Verdict["rating"] & { unresolved: boolean }) | null;
    grade: Verdict["grade"] | null;
  };
  claimantSettled: boolean;
  leastSure: string;
}

const party = { select: { name: true, kind: true, description: true } } as const;

const shape = {
  id: true,
  number: true,
  slug: true,
  wording: true,
  kind: true,
  language: true,
  saidOn: true,
  saidPrecision: true,
  claimantUnknown: true,
  claimant: party,
  passages: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      start: true,
      end: true,
      exact: true,
      articleVersion: {
        select: {
          number: true,
          sha256: true,
          text: true,
          article: { include: { outlet: { select: { name: true } } } },
        },
      },
    },
  },
  verdict: { include: { rating: { include: { scale: { select: { version: true } } } } } },
  evidence: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { source: { include: { publisher: { select: { name: true } } } } },
  },
  positions: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { party, source: { include: { publisher: { select: { name: true } } } } },
  },
  relationsFrom: { orderBy: { createdAt: "asc" }, select: { toId: true, kind: true } },
  relationsTo: { orderBy: { createdAt: "asc" }, select: { fromId: true, kind: true } },
} satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof shape }>;
type SourceRow = Row["evidence"][number]["source"];

/** What readers would see of the claim if it were published as it stands now; null for an unknown claim. */
export async function readDraft(
  tx: Pick<Tx, "claim" | "publicSettings">,
  claimId: string,
): Promise<Draft | null> {
  const row = await tx.claim.findUnique({ where: { id: claimId }, select: shape });
  if (!row) return null;
  const settings = await tx.publicSettings.findUniqueOrThrow({ where: { id: 1 }, select: { sample: true } });
  const sources = numberSources(row);
  return {
    format: 1,
    sample: settings.sample,
    claim: {
      id: row.id,
      number: row.number,
      slug: row.slug,
      wording: row.verdict?.shortWording || row.wording,
      kind: row.kind,
      language: row.language,
    },
    claimant: row.claimant,
    claimantSettled: row.claimant !== null || row.claimantUnknown,
    saidOn: fromColumns(row.saidOn, row.saidPrecision),
    passages: row.passages.map(passage),
    verdict: verdict(row),
    leastSure: row.verdict?.leastSure ?? "",
    evidence: row.evidence.map((e) => ({
      source: sources.numberOf(e.sourceId),
      stance: e.stance,
      shows: e.shows,
      quote: e.quote,
      language: e.language,
      locator: e.locator,
      independenceGroup: e.independenceGroup,
      involved: e.involved,
      conclusive: e.conclusive,
    })),
    positions: row.positions.map((p) => ({
      party: p.party,
      stance: p.stance,
      hedged: p.hedged,
      quote: p.quote,
      language: p.language,
      saidOn: fromColumns(p.saidOn, p.saidPrecision),
      source: p.sourceId ? sources.numberOf(p.sourceId) : null,
      locator: p.locator,
    })),
    relations: [
      ...row.relationsFrom.map((r) => ({ claimId: r.toId, kind: r.kind, direction: "out" as const })),
      ...row.relationsTo.map((r) => ({ claimId: r.fromId, kind: r.kind, direction: "in" as const })),
    ],
    sources: sources.list,
    retraction: null,
    correction: null,
  };
}

function passage({
  start,
  end,
  exact,
  articleVersion: version,
}: Row["passages"][number]): PublicDocument["passages"][number] {
  const { article } = version;
  return {
    article: {
      id: article.id,
      slug: article.slug,
      title: article.title,
      outlet: article.outlet?.name ?? null,
      author: article.author,
      url: article.url,
      publishedOn: fromColumns(article.publishedOn, article.publishedPrecision),
      language: article.language,
      version: version.number,
      sha256: version.sha256,
    },
    start,
    end,
    exact,
    ...inContext(version.text, start, end),
  };
}

function verdict({ verdict: v }: Row): Draft["verdict"] {
  const r = v?.rating;
  return {
    rating: r
      ? {
          code: r.code,
          name: r.name,
          definition: r.definition,
          value: r.value,
          hue: r.hue,
          glyph: r.glyph,
          unresolved: r.unresolved,
        }
      : null,
    grade: v?.grade ?? null,
    finding: v?.finding ?? "",
    reasoning: v?.reasoning ?? "",
    contradiction: v?.contradiction ?? "",
    search: v?.search ?? "",
    scaleVersion: r?.scale.version ?? 0,
  };
}

/** Numbers the sources from 1 in the order in which the page first needs them. */
function numberSources(row: Row) {
  const used = new Map<string, SourceRow>();
  for (const e of row.evidence) used.set(e.sourceId, e.source);
  for (const p of row.positions) if (p.source) used.set(p.source.id, p.source);
  const ids = [...used.keys()];
  return {
    numberOf: (id: string) => ids.indexOf(id) + 1,
    list: [...used.values()].map((s, at) => ({
      number: at + 1,
      kind: s.kind,
      title: s.title,
      url: s.url,
      description: s.description,
      publisher: s.publisher?.name ?? null,
      publishedOn: fromColumns(s.publishedOn, s.publishedPrecision),
      language: s.language,
    })),
  };
}
