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

function readEnglish(text: string, all: readonly Token[], from: number): Read | null {
  let at = from;
  const word = (ahead = 0) =>
    at + ahead < all.length && (at + ahead === from || joins(text, all[at + ahead - 1], all[at + ahead]))
      ? (all[at + ahead]?.text ?? "")
      : "";
  const scaleAt = (ahead = 0) => SCALES.get(word(ahead));
  let start = all[from]?.start ?? 0;
  let current: number | null = null;
  if (word() === "half" && /^an?$/.test(word(1))) {
    at += 2;
    current = 0.5;
  } else if (/^an?$/.test(word())) {
    if (FRACTION.test(word(1)) || word(1) === "") return null;
    at++;
    if (scaleAt() === undefined && !SMALL.has(word())) return article();
    start = all[at]?.start ?? start;
    current = scaleAt() === undefined ? null : 1;
  } else if (all[from]?.digits) {
    const plain = readPlain(text, all[from], true);
    if (!plain) return null;
    at++;
    current = plain.values[0] ?? null;
    // "2.5m" is metres or millions.
    if (word() === "m" && all[at]?.start === plain.end)
      return { ...plain, values: [...plain.values, ...plain.values.map((value) => rounded(value * 1e6))] };
  } else if (scaleAt() !== undefined && (scaleAt() ?? 0) >= 12 && word().length > 2) {
    current = 1;
  }
  current ??= readSmall();
  if (current === null) return null;
  let total = 0;
  for (;;) {
    if (word() === "and" && /^an?$/.test(word(1)) && word(2) === "half") {
      current += 0.5;
      at += 3;
    }
    const scale = scaleAt();
    if (scale === undefined) {
      const rest = at > from && SCALES.has(all[at - 1]?.text ?? "") ? readRest() : null;
      if (rest === null) break;
      current += rest;
    } else {
      const carries = current === 0 && total > 0;
      at++;
      current = (current || 1) * scale;
      if (carries) [total, current] = [total * scale, 0];
      if (scale >= 1000) {
        total += current;
        current = 0;
      }
    }
  }
  if (!all[from]?.digits && PART.test(word())) return null;
  const last = all[at - 1];
  return { values: [rounded(total + current)], start, end: last?.end ?? start, tokens: at - from };

  /** "an hour" is one hour; "an hour and a half" is more. */
  function article(): Read {
    const more = word(1) === "and" && /^an?$/.test(word(2)) && word(3) === "half";
    const last = more ? all[at + 3] : all[from];
    return { values: [more ? 1.5 : 1], start, end: last?.end ?? start, tokens: more ? 5 : 1 };
  }

  /** Below a hundred: "thirty-three", "twelve". */
  function readSmall(): number | null {
    const first = SMALL.get(word());
    if (first === undefined) return null;
    at++;
    const second = SMALL.get(word());
    if (first < 20 || first > 90 || second === undefined || second < 1 || second > 9) return first;
    at++;
    return first + second;
  }

  /** What follows a hundred or a thousand; another number begins after "and" where it would not be smaller. */
  function readRest(): number | null {
    const kept = at;
    const before = SCALES.get(all[at - 1]?.text ?? "") ?? 0;
    if (word() === "and") at++;
    const rest = readSmall();
    const next = scaleAt() ?? 1;
    const belongs = before === 100 ? next !== 100 : next < before;
    if (rest !== null && rest > 0 && before >= 100 && belongs) return rest;
    at = kept;
    return null;
  }
}

/** 2.3 million is 2,300,000 and not a hair less. */
const rounded = (value: number) => Number(value.toPrecision(15));
