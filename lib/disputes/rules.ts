import type { PositionStance, RelationKind } from "./schema.ts";

/** What a party does, for the form; sentences about a party say `positionStanceSaid`. */
export const positionStanceNames: Record<PositionStance, string> = {
  asserts: "asserts",
  suggests: "suggests",
  denies: "denies",
  doubts: "doubts",
  no_information: "has no information",
  concedes: "concedes",
  withdraws: "withdraws",
  declines: "declines to comment",
};

/** After the name of a party, one or many: the council <denied> "…", US officials <doubted> "…". */
export const positionStanceSaid: Record<PositionStance, string> = {
  asserts: "asserted",
  suggests: "suggested",
  denies: "denied",
  doubts: "doubted",
  no_information: "had no information",
  concedes: "conceded",
  withdraws: "took back",
  declines: "declined to comment",
};

/** What each stance says, for the form. */
export const positionStanceMeanings: Record<PositionStance, string> = {
  asserts: "Says that it is so.",
  suggests: "Hints at it, for example by a question, without saying it.",
  denies: "Says that it is not so.",
  doubts: "Says that it may not be so, or that it is not shown.",
  no_information: "Says that they do not know. This is no denial.",
  concedes: "Admits it, against their own interest or earlier words.",
  withdraws: "Takes back what they said before.",
  declines: "Was asked, and does not say. This is no denial.",
};

/** The group of a position in "disputed by": against the claim, without an answer, or anything else. */
export type PositionGroup = "against" | "silent" | "other";
export const positionGroups: Record<PositionStance, PositionGroup> = {
  denies: "against",
  doubts: "against",
  no_information: "silent",
  declines: "silent",
  asserts: "other",
  suggests: "other",
  concedes: "other",
  withdraws: "other",
};

/** As the middle of a sentence, read from either claim: this claim <out> that one; this claim <in> that one. */
export const relationNames: Record<RelationKind, { out: string; in: string }> = {
  contradicts: { out: "contradicts", in: "contradicts" },
  partly_contradicts: { out: "partly contradicts", in: "partly contradicts" },
  narrows: { out: "is a narrower form of", in: "is a wider form of" },
  part_of: { out: "is part of", in: "has as a part" },
  same_as: { out: "is the same as", in: "is the same as" },
  similar: { out: "is similar to", in: "is similar to" },
  updates: { out: "updates", in: "is updated by" },
  depends_on: { out: "depends on", in: "is a condition of" },
};

/** What each relation says of this claim, for the form. */
export const relationMeanings: Record<RelationKind, string> = {
  contradicts: "Both cannot be true.",
  partly_contradicts: "They can be true only in part together.",
  narrows: "It says the same of less: a smaller place, group or time.",
  part_of: "The other cannot be true unless this one is.",
  same_as: "The same assertion in other words.",
  similar: "Alike, but not the same: another speaker, count or time.",
  updates: "It takes the place of the other, as of a later time.",
  depends_on: "It can be true only if the other is.",
};

/** Only these two dispute a claim, and they do so both ways. */
export const isContradiction = (kind: RelationKind): boolean =>
  kind === "contradicts" || kind === "partly_contradicts";

/** A relation that reads the same from both ends: a second one the other way round would say nothing new. */
export const holdsBothWays = (kind: RelationKind): boolean =>
  relationNames[kind].out === relationNames[kind].in;

/** The id of a relation's element on the page of its claim at the desk. */
export const relationAnchor = (id: string): string => `relation-${id}`;

/** Fewer words in a row are a turn of phrase and nobody's own. */
const IN_A_ROW = 5;

/**
 * Whether a text repeats another one's words: five in a row, or all of them where it has fewer. What stands in `own` as
 * well is not theirs: two claims about one event share much of their wording.
 */
export function repeatsWords(text: string, theirs: string, own: readonly string[]): boolean {
  const words = wordsOf(theirs);
  const length = Math.min(IN_A_ROW, words.length);
  if (length === 0) return false;
  const [said, allowed] = [joined(wordsOf(text)), own.map((mine) => joined(wordsOf(mine)))];
  return words.some((_, at) => {
    const row = words.slice(at, at + length);
    if (row.length < length) return false;
    return said.includes(joined(row)) && !allowed.some((mine) => mine.includes(joined(row)));
  });
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text.normalize("NFKC").toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
const joined = (words: readonly string[]): string => `\n${words.join("\n")}\n`;
