import { utf16Offset, type Span } from "./rules.ts";
import { tellingWords } from "./telling-words.ts";
import { tokensOf, type Token } from "./tokens.ts";
import {
  bestCopy,
  firstWhere,
  imageOf,
  newRuns,
  overlap,
  pairOf,
  placeOf,
  sideOf,
  similarRun,
  type Pair,
  type Run,
  type Side,
  type Whereabouts,
} from "./whereabouts.ts";

/** What became of a passage; start and end count code points of the later text, and `exact` are the words there. */
export type Refound =
  | { outcome: "exact" | "moved" | "altered"; start: number; end: number; exact: string; alarming: boolean }
  | { outcome: "lost"; start: null; end: null; exact: null; alarming: false };

const lost: Refound = { outcome: "lost", start: null, end: null, exact: null, alarming: false };

/**
 * Finds passages of one text again in a later one. *Exact*: the same words at the same place. *Moved*: the same words (white
 * space and typography aside) elsewhere. *Altered*: other words in their place. *Lost*: nothing in their place. Where a
 * number or a negation changed it is altered, and alarming. The texts are aligned once, for any number of passages.
 */
export function refinder(beforeText: string, afterText: string): (passage: Span) => Refound {
  const pair = pairOf(sideOf(beforeText), sideOf(afterText));
  let runs: Map<string, number[]> | null = null;
  return (passage) => {
    const run = tokensUnder(pair.before.tokens, passage);
    if (run.from === run.to) return lost;
    const stayed = imageOf(pair.map, run);
    if (stayed) return sameWords(pair, passage, run, stayed);
    const place = placeOf(pair, run);
    const copy = bestCopy(pair, run, place.run.from, isCertain(place, run) ? place.reach : undefined);
    if (copy && (overlap(copy.run, place.reach) || isBetter(copy, place, run)))
      return sameWords(pair, passage, run, copy.run);
    if (place.share < 0.5) {
      const similar = similarRun(pair, (runs ??= newRuns(pair)), run);
      if (similar && (!isKnown(place) || similar.share > place.share + 0.3))
        return otherWords(pair, passage, run, similar.run);
    }
    return isKnown(place) ? otherWords(pair, passage, run, place.run) : lost;
  };
}

/** Finds one passage again; for several of the same two texts use `refinder`. */
export const findAgain = (before: Span & { text: string }, after: string): Refound =>
  refinder(before.text, after)(before);

const isEmpty = ({ from, to }: Run) => from >= to;

/** Words around it or a third of its own say that this is the place. */
const isKnown = ({ run, share, left, right }: Whereabouts) =>
  !isEmpty(run) && (share >= 0.3 || (left > 0 && right > 0) || left + right >= 2);

/** Words that stand elsewhere do not count: a correction often quotes at the end what it corrected above. */
const isCertain = (place: Whereabouts, { from, to }: Run) =>
  !isEmpty(place.run) &&
  (place.share >= 0.5 ||
    (to - from < 6 && place.left > 0 && place.right > 0 && place.left + place.right >= 4));

function isBetter(copy: Whereabouts, place: Whereabouts, { from, to }: Run): boolean {
  if (!isKnown(place)) return true;
  const more = copy.left + copy.right - place.left - place.right;
  return more > 0 || (more === 0 && to - from >= 6);
}

function sameWords(pair: Pair, passage: Span, run: Run, found: Run): Refound {
  const span = spanLike(pair, passage, run, found);
  const words = wordsIn(pair.before, passage, run);
  const exact = wordsIn(pair.after, span, found);
  if (!isSame(words, exact)) return otherWords(pair, passage, run, found);
  const outcome = exact === words && span.start === passage.start ? "exact" : "moved";
  return { outcome, ...span, exact, alarming: false };
}

function otherWords(pair: Pair, passage: Span, run: Run, found: Run): Refound {
  const { before, after } = pair;
  const was = before.says.slice(run.from, run.to);
  const is = after.says.slice(found.from, found.to);
  const span = { start: after.tokens[found.from]?.start ?? 0, end: after.tokens[found.to - 1]?.end ?? 0 };
  const exact = wordsIn(after, span, found);
  if (isSame(wordsIn(before, passage, run), exact))
    return { outcome: "moved", ...span, exact, alarming: false };
  const alarming = tellingWords(was).join(" ") !== tellingWords(is).join(" ");
  return { outcome: "altered", ...span, exact, alarming };
}

const sayings = (words: string) => tokensOf(words).map(({ says }) => says);
const digits = (words: string) => words.replaceAll(/[^0-9]+/g, " ");
/** The database holds the same view of digits. */
const isSame = (words: string, others: string) =>
  words === others ||
  (sayings(words).join("\n") === sayings(others).join("\n") && digits(words) === digits(others));

/** The span over `found` that begins and ends within its tokens, or in the blank around them, where the passage does. */
function spanLike({ before, after }: Pair, passage: Span, run: Run, found: Run): Span {
  const [first, last] = [before.tokens[run.from], before.tokens[run.to - 1]];
  const [head, tail] = [after.tokens[found.from], after.tokens[found.to - 1]];
  if (!first || !last || !head || !tail) return { start: 0, end: 0 };
  const raw = ({ text }: Side, { from, to }: Token) => text.slice(from, to);
  const blankBefore = head.start - (after.tokens[found.from - 1]?.end ?? 0);
  const blankAfter = (after.tokens[found.to]?.start ?? Infinity) - tail.end;
  const into = passage.start - first.start;
  const short = last.end - passage.end;
  const start =
    into <= 0 ? -Math.min(-into, blankBefore) : raw(before, first) === raw(after, head) ? into : 0;
  const end = short <= 0 ? -Math.min(-short, blankAfter) : raw(before, last) === raw(after, tail) ? short : 0;
  return { start: head.start + start, end: tail.end - end };
}

/** The words of a span that begins and ends at or within these tokens, or in the blank beside them. */
function wordsIn({ text, tokens }: Side, { start, end }: Span, { from, to }: Run): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) return "";
  // What is blank has one unit a code point.
  const begin =
    start <= first.start
      ? first.from - (first.start - start)
      : utf16Offset(text, start - first.start, first.from);
  const finish =
    end >= last.end ? last.to + (end - last.end) : utf16Offset(text, end - last.start, last.from);
  return text.slice(begin, finish);
}

/** The tokens that a span touches. */
function tokensUnder(tokens: readonly Token[], { start, end }: Span): Run {
  const from = firstWhere(tokens, (token) => token.end > start);
  return {
    from,
    to: Math.max(
      from,
      firstWhere(tokens, (token) => token.start >= end),
    ),
  };
}
