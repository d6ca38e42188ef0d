import { publicNumber } from "../claims/rules.ts";
import { isContradiction, positionGroups, type PositionGroup } from "../disputes/rules.ts";
import { sourceMark } from "../editions/rules.ts";
import type { FigureChange, PublicDocument } from "../editions/schema.ts";
import { gradeNames } from "../verdicts/rules.ts";
import type {
  ListedClaim,
  Notice,
  PublicRating,
  PublicView,
  PublishedEditionFacts,
  RelatedClaim,
  ShownCopy,
} from "./schema.ts";

/** A claim that is public now, by its id, for `publicView` alone: the id goes no further. */
export type PublicNow = Omit<RelatedClaim, "kind" | "direction" | "reason">;

/** What stands around a copy that can be read now. */
export type CopyNow = Pick<ShownCopy, "path" | "goneSince">;

/**
 * The document with its relations in the other claims' current public words, and its sources with the copies that can be
 * read now. Relations and copies to which there is nothing now are left out, reason and all.
 */
export function publicView(
  document: PublicDocument,
  related: ReadonlyMap<string, PublicNow>,
  copies: ReadonlyMap<string, CopyNow> = new Map(),
): PublicView {
  return {
    ...document,
    sources: document.sources.map(({ copy, ...source }) => {
      const now = copy && copies.get(copy.snapshotId);
      return { ...source, copy: now ? { ...copy, ...now } : null };
    }),
    relations: document.relations.flatMap(({ claimId, ...relation }) => {
      const other = related.get(claimId);
      return other ? [{ ...relation, ...other }] : [];
    }),
  };
}

export const claimPath = (slug: string): string => `/claims/${slug}`;
export const editionPath = (slug: string, number: number): string => `/claims/${slug}/editions/${number}`;
export const articlePath = (slug: string): string => `/articles/${slug}`;
export const copyPath = (snapshotId: string): string => `/copies/${snapshotId}`;
export const copyTextPath = (snapshotId: string): string => `/copies/${snapshotId}/text.txt`;

/** The title of a readers' page: they know the newsroom, not the program that it uses. */
export const titled = (title: string, deskName: string): string => `${title} · ${deskName}`;

/** "Claim: … — rated False": a bare heading would assert the claim. */
export function pageTitle(view: PublicView): string {
  const end = view.retraction === null ? `rated ${view.verdict.rating.name}` : "fact-check retracted";
  return `Claim: ${view.claim.wording} — ${end}`;
}

/** One sentence for search engines and social cards. */
export function pageDescription(view: PublicView): string {
  if (view.retraction !== null) return `We retracted this fact-check: ${view.retraction}`;
  const by = view.claimant === null ? "Claimed by an unknown party" : `Claimed by ${view.claimant.name}`;
  return `${by}. ${view.verdict.finding}`;
}

/** How to cite one edition in plain text; the digest lets anybody check that nothing was changed since. */
export function citation(
  view: PublicView,
  edition: Pick<PublishedEditionFacts, "number" | "digest" | "publishedAt" | "editionUrl" | "deskName">,
): string {
  const outcome = view.retraction === null ? `rated ${view.verdict.rating.name}` : "retracted";
  return (
    `${edition.deskName}, ${publicNumber(view.claim.number)}: “${view.claim.wording}” — ${outcome}. ` +
    `Edition ${edition.number}, ${edition.publishedAt.slice(0, 10)}. ${edition.editionUrl} ` +
    `(SHA-256 ${edition.digest})`
  );
}

/**
 * The `lang` of what the desk wrote itself, on readers' pages and in feeds: their own words are English, so English needs none.
 * WCAG 2.2, 3.1.2 asks for it of every passage in another language.
 */
export const deskLang = ({ deskLanguage }: { deskLanguage: string }): string | null =>
  deskLanguage === "en" ? null : deskLanguage;

type Turn = [before: string, after: string];

/** What one edition made of the conclusion: old and new, null where it stayed. */
export interface ConclusionChange {
  number: number;
  publishedAt: string;
  rating: Turn | null;
  grade: Turn | null;
  finding: Turn | null;
  /** In which the two editions were written; BCP 47. */
  deskLanguages: Turn;
  figures: FigureChange[];
}

/**
 * The last change of the rating, of the evidence grade, of the finding and of figures, whatever came after it, by the
 * edition that made it, newest first. The finding of a typo or clarification says the same as before, and a retraction is
 * no new conclusion.
 */
export function conclusionChanges(history: readonly Notice[]): ConclusionChange[] {
  const editions = history.toSorted((a, b) => b.number - a.number);
  const seen = { rating: false, grade: false, finding: false, figures: false };
  const first = (what: keyof typeof seen, changed: boolean): boolean => {
    const counts = changed && !seen[what];
    seen[what] ||= changed;
    return counts;
  };
  return editions.flatMap((after, index) => {
    const before = editions[index + 1];
    if (!before || after.kind === "retraction") return [];
    const turn = (what: keyof typeof seen, from: string | null, to: string | null): Turn | null =>
      from !== null && to !== null && first(what, from !== to) ? [from, to] : null;
    const reworded = after.correctionClass === "update" || after.correctionClass === "correction";
    const change = {
      rating: turn("rating", before.rating, after.rating),
      grade: turn("grade", gradeNames[before.grade], gradeNames[after.grade]),
      finding: reworded ? turn("finding", before.finding, after.finding) : null,
      figures: first("figures", after.figures.length > 0) ? after.figures : [],
      deskLanguages: [before.deskLanguage, after.deskLanguage] satisfies Turn,
    };
    const nothing = !change.rating && !change.grade && !change.finding && change.figures.length === 0;
    return nothing ? [] : [{ number: after.number, publishedAt: after.publishedAt, ...change }];
  });
}

/** The history with the edition itself in it, newest first, whether or not the row already lists it. */
export function wholeHistory(history: readonly Notice[], current: Notice): Notice[] {
  const listed = history.some(({ number }) => number === current.number);
  return [...history, ...(listed ? [] : [current])].toSorted((a, b) => b.number - a.number);
}

/** `[2]` in the reasoning becomes a link to that source, where there is one; everything else stays as written. */
export function linkSourceMarks(markdown: string, sources: ReadonlySet<number>): string {
  return markdown.replace(sourceMark, (mark, digits: string) =>
    sources.has(Number(digits)) ? `[\\[${Number(digits)}\\]](#source-${Number(digits)})` : mark,
  );
}

/** The number beside a rating, or why there is none. */
export const ratingValueText = (rating: PublicRating): string =>
  rating.value === null ? "no number: not a point between true and false" : `${rating.value} of 5`;

type Position = PublicDocument["positions"][number];

export interface Disputes {
  /** Parties that deny or doubt. */
  against: Position[];
  /** Parties that have no information or decline to comment: listed as that, never as a denial. */
  silent: Position[];
  claims: RelatedClaim[];
  /** Refuting evidence with its place in the document's list. */
  evidence: { at: number; item: PublicDocument["evidence"][number] }[];
}

/** One list in three groups: parties, claims, evidence. */
export function disputedBy(view: PublicView): Disputes {
  const group = (name: PositionGroup) =>
    view.positions.filter(({ stance }) => positionGroups[stance] === name);
  return {
    against: group("against"),
    silent: group("silent"),
    claims: view.relations.filter(({ kind }) => isContradiction(kind)),
    evidence: view.evidence.flatMap((item, at) => (item.stance === "refutes" ? [{ at, item }] : [])),
  };
}

/** Positions that dispute nothing: what else parties say about the claim. */
export const otherPositions = (view: PublicView): Position[] =>
  view.positions.filter(({ stance }) => positionGroups[stance] === "other");

export const otherRelations = (view: PublicView): RelatedClaim[] =>
  view.relations.filter(({ kind }) => !isContradiction(kind));

/** The place in a list after which its next page begins. */
export interface Place {
  /** ISO instant with milliseconds, UTC */
  at: string;
  id: string;
}

export const cursorOf = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");

/** Reads a cursor that `cursorOf` made; null for anything else. */
export function parseCursor(cursor: string): Place | null {
  if (!/^[\w-]{1,120}$/.test(cursor)) return null;
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const match =
    /^((?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/.exec(
      text,
    );
  const [, at, id] = match ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) return null;
  // A day that does not exist rolls over in JavaScript and is refused by PostgreSQL, which knows no year 0 either.
  return new Date(at).toISOString() === at ? { at, id } : null;
}

/** Whether this can be a slug or part of an address of ours; anything else has no page and never reaches SQL. */
export const isSlug = (text: string): boolean => /^[\w-]{1,200}$/.test(text);

/** For every answer of the public API: anybody may read it from anywhere, and asks again each time. */
export const apiHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "public, max-age=0",
} as const;

/** A stretch of an article: `covering` are the places of the passages over it, `ending` those that end with it. */
export interface Segment {
  text: string;
  covering: number[];
  ending: number[];
}

/** Cuts a text wherever a passage begins or ends; passages count code points and may overlap freely. */
export function segments(text: string, passages: readonly { start: number; end: number }[]): Segment[] {
  const points = Array.from(text);
  const cuts = new Set([0, points.length]);
  for (const { start, end } of passages) {
    if (start < points.length) cuts.add(start);
    if (end < points.length) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? points.length;
    const covering = passages.flatMap(({ start, end }, at) => (start <= from && end >= to ? [at] : []));
    return {
      text: points.slice(from, to).join(""),
      covering,
      ending: covering.filter((at) => passages[at]?.end === to),
    };
  });
}

/** One claim of a list as the API answers it. */
export const listedForApi = ({ rating: { code, name, value }, ...claim }: ListedClaim) => ({
  ...claim,
  rating: { code, name, value },
});

/** A claim as the API answers it: the view that its page is made from, and what stands around it. */
export const claimForApi = (view: PublicView, edition: PublishedEditionFacts) => ({
  slug: view.claim.slug,
  url: edition.url,
  state: edition.state,
  edition: { number: edition.number, digest: edition.digest, url: edition.editionUrl },
  publishedAt: edition.publishedAt,
  firstPublishedAt: edition.firstPublishedAt,
  ...view,
  sources: view.sources.map(({ copy, ...source }) => ({
    ...source,
    copy: copy && copyForApi(copy, edition),
  })),
  history: edition.history,
});

const copyForApi = ({ path, ...copy }: ShownCopy, { url }: PublishedEditionFacts) => ({
  ...copy,
  url: new URL(path, url).href,
});
