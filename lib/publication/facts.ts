import { bearingOut } from "../evidence/rules.ts";
import { positionGroups } from "../disputes/rules.ts";
import { tablesByMeasure, type SideBySide } from "../figures/rules.ts";
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

/** How many groups of sources, independent of one another, bear the rating out. What was only said does not count. */
export const independentGroups = ({ evidence, verdict }: PublicView): number =>
  new Set(bearingOut(evidence, verdict.rating.value).flatMap((item) => item.independenceGroup ?? [])).size;

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

/** A figure with who gives it; `asOf` is its own day, else the day on which it was said or published. */
export interface GivenFigure extends PublicFigure {
  who: string;
  involved: boolean | null;
  /** Of the party's position where one gives it. */
  stance: Position["stance"] | null;
  /** The number of the source in which it stands. */
  source: number | null;
}

/** Every figure of the claim, positions first, in the order of the document. */
export function figuresOf(view: PublicView): GivenFigure[] {
  const said = view.positions.flatMap(({ party, stance, figures, saidOn, source }) =>
    figures.map((figure) => ({
      ...figure,
      asOf: figure.asOf ?? saidOn,
      who: party.name,
      involved: party.involved,
      stance,
      source,
    })),
  );
  const shown = view.evidence.flatMap(({ source, involved, figures }) => {
    const of = view.sources.find(({ number }) => number === source);
    return figures.map((figure) => ({
      ...figure,
      asOf: figure.asOf ?? of?.publishedOn ?? null,
      who: of?.publisher ?? of?.title ?? "",
      involved: involved || null,
      stance: null,
      source,
    }));
  });
  return [...said, ...shown];
}

export interface CompetingFigures extends Pick<
  SideBySide<GivenFigure, PublicFigure["measure"]>,
  "tables" | "elsewhere"
> {
  /** Parties that answered and gave no figure. */
  without: Position[];
}

/** The figures of a claim side by side, the claimant's measure first, never across measures; null where nobody gives one. */
export function competingFigures(view: PublicView): CompetingFigures | null {
  const figures = figuresOf(view);
  if (figures.length === 0) return null;
  const own = utterance(view)?.figures[0]?.measure.id;
  const { tables, elsewhere } = tablesByMeasure<PublicFigure["measure"], GivenFigure>(figures, own);
  const without = view.positions.filter(
    ({ stance, figures: given }) => positionGroups[stance] === "silent" && given.length === 0,
  );
  return { tables, elsewhere, without };
}
