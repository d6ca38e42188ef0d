import canonicalize from "canonicalize";
import { diffWords } from "diff";
import { figureText, measureName } from "../figures/rules.ts";
import { numbersIn } from "../numbers.ts";
import { withoutPartyIds } from "./rules.ts";
import type { CorrectionClass, FigureChange, PublicDocument } from "./schema.ts";

/** Words that turn a sentence round, in the languages that the desk meets most. */
const NEGATIONS = new Set(
  (
    "no not never none nobody nothing nowhere neither nor without cannot " +
    "не нет ни никогда никто ничего нигде без nicht kein keine keinen nie niemals niemand nichts weder ohne " +
    "ne pas non jamais aucun aucune rien sans ni nunca ningún ninguno nada nadie sin لا لم لن ليس ليست ما دون בלי לא אין אף"
  ).split(" "),
);

/**
 * The sentence that refuses a correction class which makes the change look smaller than it is; null when it fits. A
 * changed rating, evidence grade, figure, name or stance of a party, and a number or negation that changed in the wording or the finding,
 * is neither a typo nor a clarification; a typo mends the letters of a few words and nothing else.
 */
export function classTooSmall(
  chosen: CorrectionClass,
  before: PublicDocument,
  after: PublicDocument,
): string | null {
  if (chosen !== "typo" && chosen !== "clarification") return null;
  const changed = whatTurned(before, after);
  if (changed) return `${changed}, so this is an update or a correction, not a ${chosen}.`;
  if (chosen === "typo" && !onlyLettersChanged(before, after))
    return "More than the spelling of a few words changed, so this is not a typo.";
  return null;
}

function whatTurned(before: PublicDocument, after: PublicDocument): string | null {
  const differ = (of: (d: PublicDocument) => unknown) => canonicalize(of(before)) !== canonicalize(of(after));
  if (differ((d) => d.verdict.rating.code)) return "The rating changed";
  if (differ((d) => d.verdict.grade)) return "The evidence grade changed";
  const isTold = [before, after].every((d) => d.sources.every(({ confidential }) => confidential === null));
  if (differ((d) => d.claimant && named(d.claimant))) return "The claimant changed";
  if (differ(namesOf)) return "The name of a party changed";
  if (differ((d) => figuresOf(d, isTold))) return "A figure changed";
  if (differ(stancesOf)) return "What a party says of the claim changed";
  for (const [what, of] of conclusions) {
    if (differ((d) => numbersOf(of(d), d.claim.language))) return `A number in the ${what} changed`;
    if (differ((d) => negationsOf(of(d)))) return `A negation in the ${what} changed`;
  }
  return null;
}

const conclusions: [string, (d: PublicDocument) => string][] = [
  ["wording", (d) => d.claim.wording],
  ["finding", (d) => d.verdict.finding],
];

/**
 * Every figure as it is compared, with who gives it: two parties whose figures were mixed up have both another one. Its words
 * count where it has no bounds; sources only where they are told on both sides, since one that is not named is the same one.
 */
function figuresOf({ positions, evidence, sources }: PublicDocument, isTold: boolean): string[] {
  const titleOf = (number: number) => sources.find((source) => source.number === number)?.title;
  return [
    ...positions.flatMap(({ party, figures }) => figures.map((figure) => ({ by: party.name, ...figure }))),
    ...evidence.flatMap(({ source, figures }) =>
      figures.map((figure) => ({ by: isTold && titleOf(source), ...figure })),
    ),
  ]
    .map(({ by, measure, qualifier, minimum, maximum, asOf, words }) =>
      JSON.stringify([by, measure.id, qualifier, minimum, maximum, asOf, qualifier === null && words]),
    )
    .toSorted();
}

/**
 * The figures that somebody gave in one measure before and gives otherwise now. Only where there is one on either side:
 * which of several became which would be a guess.
 */
export function figureChanges(before: PublicDocument, after: PublicDocument): FigureChange[] {
  const was = givenFigures(before);
  return [...givenFigures(after)].flatMap(([key, now]) => {
    const [old, more] = was.get(key) ?? [];
    const [given, another] = now;
    if (!old || !given || more || another || old.text === given.text) return [];
    return [{ who: given.who, what: given.what, before: old.text, after: given.text }];
  });
}

/** What each party and each source gives in each measure. */
function givenFigures({ positions, evidence, sources }: PublicDocument) {
  const given = new Map<string, { who: string; what: string; text: string }[]>();
  const add = (who: string, figures: PublicDocument["positions"][number]["figures"]) => {
    for (const figure of figures) {
      const key = JSON.stringify([who, figure.measure.id]);
      const entry = { who, what: measureName(figure.measure), text: figureText(figure) };
      given.set(key, [...(given.get(key) ?? []), entry]);
    }
  };
  for (const { party, figures } of positions) add(party.name, figures);
  for (const { source, figures } of evidence) {
    const of = sources.find(({ number }) => number === source);
    add(of?.publisher ?? of?.title ?? "", figures);
  }
  return given;
}

const named = ({ name, description }: { name: string; description: string | null }) =>
  JSON.stringify([name, description]);

/** Everybody whom the document names as a party, once. */
function namesOf({ claimant, positions, requests, event }: PublicDocument): string[] {
  const parties = [
    ...(claimant ? [claimant] : []),
    ...positions.map(({ party }) => party),
    ...requests.map(({ party }) => party),
  ];
  const names = [
    ...parties.map(named),
    ...parties.flatMap(({ speaksFor }) => speaksFor ?? []),
    ...positions.flatMap(({ relayedBy }) => relayedBy.map(({ name }) => name)),
    ...(event?.parties.map(({ name }) => name) ?? []),
  ];
  return [...new Set(names)].toSorted();
}

/** Who asserts, denies or doubts it: a stance that was turned round is a negation. */
const stancesOf = ({ positions }: PublicDocument): string[] =>
  positions.map(({ party, stance, hedged }) => JSON.stringify([party.name, stance, hedged])).toSorted();

function numbersOf(text: string, language: string): string[] {
  // Marks of sources are no numbers of the text; digits of a name (Su-24) are, whatever the reader of figures thinks.
  const plain = text.replace(/\[\d{1,3}\]/g, " ");
  const said = numbersIn(plain, language).map(({ values }) => values.join("|"));
  return [...said, ...(plain.match(/\p{Nd}+/gu) ?? [])].toSorted();
}

function negationsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*(?:['’]t(?!\p{L}))?/gu) ?? [];
  return words
    .filter((word) => NEGATIONS.has(word) || /n['’]t$/.test(word))
    .map((word) => word.replace("’", "'"))
    .toSorted();
}

/** The desk's own words in a document, place by place. */
const textsOf = ({ claim, verdict, relations }: PublicDocument): string[] => [
  claim.wording,
  verdict.finding,
  verdict.reasoning,
  verdict.contradiction,
  verdict.search,
  verdict.howChecked,
  verdict.known.join("\n"),
  verdict.notKnown.join("\n"),
  relations.map(({ reason }) => reason).join("\n"),
];

/** Everything but the desk's own words and what follows from them. */
function withoutTexts(d: PublicDocument): PublicDocument {
  const { rating, grade, asOf, lookAgainOn } = d.verdict;
  const none = {
    finding: "",
    reasoning: "",
    contradiction: "",
    search: "",
    known: [],
    notKnown: [],
    howChecked: "",
  };
  return {
    ...withoutPartyIds(d),
    format: 2,
    // A mark on the words for whoever reads them out: none of them is another.
    deskLanguage: "",
    claim: { ...d.claim, wording: "", slug: "" },
    verdict: { rating, grade, asOf, lookAgainOn, scaleVersion: 0, ...none },
    relations: d.relations.map((relation) => ({ ...relation, reason: "" })),
    // A copy that was taken meanwhile changes nothing that the desk says.
    sources: d.sources.map((source) => ({ ...source, copy: null })),
    correction: null,
  };
}

/** How many words a typo may mend in all. */
const FEW = 5;

function onlyLettersChanged(before: PublicDocument, after: PublicDocument): boolean {
  if (canonicalize(withoutTexts(before)) !== canonicalize(withoutTexts(after))) return false;
  const now = textsOf(after);
  const { language } = after.claim;
  let mended = 0;
  return textsOf(before).every((was, at) => {
    const is = now[at] ?? "";
    mended += wordsMended(was, is);
    return (
      mended <= FEW &&
      isSameList(numbersOf(was, language), numbersOf(is, language)) &&
      isSameList(negationsOf(was), negationsOf(is))
    );
  });
}

const isSameList = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);

const lettersOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** More differences than so few words can have, their punctuation and spaces included: looking on would only take time. */
const mostEdits = 200;
/** No word that was only spelt anew is as long: two texts without a space would be compared letter by letter with one another. */
const longestWord = 100;

/** How many words were spelt anew; infinite where one came, went, or became another. */
function wordsMended(before: string, after: string): number {
  const parts = diffWords(before, after, { maxEditLength: mostEdits });
  if (!parts) return Number.POSITIVE_INFINITY;
  let mended = 0;
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    if (removed.length !== added.length) return Number.POSITIVE_INFINITY;
    const alike = removed.every((word, at) => isSpeltAnew(word, added[at] ?? ""));
    const count = alike ? removed.length : Number.POSITIVE_INFINITY;
    removed = [];
    added = [];
    return count;
  };
  for (const part of parts) {
    if (part.removed) removed.push(...lettersOf(part.value));
    else if (part.added) added.push(...lettersOf(part.value));
    else if (lettersOf(part.value).length > 0) mended += settle();
  }
  return mended + settle();
}

const isSpeltAnew = (was: string, is: string): boolean =>
  Math.max(was.length, is.length) <= longestWord && distance(was, is) <= Math.max(1, was.length / 4);

/** Letters that were added, left out, replaced or swapped with their neighbour. */
function distance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cell = (up: number, left: number) => rows[i - up]?.[j - left] ?? Number.POSITIVE_INFINITY;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(cell(1, 0) + 1, (row[j - 1] ?? 0) + 1, cell(1, 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, cell(2, 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
