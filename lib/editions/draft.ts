import type { Tx } from "../audit/audited.ts";
import { fromColumns } from "../calendar-date.ts";
import { relationAnchor } from "../disputes/rules.ts";
import { evidenceAnchor } from "../evidence/rules.ts";
import { figureAnchor } from "../figures/rules.ts";
import { publicSource } from "./confidential.ts";
import { chooseCopy } from "./copies.ts";
import { draftShape, type DraftRow } from "./draft-shape.ts";
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
  /** The words of figures whose measure is not set yet, and where they stand; they are in no document. */
  unmeasured: { words: string; where: "evidence" | "disputed-by"; at: string }[];
  waivers: { item: string; reason: string }[];
  /** Related claims that readers cannot see, with their words and the reason why they are related; in no document. */
  notPublic: { number: number; reason: string; words: string[]; at: string }[];
  /** The ids of the elements in which pieces of evidence and figures of this draft stand on the claim's page at the desk. */
  places: ReadonlyMap<object, string>;
  /** The origins to which pieces of evidence go back, also where readers are not told: a confidential source may be known by its. */
  origins: ReadonlyMap<object, string>;
}

/** What readers would see of the claim if it were published as it stands now; null for an unknown claim. */
export async function readDraft(
  tx: Pick<Tx, "claim" | "publicSettings">,
  claimId: string,
): Promise<Draft | null> {
  const row = await tx.claim.findUnique({ where: { id: claimId }, select: draftShape });
  if (!row) return null;
  const settings = await tx.publicSettings.findUniqueOrThrow({ where: { id: 1 }, select: { sample: true } });
  const sources = numberSources(row);
  const places = new Map<object, string>();
  const placed = <Item extends object>(item: Item, at: string): Item => {
    places.set(item, at);
    return item;
  };
  const origins = new Map<object, string>();
  const going = <Item extends object>(origin: string | null, item: Item): Item => {
    if (origin !== null) origins.set(item, origin);
    return item;
  };
  const figures = (rows: FigureRow[]) =>
    rows.flatMap((one) => figure(one).map((shown) => placed(shown, figureAnchor(one.id))));
  const speaker = partyOf(row);
  const related = [
    ...row.relationsFrom.map(({ to, ...r }) => ({ ...r, other: to, direction: "out" as const })),
    ...row.relationsTo.map(({ from, ...r }) => ({ ...r, other: from, direction: "in" as const })),
  ];
  return {
    format: 2,
    sample: settings.sample,
    claim: {
      id: row.id,
      number: row.number,
      slug: row.slug,
      wording: row.verdict?.shortWording || row.wording,
      kind: row.kind,
      language: row.language,
    },
    claimant: row.claimant && speaker(row.claimant),
    claimantSettled: row.claimant !== null || row.claimantUnknown,
    saidOn: fromColumns(row.saidOn, row.saidPrecision),
    saidWords: row.saidWords,
    event: row.event && event(row.event),
    passages: row.passages.map(passage),
    verdict: verdict(row),
    leastSure: row.verdict?.leastSure ?? "",
    unmeasured: [...unmeasured(row.evidence, "evidence"), ...unmeasured(row.positions, "disputed-by")],
    waivers: row.waivers,
    places,
    origins,
    evidence: row.evidence.map((e) =>
      going(
        e.independenceGroup ?? e.source.independenceGroup,
        placed(
          {
            source: sources.numberOf(e.sourceId),
            kind: e.kind,
            stance: e.stance,
            shows: e.shows,
            quote: e.quote,
            language: e.language,
            translation: e.translation,
            translator: e.translator,
            observation: e.observation,
            locator: placeIn(e.source, e.locator),
            independenceGroup: e.independenceGroup ?? placeIn(e.source, e.source.independenceGroup),
            involved: e.involved,
            conclusive: e.conclusive,
            figures: figures(e.figures),
          },
          evidenceAnchor(e.id),
        ),
      ),
    ),
    positions: row.positions.map((p) => ({
      party: speaker(p.party),
      stance: p.stance,
      hedged: p.hedged,
      quote: p.quote,
      language: p.language,
      translation: p.translation,
      translator: p.translator,
      saidOn: fromColumns(p.saidOn, p.saidPrecision),
      saidWords: p.saidWords,
      primary: p.primary,
      relayedBy: p.relays.map(({ party }) => party),
      source: p.sourceId ? sources.numberOf(p.sourceId) : null,
      locator: p.source ? placeIn(p.source, p.locator) : p.locator,
      figures: figures(p.figures),
    })),
    requests: row.requests.map((r) => ({
      party: speaker(r.party),
      channel: r.channel,
      askedOn: day(r.askedOn),
      dueOn: day(r.dueOn),
      outcome: r.outcome,
      answeredOn: day(r.answeredOn),
      answer: r.answer,
      reason: r.reason,
    })),
    relations: related.map(({ kind, reason, direction, other }) => ({
      claimId: other.id,
      kind,
      reason,
      direction,
    })),
    notPublic: related
      .filter(({ other: { publicState } }) => publicState !== "public" && publicState !== "retracted")
      .map(({ id, reason, other: { number, wording, verdict: theirs } }) => ({
        number,
        reason,
        words: [wording, theirs?.shortWording ?? "", theirs?.finding ?? ""].filter(Boolean),
        at: relationAnchor(id),
      })),
    sources: sources.list,
    topics: row.topics.map(({ topic }) => topic),
    retraction: null,
    correction: null,
  };
}

/** What would lead to a confidential source is for nobody's eyes. */
const placeIn = (source: SourceRow, words: string | null) => (source.visibility === "public" ? words : null);

const day = (date: Date | null) => fromColumns(date, "day");

type PartyRow = NonNullable<DraftRow["claimant"]>;

/** A party with what the claim's event says of it; one that speaks for another is as involved as that other. */
function partyOf({ event: at }: DraftRow) {
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

function event(row: NonNullable<DraftRow["event"]>): NonNullable<PublicDocument["event"]> {
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

type FigureRow = DraftRow["positions"][number]["figures"][number];

function figure(row: FigureRow) {
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

const unmeasured = (
  owners: Pick<DraftRow["positions"][number], "figures">[],
  where: Draft["unmeasured"][number]["where"],
): Draft["unmeasured"] =>
  owners.flatMap(({ figures }) =>
    figures.flatMap(({ id, measure, words }) => (measure ? [] : [{ words, where, at: figureAnchor(id) }])),
  );

function passage({
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

function verdict({ verdict: v }: DraftRow): Draft["verdict"] {
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
function numberSources(row: DraftRow) {
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
