import { fromColumns } from "../calendar-date.ts";
import { figureAnchor } from "../figures/rules.ts";
import { publicSource } from "./confidential.ts";
import { chooseCopy } from "./copies.ts";
import type { DraftRow } from "./draft-shape.ts";
import { inContext } from "./excerpt.ts";
import type { PublicDocument } from "./schema.ts";

/** What would lead to a confidential source is for nobody's eyes. */
export const placeIn = (source: SourceRow, words: string | null) =>
  source.visibility === "public" ? words : null;

export const day = (date: Date | null) => fromColumns(date, "day");

type PartyRow = NonNullable<DraftRow["claimant"]>;

/** A party with what the claim's event says of it; one that speaks for another is as involved as that other. */
export function partyOf({ event: at }: DraftRow) {
  const involved = new Map(at?.parties.map((entry) => [entry.partyId, entry.involved]));
  return ({ id, name, kind, description, speaksFor }: PartyRow) => ({
    id,
    name,
    kind,
    description,
    speaksFor: speaksFor?.name ?? null,
    involved: involved.get(id) ?? involved.get(speaksFor?.id ?? "") ?? null,
  });
}

export function eventOf(row: NonNullable<DraftRow["event"]>): NonNullable<PublicDocument["event"]> {
  return {
    id: row.id,
    name: row.name,
    happenedOn: fromColumns(row.happenedOn, row.happenedPrecision),
    happenedWords: row.happenedWords,
    place: row.place,
    placePrecision: row.placePrecision,
    parties: row.parties.map(({ party, involved, note }) => ({ name: party.name, involved, note })),
  };
}

export type FigureRow = DraftRow["positions"][number]["figures"][number];

export function figureOf(row: FigureRow) {
  if (!row.measure) return [];
  const { id, unit, what, status, place, period, base } = row.measure;
  return [
    {
      measure: { id, unit, what, status, place, period, base },
      words: row.words,
      qualifier: row.qualifier,
      minimum: row.minimum,
      maximum: row.maximum,
      asOf: fromColumns(row.asOf, row.asOfPrecision),
    },
  ];
}

export const unmeasuredOf = (
  owners: Pick<DraftRow["positions"][number], "figures">[],
  where: "evidence" | "disputed-by",
) =>
  owners.flatMap(({ figures }) =>
    figures.flatMap(({ id, measure, words }) => (measure ? [] : [{ words, where, at: figureAnchor(id) }])),
  );

export function passageOf({
  start,
  end,
  exact,
  articleVersion: version,
}: DraftRow["passages"][number]): PublicDocument["passages"][number] {
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

export function verdictOf({ verdict: v }: DraftRow) {
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
    known: lines(v?.known),
    notKnown: lines(v?.notKnown),
    howChecked: v?.howChecked ?? "",
    asOf: v ? fromColumns(v.asOf, v.asOfPrecision) : null,
    lookAgainOn: day(v?.lookAgainOn ?? null),
    scaleVersion: r?.scale.version ?? 0,
  };
}

const lines = (text = "") =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const quotedFrom = ({ evidence }: DraftRow, sourceId: string) =>
  evidence.flatMap((e) => (e.sourceId === sourceId ? e.snapshot : null) ?? []);

type SourceRow = DraftRow["evidence"][number]["source"];

/** Numbers the sources from 1 in the order in which the page first needs them. */
export function numberSources(row: DraftRow) {
  const used = new Map<string, SourceRow>();
  for (const e of row.evidence) used.set(e.sourceId, e.source);
  for (const p of row.positions) if (p.source) used.set(p.source.id, p.source);
  const ids = [...used.keys()];
  return {
    numberOf: (id: string) => ids.indexOf(id) + 1,
    list: [...used.values()].map((source, at) =>
      publicSource(source, at + 1, chooseCopy(quotedFrom(row, source.id), source.snapshots)),
    ),
  };
}
