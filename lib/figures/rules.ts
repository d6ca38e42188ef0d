import { isEnglish, isInexact, numbersIn, speaksOfParts, type NumberInText } from "../numbers.ts";
import type { AddFigureInput, FigureQualifier, MeasureParts, PublicFigure } from "./schema.ts";

export const figureQualifierNames: Record<FigureQualifier, string> = {
  exactly: "exactly",
  about: "about",
  at_least: "at least",
  more_than: "more than",
  at_most: "at most",
  less_than: "less than",
  between: "between",
};

/** What a measure counts, in one line: "people: civilians killed, Velm province, 12 May 2031". */
export function measureName({ unit, what, status, place, period, base }: MeasureParts): string {
  const counted = [what, status].filter(Boolean).join(" ");
  const head = base ? `${unit} of ${base}: ${counted}` : `${unit}: ${counted}`;
  return [head, place, period].filter(Boolean).join(", ");
}

/** A number as every page writes it: 12,000, with all of its digits. */
export const written = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 20 });

type Bounds = Pick<PublicFigure, "words" | "qualifier" | "minimum" | "maximum">;

/** The figure as it is compared: "36", "at least 33", "27 to 41"; its words in quotation marks where it has no bounds. */
export function figureText({ words, qualifier, minimum, maximum }: Bounds): string {
  if (qualifier === null) return `“${words}”`;
  if (qualifier === "between" && minimum !== null && maximum !== null)
    return `${written(minimum)} to ${written(maximum)}`;
  const value = minimum ?? maximum;
  if (value === null) return `“${words}”`;
  return qualifier === "exactly" ? written(value) : `${figureQualifierNames[qualifier]} ${written(value)}`;
}

/** The columns of a figure from what the form asked for; the schema has seen to it that they go together. */
export function boundsOf({ qualifier, number, upTo }: Pick<AddFigureInput, "qualifier" | "number" | "upTo">) {
  switch (qualifier) {
    case "words_only":
      return { qualifier: null, minimum: null, maximum: null };
    case "at_least":
    case "more_than":
      return { qualifier, minimum: number, maximum: null };
    case "at_most":
    case "less_than":
      return { qualifier, minimum: null, maximum: number };
    case "between":
      return { qualifier, minimum: number, maximum: upTo };
    default:
      return { qualifier, minimum: number, maximum: number };
  }
}

/** What a figure is checked against: the words it was taken from. */
export interface QuotedWords {
  quote: string | null;
  /** BCP 47, of the quote */
  language: string;
  translation?: string | null;
  /** What the desk saw, where there is an observation or a search beside or instead of a quote. */
  observation?: string | null;
}

/**
 * words: they do not stand in the quote, or only as a piece of other words or of a longer number. number: they do, and
 * say another number. inexact: they say it as a bound, an end of a range or a guess, and the figure says exactly. unclear:
 * nobody but a person can tell (number words of another language, "a third").
 */
export type FigureProblem = "words" | "number" | "inexact" | "unclear";

export const figureProblemSentences: Record<FigureProblem, string> = {
  words: "These words do not stand like this in the quote.",
  number: "These words of the quote do not say this number.",
  inexact:
    "The quote gives this number as a bound, in a range or as a guess, and the figure says exactly. Say how it is meant: between, at least, at most, about, …",
  unclear:
    "Whether the quote says this number has to be judged by a person: it does not stand there in digits.",
};

/** Without the typographic variants and white space that make no difference to what is quoted. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u2018\u2019\u201a\u201b\u02bc\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u2026/g, "...")
    .replace(/\s+/g, " ")
    .trim();

/** Letter by letter, so that places in the text stay the same. */
const lower = (text: string): string =>
  text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });

/**
 * Whether the words of a figure stand in its quote (or translation, or observation) as whole words and whole numbers,
 * and say each of its bounds. null: they do. Words without bounds only have to stand there.
 */
export function figureInQuote(figure: Bounds, from: QuotedWords): FigureProblem | null {
  const texts: [string | null | undefined, string][] = [
    [from.quote, from.language],
    [from.translation, "en"],
    [from.observation, "en"],
  ];
  const problems = texts.flatMap(([text, language]) =>
    text ? [{ problem: problemIn(figure, text, language), english: isEnglish(language) }] : [],
  );
  const found = problems.map(({ problem }) => problem);
  // Bounds in words are read in English alone, so a translation knows better than a quote in which the number was found.
  const isExact = problems.some(({ problem, english }) => problem === null && english);
  return found.includes("inexact") && !isExact ? "inexact" : least(found);
}

/** The one that asks least of whoever reads it, of several texts or places; "words" where there is none. */
const least = (problems: (FigureProblem | null)[]): FigureProblem | null =>
  problems.includes(null)
    ? null
    : ((["unclear", "inexact", "number"] as const).find((problem) => problems.includes(problem)) ?? "words");

function problemIn(figure: Bounds, text: string, language: string): FigureProblem | null {
  const numbers = numbersIn(plain(text), language);
  const quote = lower(plain(text));
  const words = lower(plain(figure.words));
  const problems: (FigureProblem | null)[] = [];
  for (let start = quote.indexOf(words); words && start >= 0; start = quote.indexOf(words, start + 1)) {
    const end = start + words.length;
    const cut = numbers.some((n) => n.start < end && n.end > start && (n.start < start || n.end > end));
    if (cut || isInsideWord(quote, start) || isInsideWord(quote, end)) continue;
    const here = numbers.filter((n) => n.start >= start && n.end <= end);
    const said = here.flatMap(({ values, start: at }) =>
      isBelowZero(quote, at) ? values.map((value) => -value) : values,
    );
    const hedged =
      figure.qualifier === "exactly" && here.some((n) => isHedged(figure, n, quote, numbers, language));
    problems.push(boundProblem(figure, said, words, language) ?? (hedged ? "inexact" : null));
  }
  return least(problems);
}

const isHedged = (
  { minimum }: Bounds,
  number: NumberInText,
  quote: string,
  numbers: readonly NumberInText[],
  language: string,
): boolean =>
  number.values.some((value) => value === minimum || -value === minimum) &&
  isInexact(quote, numbers, numbers.indexOf(number), language);

/** A minus stands right before its number and after nothing that makes it a hyphen: "-5", but neither "27-41" nor "F-5". */
const isBelowZero = (text: string, at: number): boolean =>
  /(^|[^\p{L}\p{Nd}-])-$/u.test(text.slice(Math.max(0, at - 3), at));

/** Scripts that part words with spaces, apart from Arabic and Hebrew, whose short words are written onto the next one. */
const isInsideWord = (text: string, at: number): boolean =>
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u.test(text.slice(at, at + 2));

function boundProblem(figure: Bounds, said: number[], words: string, language: string): FigureProblem | null {
  const bounds = [figure.minimum, figure.maximum].filter((bound) => bound !== null);
  const missing = bounds.filter((bound) => !said.includes(bound));
  if (missing.length === 0) return null;
  // "minus five", "fell by 5": which way it went is said in words.
  const isInWords = missing.every((bound) => bound < 0 && said.includes(-bound));
  if (speaksOfParts(words) || isInWords) return "unclear";
  if (isEnglish(language)) return "number";
  // A digit before "тысяч" or "万", or one bound in digits and the other in words.
  const scaled = (bound: number) => said.some((value) => powers.some((power) => value * power === bound));
  return said.length === 0 || missing.every(scaled) || missing.length < new Set(bounds).size
    ? "unclear"
    : "number";
}

const powers = Array.from({ length: 11 }, (_, at) => 10 ** (at + 2));

/** The id of a figure's element on its claim's page at the desk. */
export const figureAnchor = (id: string): string => `figure-${id}`;

/** A figure of a document whose words or number do not stand in its quote. */
export interface UnfoundFigure {
  /** The very figure of the document. */
  figure: object;
  words: string;
  problem: FigureProblem;
  /** In which part of the claim's page it stands. */
  where: "evidence" | "disputed-by";
}

/** Every figure of a public document or draft that is not found in its quote; `unclear` ones only call for a look. */
export function figuresNotInQuote(document: {
  evidence: readonly (QuotedWords & { figures: readonly Bounds[] })[];
  positions: readonly (QuotedWords & { figures: readonly Bounds[] })[];
}): UnfoundFigure[] {
  const unfound = (owner: QuotedWords & { figures: readonly Bounds[] }, where: UnfoundFigure["where"]) =>
    owner.figures.flatMap((figure) => {
      const problem = figureInQuote(figure, owner);
      return problem ? [{ figure, words: figure.words, problem, where }] : [];
    });
  return [
    ...document.evidence.flatMap((piece) => unfound(piece, "evidence")),
    ...document.positions.flatMap((position) => unfound(position, "disputed-by")),
  ];
}

export interface FigureTable<Figure, Measure> {
  measure: Measure;
  /** In the order in which they came; never sorted by value, summed or averaged. */
  figures: Figure[];
}

/** Figures set side by side: each table holds one measure, and nothing is compared across. */
export interface SideBySide<Figure, Measure> {
  tables: FigureTable<Figure, Measure>[];
  /** Figures that stand alone in their measure: named beside the tables, never in them. */
  elsewhere: Figure[];
  /** What they count is not settled, so they stand beside nothing. */
  unmeasured: Figure[];
}

/**
 * Sets figures of one measure beside one another. The table of `own`, the measure of the claim itself (the first one
 * where none is named), comes first; every other measure gets one when several figures share it.
 */
export function tablesByMeasure<Measure extends { id: string }, Figure extends { measure: Measure | null }>(
  figures: readonly Figure[],
  own?: string,
): SideBySide<Figure, Measure> {
  const groups = new Map<string, FigureTable<Figure, Measure>>();
  for (const figure of figures) {
    const { measure } = figure;
    if (!measure) continue;
    const group = groups.get(measure.id) ?? { measure, figures: [] };
    groups.set(measure.id, group);
    group.figures.push(figure);
  }
  const all = [...groups.values()];
  const first = groups.get(own ?? "") ?? all[0];
  const tables = all.filter((group) => group !== first && group.figures.length > 1);
  if (first) tables.unshift(first);
  return {
    tables,
    elsewhere: all.filter((group) => !tables.includes(group)).flatMap((group) => group.figures),
    unmeasured: figures.filter(({ measure }) => measure === null),
  };
}

/** The measures that some figures have, each once, in the order in which they come. */
export function measuresOf<Measure extends { id: string }>(
  figures: readonly { measure: Measure | null }[],
): Measure[] {
  return [...new Map(figures.flatMap(({ measure }) => (measure ? [[measure.id, measure]] : []))).values()];
}
