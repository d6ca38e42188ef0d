import type { Tx } from "../audit/audited.ts";
import { fromColumns } from "../calendar-date.ts";
import { relationAnchor } from "../disputes/rules.ts";
import { evidenceAnchor } from "../evidence/rules.ts";
import { figureAnchor } from "../figures/rules.ts";
import {
  day,
  eventOf,
  figureOf,
  numberSources,
  partyOf,
  passageOf,
  placeIn,
  unmeasuredOf,
  verdictOf,
  type FigureRow,
} from "./draft-parts.ts";
import { draftShape, type DraftRow } from "./draft-shape.ts";
import type { PublicDocument } from "./schema.ts";

type Verdict = PublicDocument["verdict"];

/** A document that may still lack its rating and grade: what the checklist looks at. */
export interface Draft extends Omit<PublicDocument, "verdict"> {
  verdict: Omit<Verdict, "rating" | "grade"> & {
    rating: (Verdict["rating"] & { unresolved: boolean }) | null;
    grade: Verdict["grade"] | null;
  };
  claimantSettled: boolean;
  /** The live scale has the rating, in these words. */
  ratingIsLive: boolean;
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
  const { scaleVersion, ...settings } = await tx.publicSettings.findUniqueOrThrow({
    where: { id: 1 },
    select: { sample: true, deskLanguage: true, scaleVersion: true },
  });
  const ratingIsLive = row.verdict?.rating?.scale.version === scaleVersion;
  return { ...draftOf(row, settings), ratingIsLive };
}

/** A claim that is being read, and where its parts stand at the desk, as far as they were read. */
interface Reading {
  row: DraftRow;
  sources: ReturnType<typeof numberSources>;
  speaker: ReturnType<typeof partyOf>;
  places: Map<object, string>;
  origins: Map<object, string>;
}

function draftOf(
  row: DraftRow,
  settings: Pick<Draft, "sample" | "deskLanguage">,
): Omit<Draft, "ratingIsLive"> {
  const reading: Reading = {
    row,
    sources: numberSources(row),
    speaker: partyOf(row),
    places: new Map(),
    origins: new Map(),
  };
  return {
    format: 2,
    ...settings,
    claim: {
      id: row.id,
      number: row.number,
      slug: row.slug,
      wording: row.verdict?.shortWording || row.wording,
      kind: row.kind,
      language: row.language,
    },
    claimant: row.claimant && reading.speaker(row.claimant),
    claimantSettled: row.claimant !== null || row.claimantUnknown,
    saidOn: fromColumns(row.saidOn, row.saidPrecision),
    saidWords: row.saidWords,
    event: row.event && eventOf(row.event),
    passages: row.passages.map(passageOf),
    verdict: verdictOf(row),
    leastSure: row.verdict?.leastSure ?? "",
    unmeasured: [...unmeasuredOf(row.evidence, "evidence"), ...unmeasuredOf(row.positions, "disputed-by")],
    waivers: row.waivers,
    places: reading.places,
    origins: reading.origins,
    evidence: evidenceOf(reading),
    positions: positionsOf(reading),
    requests: requestsOf(reading),
    relations: relationsOf(row),
    notPublic: notPublicOf(row),
    sources: reading.sources.list,
    topics: row.topics.map(({ topic }) => topic),
    retraction: null,
    correction: null,
  };
}

const evidenceOf = (reading: Reading): Draft["evidence"] =>
  reading.row.evidence.map((e) => {
    const piece = {
      source: reading.sources.numberOf(e.sourceId),
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
      figures: figuresOf(reading, e.figures),
    };
    const origin = e.independenceGroup ?? e.source.independenceGroup;
    if (origin !== null) reading.origins.set(piece, origin);
    reading.places.set(piece, evidenceAnchor(e.id));
    return piece;
  });

const positionsOf = (reading: Reading): Draft["positions"] =>
  reading.row.positions.map((p) => ({
    party: reading.speaker(p.party),
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
    source: p.sourceId ? reading.sources.numberOf(p.sourceId) : null,
    locator: p.source ? placeIn(p.source, p.locator) : p.locator,
    figures: figuresOf(reading, p.figures),
  }));

const figuresOf = ({ places }: Reading, rows: FigureRow[]) =>
  rows.flatMap((row) => {
    const figures = figureOf(row);
    for (const figure of figures) places.set(figure, figureAnchor(row.id));
    return figures;
  });

const requestsOf = ({ row, speaker }: Reading): Draft["requests"] =>
  row.requests.map((r) => ({
    party: speaker(r.party),
    channel: r.channel,
    askedOn: day(r.askedOn),
    dueOn: day(r.dueOn),
    outcome: r.outcome,
    answeredOn: day(r.answeredOn),
    answer: r.answer,
    reason: r.reason,
  }));

/** From this claim to others, then from others to it. */
const related = (row: DraftRow) => [
  ...row.relationsFrom.map(({ to, ...r }) => ({ ...r, other: to, direction: "out" as const })),
  ...row.relationsTo.map(({ from, ...r }) => ({ ...r, other: from, direction: "in" as const })),
];

const relationsOf = (row: DraftRow): Draft["relations"] =>
  related(row).map(({ kind, reason, direction, other }) => ({
    claimId: other.id,
    kind,
    reason,
    direction,
  }));

const notPublicOf = (row: DraftRow): Draft["notPublic"] =>
  related(row)
    .filter(({ other: { publicState } }) => publicState !== "public" && publicState !== "retracted")
    .map(({ id, reason, other: { number, wording, verdict: theirs } }) => ({
      number,
      reason,
      words: [wording, theirs?.shortWording ?? "", theirs?.finding ?? ""].filter(Boolean),
      at: relationAnchor(id),
    }));
