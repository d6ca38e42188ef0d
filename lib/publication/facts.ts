import { positionGroups } from "../disputes/rules.ts";
import { figureText, measureName, tablesByMeasure } from "../figures/rules.ts";
import type { PublicFigure } from "../figures/schema.ts";
import type { PublicView } from "./schema.ts";

type Position = PublicView["positions"][number];
type Party = Position["party"];

const sameParty = (a: Party, b: Party): boolean =>
  a.name === b.name && a.kind === b.kind && a.description === b.description;

/** The position in which the claimant makes the claim; null where none is on record. */
export function utterance({ claimant, positions }: PublicView): Position | null {
  if (!claimant) return null;
  const makes = positions.filter(
    ({ party, stance }) => sameParty(party, claimant) && (stance === "asserts" || stance === "suggests"),
  );
  return makes.find(({ primary }) => primary) ?? makes[0] ?? null;
}

/** How many groups of sources, independent of one another, show what is so. What was only said does not count. */
export const independentGroups = ({ evidence }: PublicView): number =>
  new Set(evidence.flatMap((item) => (item.shows === "so" && item.independenceGroup) || [])).size;

/** What the page knows about a source from the evidence and the positions that cite it. */
export function sourceFacts(view: PublicView, number: number) {
  const evidence = view.evidence.filter(({ source }) => source === number);
  const positions = view.positions.filter(({ source }) => source === number);
  return {
    /** It is the utterance itself of a party, not a report of it. */
    primary: positions.some(({ primary }) => primary),
    involved:
      evidence.some(({ involved }) => involved) ||
      positions.some(({ primary, party }) => primary && party.involved === true),
    groups: [...new Set(evidence.flatMap(({ independenceGroup }) => independenceGroup ?? []))],
  };
}

/** One figure with who gives it. `source` is the number of the source in which it stands. */
export interface GivenFigure {
  who: string;
  involved: boolean | null;
  /** Of the party's position where one gives it. */
  stance: Position["stance"] | null;
  figure: PublicFigure;
  /** As its day stands in the figure, else when the party said it; partial ISO date. */
  asOf: string | null;
  source: number | null;
}

/** Every figure of the claim, positions first, in the order of the document. */
export function figuresOf(view: PublicView): GivenFigure[] {
  return [
    ...view.positions.flatMap(({ party, stance, figures, saidOn, source }) =>
      figures.map((figure) => ({
        who: party.name,
        involved: party.involved,
        stance,
        figure,
        asOf: figure.asOf ?? saidOn,
        source,
      })),
    ),
    ...view.evidence.flatMap(({ source, involved, figures }) => {
      const of = view.sources.find(({ number }) => number === source);
      return figures.map((figure) => ({
        who: of?.publisher ?? of?.title ?? "",
        involved: involved || null,
        stance: null,
        figure,
        asOf: figure.asOf ?? of?.publishedOn ?? null,
        source,
      }));
    }),
  ];
}

export interface MeasureTable {
  id: string;
  /** What every number of the table counts. */
  counts: string;
  figures: GivenFigure[];
}

export interface CompetingFigures {
  /** One table per measure: the claim's own first, then every other that at least two figures share. */
  tables: MeasureTable[];
  /** Figures that stand alone in their measure: beside no other, since they count something else. */
  others: { who: string; text: string; counts: string; source: number | null }[];
  /** Parties that answered and gave no figure. */
  without: Position[];
}

/** The figures of a claim side by side, never across measures; null where nobody gives one. */
export function competingFigures(view: PublicView): CompetingFigures | null {
  const given = figuresOf(view).map((one) => ({ ...one, measure: one.figure.measure }));
  if (given.length === 0) return null;
  const { tables, elsewhere } = tablesByMeasure<PublicFigure["measure"], (typeof given)[number]>(
    given,
    utterance(view)?.figures[0]?.measure.id,
  );
  return {
    tables: tables.map(({ measure, figures }) => ({ id: measure.id, counts: measureName(measure), figures })),
    others: elsewhere.map(({ who, figure, source }) => ({
      who,
      text: figureText(figure),
      counts: measureName(figure.measure),
      source,
    })),
    without: view.positions.filter(
      ({ stance, figures }) => positionGroups[stance] === "silent" && figures.length === 0,
    ),
  };
}
