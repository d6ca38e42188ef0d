import { codePointsBefore, type Span } from "./rules.ts";

/** What is cut after these only by mistake: titles, and words that go on with a name or a number. Lower case. */
const abbreviations = new Set(
  [
    "dr mr mrs ms prof gen col maj capt cpt lt sgt cpl adm cmdr gov sen rep rev hon st mt ft no nos vs cf e.g i.e approx ca al fig op vol pp messrs pres dept jan feb apr jun jul aug sep sept oct nov dec",
    "м-р г-н г-жа проф ген полк подполк кап им ул пр пл тыс млн млрд руб долл см ср др напр т.е т.к т.н акад гл",
    "bzw z.b d.h hr fr vgl sog usw mio mrd env mme mlle sr sra",
  ].flatMap((line) => line.split(" ")),
);

/** A dotted abbreviation before one of these did end its sentence: “… in the U.S. The minister …”. */
const beginners = new Set(
  "the a an it its he she they we i you this that these those there in on at but and so yet if when while after before however meanwhile both some many most".split(
    " ",
  ),
);

/** Where a number with a dot is an ordinal: “am 5. Oktober”. */
const ordinalLanguages = new Set("cs da de et fi hr hu lv nb nn no sk sl sr".split(" "));

const wordCharacter = /[\p{L}\p{N}]/u;
const dot = /(?:^|[\s\p{Ps}\p{Pi}"'\u00ab\u2013\u2014-])([\p{L}\p{M}\p{N}.-]*)\.\s*$/u;
const speechVerb = /^(?:他|她|它|他们|她们)?(?:们)?(?:说|說|表示|称|稱|问|問|道)/u;

/** Whether the cut between these two is one that only looks like the end of a sentence. */
function isWrongCut(before: string, after: string, language: string): boolean {
  if (!wordCharacter.test(before) || !wordCharacter.test(after)) return true; // “1.”, dashes, a lone closing quote
  if (/^[\s\p{P}]*\p{Ll}/u.test(after)) return true; // “Why?” he asked.
  if (/[。！？][”」』]\s*$/u.test(before)) return speechVerb.test(after.trimStart());
  const word = dot.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  if (/^\s*\p{N}+\.\s*$/u.test(before)) return true; // a number in front of an item of a list
  if (/^\d{1,2}$/.test(word)) return ordinalLanguages.has(language);
  if (word === "г" || word === "гг") return !/\d\s*гг?\.\s*$/iu.test(before); // “г. Москва”, but “в 2015 г.”
  if (abbreviations.has(word)) return true;
  if (!/^\p{L}\p{M}*(?:\.-?\p{L}\p{M}*)*$/u.test(word)) return false; // “J.”, “U.S.”, “د.”
  const next = /[\p{L}\p{M}]+/u.exec(after)?.[0].toLowerCase() ?? "";
  return !beginners.has(next);
}

/**
 * The sentences of a text in its order; `start` and `end` count code points, and blank space at either end is left out.
 * They never overlap, never reach across a line break, and leave out nothing but blank space. A language that nobody
 * knows is cut by the rules for all.
 */
export function sentencesOf(text: string, language: string): Span[] {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  // Offsets, not joined words: each join would copy all that was joined before.
  const cuts: number[] = [];
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const before = text.slice(Math.max(cuts.at(-1) ?? 0, index - tail), index);
    if (index === 0 || before.endsWith("\n") || !isWrongCut(before, segment, primary)) cuts.push(index);
  }
  let at = 0;
  return cuts.flatMap((cut, index) => {
    const piece = text.slice(cut, cuts[index + 1]);
    const words = piece.trim();
    const start = at + piece.length - piece.trimStart().length; // blank space has no surrogate pairs
    at += codePointsBefore(piece);
    return words === "" ? [] : [{ start, end: start + codePointsBefore(words) }];
  });
}

/** How much of what stands before a cut decides about it, in UTF-16 units. */
const tail = 200;

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "sentence" });
  }
}

/** The index of the sentence at a code point, or of the next one after it; the last for places behind all. */
export function sentenceAt(sentences: readonly Span[], point: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sentences that a span touches, as their first and last index; null where it touches none. */
export function sentencesIn(sentences: readonly Span[], span: Span): { first: number; last: number } | null {
  const first = sentenceAt(sentences, span.start);
  if (!overlaps(sentences[first], span)) return null;
  let last = first;
  while (overlaps(sentences[last + 1], span)) last++;
  return { first, last };
}

const overlaps = (sentence: Span | undefined, span: Span): boolean =>
  sentence !== undefined && sentence.start < span.end && sentence.end > span.start;
