import { readDigits } from "./digits.ts";

/** A number that a text says, and the stretch of the text (UTF-16 units) that says it. */
export interface NumberInText {
  /** One, or two where a separator can be read in two ways ("1.200" outside English). */
  values: number[];
  start: number;
  end: number;
}

const MARK = "[.,'’٫٬]";
const GAP = "[ \\u00a0\\u2009\\u202f]";
const TOKEN = new RegExp(
  `\\p{Nd}{1,3}(?:${GAP}\\p{Nd}{3})+(?!\\p{Nd})(?:[.,٫]\\p{Nd}+)?|\\p{Nd}+(?:${MARK}\\p{Nd}+)*|\\p{L}[\\p{L}\\p{M}]*`,
  "gu",
);

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SMALL = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ["no", 0],
  ["none", 0],
  ["nobody", 0],
  ["both", 2],
]);
const SCALES = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["dozen", 12],
  ["score", 20],
  ["k", 1e3],
  ["mn", 1e6],
  ["bn", 1e9],
]);
const PART = /^(half|halves|thirds?|quarters?|fifths?|sixths?|tenths?)$/;
const FRACTION = /^(half|halves|thirds?|quarters?|fifths?|sixths?|tenths?|twice|double|doubled|couple|pair)$/;

interface Token {
  text: string;
  start: number;
  end: number;
  digits: boolean;
}

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: found, index }) => ({
    text: found.toLowerCase(),
    start: index,
    end: index + found.length,
    digits: /^\p{Nd}/u.test(found),
  }));
}

/** Digits that belong to a name: Su-24, F16. */
const isName = (before: string) => /(\p{Lu}\p{L}*-|(?<!\p{L})\p{Lu})$/u.test(before.slice(-30));

/**
 * Every number that a text says, in order: digits of any script with their separators and, in English, number words
 * ("two hundred and forty thousand", "a dozen", "an hour", "2.5 million"). `language` is a BCP 47 tag.
 */
export function numbersIn(text: string, language: string): NumberInText[] {
  const english = isEnglish(language);
  const all = tokens(text);
  const found: NumberInText[] = [];
  for (let at = 0; at < all.length;) {
    const read = english ? readEnglish(text, all, at) : readPlain(text, all[at], false);
    if (read) found.push({ values: read.values, start: read.start, end: read.end });
    at += read?.tokens ?? 1;
  }
  return found;
}

export const isEnglish = (language: string): boolean => /^en(-|$)/i.test(language);

/** Whether a text speaks of a part ("half", "a third") that is not read as a number. */
export const speaksOfParts = (text: string): boolean =>
  tokens(text).some((token) => FRACTION.test(token.text));

/** Words right before a number that make it a bound or a guess: "at least 27", "up to 41", "some 30". */
const INEXACT_BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\p{Nd}])(?:at (?:least|most)|up to|(?:no|not) (?:more|fewer|less) than|(?:more|fewer|less) than|as (?:many|much|few|little) as|over|under|above|below|upwards? of|in excess of|nearly|almost|about|around|approximately|roughly|some|circa|close to|estimated|(?:minimum|maximum) of)(?: the| an?| another)?$`,
  "iu",
);
/** Words after a number that do the same, also with what is counted between: "27 people or more". */
const INEXACT_AFTER =
  /^(?:(?:\s\p{L}+){0,2}\s(?:or (?:more|fewer|less|so)|at (?:least|most)(?!\s\p{Nd}))(?!\p{L})|-odd(?!\p{L})|\s?\+)/iu;
/** "over 30 days" is how long it took, not more than 30. */
const DURATION = /(?:^|[^\p{L}])over$/iu;
const TIME = /^[\s-](?:second|minute|hour|day|night|week|month|year)s?(?!\p{L})/iu;

/**
 * Whether a text gives one of its numbers (`numbers` are all of them, in order) as an end of a range, as a bound or as a
 * guess: "27-41", "between 27 and 41", "at least 27", "27 or more". Ranges with a dash and signs (≥, ~) are known in any
 * language, words in English. "from 27 to 41" is none: it may as well be a change.
 */
export function isInexact(
  text: string,
  numbers: readonly NumberInText[],
  at: number,
  language: string,
): boolean {
  const number = numbers[at];
  if (!number) return false;
  const before = wordsBefore(text, number);
  const after = text.slice(number.end, number.end + 60);
  const isWithNeighbour =
    isRange(text, number, numbers[at + 1], language) || isRange(text, numbers[at - 1], number, language);
  if (isWithNeighbour || /[≥≤<>~≈±]$/u.test(before)) return true;
  if (!isEnglish(language)) return false;
  if (DURATION.test(before) && TIME.test(after)) return false;
  return INEXACT_BEFORE.test(before) || INEXACT_AFTER.test(after);
}

const wordsBefore = (text: string, { start }: NumberInText) =>
  text.slice(Math.max(0, start - 60), start).replace(/[\s$€£¥]+$/u, "");

function isRange(
  text: string,
  from: NumberInText | undefined,
  to: NumberInText | undefined,
  language: string,
): boolean {
  if (!from || !to || Math.max(...to.values) <= Math.min(...from.values)) return false;
  const between = text.slice(from.end, to.start).replace(/^\s?%/u, "");
  if (/^\s?[-\u2010-\u2015]\s?$/u.test(between)) return true;
  if (!isEnglish(language)) return false;
  const word = /^\s(to|or|and)\s[$€£¥]?$/iu.exec(between)?.[1]?.toLowerCase();
  const before = wordsBefore(text, from);
  if (word === "and") return /(?:^|[^\p{L}])between$/iu.test(before);
  return word !== undefined && !/(?:^|[^\p{L}])from$/iu.test(before);
}

interface Read extends NumberInText {
  tokens: number;
}

function readPlain(text: string, token: Token | undefined, english: boolean): Read | null {
  if (!token?.digits || isName(text.slice(0, token.start))) return null;
  const values = readDigits(text.slice(token.start, token.end), english);
  return values.length === 0 ? null : { values, start: token.start, end: token.end, tokens: 1 };
}

/** Only white space and hyphens may stand between the words of one number. */
const joins = (text: string, from: Token | undefined, to: Token | undefined) =>
  from !== undefined && to !== undefined && /^[\s\u00a0-]*$/.test(text.slice(from.end, to.start));

/** The words of a text from one of them on, as far as they may belong to one number; `at` is how far it was read. */
class Words {
  readonly text: string;
  readonly all: readonly Token[];
  readonly from: number;
  at: number;

  constructor(text: string, all: readonly Token[], from: number) {
    this.text = text;
    this.all = all;
    this.from = from;
    this.at = from;
  }

  word(ahead = 0): string {
    const at = this.at + ahead;
    const belongs = at === this.from || joins(this.text, this.all[at - 1], this.all[at]);
    return belongs ? (this.all[at]?.text ?? "") : "";
  }

  scale = (): number | undefined => SCALES.get(this.word());

  /** The scale that was read last: 100 after "two hundred". */
  lastScale = (): number | undefined =>
    this.at > this.from ? SCALES.get(this.all[this.at - 1]?.text ?? "") : undefined;
}

const ARTICLE = /^an?$/;

function readEnglish(text: string, all: readonly Token[], from: number): Read | null {
  const words = new Words(text, all, from);
  const begun = begin(words);
  if (begun === null || "values" in begun) return begun;
  const first = begun.value ?? readSmall(words);
  if (first === null) return null;
  const value = readScales(words, first);
  if (!all[from]?.digits && PART.test(words.word())) return null;
  const end = all[words.at - 1]?.end ?? begun.start;
  return { values: [rounded(value)], start: begun.start, end, tokens: words.at - from };
}

/** How a number begins, or all of one that ends there; `value` is null where its first word is still to be read. */
function begin(words: Words): { start: number; value: number | null } | Read | null {
  const { all, from } = words;
  const start = all[from]?.start ?? 0;
  if (words.word() === "half" && ARTICLE.test(words.word(1))) {
    words.at += 2;
    return { start, value: 0.5 };
  }
  if (ARTICLE.test(words.word())) {
    if (FRACTION.test(words.word(1)) || words.word(1) === "") return null;
    words.at++;
    if (words.scale() === undefined && !SMALL.has(words.word())) return readArticle(words, start);
    return { start: all[words.at]?.start ?? start, value: words.scale() === undefined ? null : 1 };
  }
  if (all[from]?.digits) {
    const plain = readPlain(words.text, all[from], true);
    if (!plain) return null;
    words.at++;
    // "2.5m" is metres or millions.
    if (words.word() === "m" && all[words.at]?.start === plain.end)
      return { ...plain, values: [...plain.values, ...plain.values.map((value) => rounded(value * 1e6))] };
    return { start, value: plain.values[0] ?? null };
  }
  const isScale = (words.scale() ?? 0) >= 12 && words.word().length > 2;
  return { start, value: isScale ? 1 : null };
}

const isAndAHalf = (words: Words, ahead: number) =>
  words.word(ahead) === "and" && ARTICLE.test(words.word(ahead + 1)) && words.word(ahead + 2) === "half";

/** "an hour" is one hour; "an hour and a half" is more. */
function readArticle(words: Words, start: number): Read {
  const more = isAndAHalf(words, 1);
  const last = more ? words.all[words.at + 3] : words.all[words.from];
  return { values: [more ? 1.5 : 1], start, end: last?.end ?? start, tokens: more ? 5 : 1 };
}

/** What hundreds, thousands and more make of the first part of a number: "two" of "two hundred and forty thousand". */
function readScales(words: Words, first: number): number {
  let [total, current] = [0, first];
  for (;;) {
    if (isAndAHalf(words, 0)) {
      current += 0.5;
      words.at += 3;
    }
    const scale = words.scale();
    if (scale === undefined) {
      const rest = readRest(words);
      if (rest === null) return total + current;
      current += rest;
      continue;
    }
    const carries = current === 0 && total > 0;
    words.at++;
    current = (current || 1) * scale;
    if (carries) [total, current] = [total * scale, 0];
    if (scale >= 1000) [total, current] = [total + current, 0];
  }
}

/** Below a hundred: "thirty-three", "twelve". */
function readSmall(words: Words): number | null {
  const first = SMALL.get(words.word());
  if (first === undefined) return null;
  words.at++;
  const second = SMALL.get(words.word());
  if (first < 20 || first > 90 || second === undefined || second < 1 || second > 9) return first;
  words.at++;
  return first + second;
}

/** What follows a hundred or a thousand; another number begins after "and" where it would not be smaller. */
function readRest(words: Words): number | null {
  const before = words.lastScale();
  if (before === undefined || before < 100) return null;
  const kept = words.at;
  if (words.word() === "and") words.at++;
  const rest = readSmall(words);
  const next = words.scale() ?? 1;
  const belongs = before === 100 ? next !== 100 : next < before;
  if (rest !== null && rest > 0 && belongs) return rest;
  words.at = kept;
  return null;
}

/** 2.3 million is 2,300,000 and not a hair less. */
const rounded = (value: number) => Number(value.toPrecision(15));
