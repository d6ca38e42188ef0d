import { align, type Alignment } from "./alignment.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** A run of tokens, the last one excluded. */
export interface Run {
  from: number;
  to: number;
}

/** A text as the finder sees it. */
export interface Side {
  text: string;
  tokens: readonly Token[];
  says: readonly string[];
  /** For each word where it stands. */
  places: ReadonlyMap<string, readonly number[]>;
  /** 1 for each token with which a paragraph begins, and after the last one. */
  breaks: Uint8Array;
}

export function sideOf(text: string): Side {
  const tokens = tokensOf(text);
  const says = tokens.map((token) => token.says);
  const places = new Map<string, number[]>();
  for (const [at, word] of says.entries()) {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  const breaks = new Uint8Array(tokens.length + 1).fill(1);
  for (let at = 1; at < tokens.length; at++)
    breaks[at] = text.slice(tokens[at - 1]?.to, tokens[at]?.from).includes("\n") ? 1 : 0;
  return { text, tokens, says, places, breaks };
}

/** Two texts, aligned; `kept` is the alignment read from the later one. */
export interface Pair {
  before: Side;
  after: Side;
  map: Alignment;
  kept: Alignment;
  /** For each place of the earlier text the nearest aligned token before it, and at or after it. */
  nearest: { left: Int32Array; right: Int32Array };
}

export function pairOf(before: Side, after: Side, map = align(before.says, after.says)): Pair {
  const kept = new Int32Array(after.tokens.length).fill(-1);
  for (const [i, j] of map.entries()) if (j >= 0) kept[j] = i;
  const left = new Int32Array(map.length + 1).fill(-1);
  const right = new Int32Array(map.length + 1).fill(map.length);
  const isAligned = (at: number) => (map[at] ?? -1) >= 0;
  for (let at = 1; at <= map.length; at++) left[at] = isAligned(at - 1) ? at - 1 : (left[at - 1] ?? -1);
  for (let at = map.length - 1; at >= 0; at--) right[at] = isAligned(at) ? at : (right[at + 1] ?? map.length);
  return { before, after, map, kept, nearest: { left, right } };
}

/** Where something stands now, how much of it, and how many words around it speak for that place. */
export interface Whereabouts {
  run: Run;
  /** What lies between the nearest words that were kept on either side; `run` where that is far. */
  reach: Run;
  /** Share of the words that stand there still. */
  share: number;
  left: number;
  right: number;
}

const contextLength = 8;

/** Where the tokens stand if all of them stayed side by side. */
export function imageOf(map: Alignment, { from, to }: Run): Run | null {
  const first = map[from] ?? -1;
  for (let i = from; i < to; i++) if (first < 0 || map[i] !== first + i - from) return null;
  return { from: first, to: first + to - from };
}

/** What stands in the place of the tokens by the alignment; an empty run where nothing does. */
export function placeOf(pair: Pair, { from, to }: Run): Whereabouts {
  const { before, after, map, nearest } = pair;
  let inside = 0;
  for (let i = from; i < to; i++) if ((map[i] ?? -1) >= 0) inside++;
  const run = { from: edgeOf(pair, from), to: edgeOf(pair, to) };
  const end = nearest.right[to] ?? map.length;
  const between = {
    from: (map[nearest.left[from] ?? -1] ?? -1) + 1,
    to: end === map.length ? after.tokens.length : (map[end] ?? 0),
  };
  const reach = between.to - between.from <= 3 * (to - from) + 40 ? between : run;
  const leftEdge = isBreak(before, from) && isBreak(after, run.from) ? 1 : 0;
  const rightEdge = isBreak(before, to) && isBreak(after, run.to) ? 1 : 0;
  let left = 0;
  while (
    left < contextLength &&
    !isBreak(before, from - left) &&
    map[from - 1 - left] === run.from - 1 - left
  )
    left++;
  let right = 0;
  while (right < contextLength && !isBreak(before, to + right) && map[to + right] === run.to + right) right++;
  return { run, reach, share: inside / (to - from), left: left + leftEdge, right: right + rightEdge };
}

/** The place in the later text between what comes before the token `at` and the token itself. */
function edgeOf({ map, nearest, after }: Pair, at: number): number {
  const left = nearest.left[at] ?? -1;
  const right = nearest.right[at] ?? map.length;
  const start = left < 0 ? 0 : (map[left] ?? 0) + 1;
  const end = right === map.length ? after.tokens.length : (map[right] ?? 0);
  if (right - left === 1) return end;
  // Inside a stretch that was rewritten the place is as far in as it was before.
  return start + Math.round(((end - start) * (at - 1 - left)) / (right - 1 - left));
}

const isBreak = ({ breaks }: Side, at: number) => breaks[at] !== 0;

export const overlap = (one: Run, other: Run) => one.from < other.to && other.from < one.to;

const mostCopies = 200;
const mostLooks = 20_000;

/**
 * The same tokens where they stand newly, the nearest first: not where an earlier twin of the passage
 * stands still, and only where it overlaps `place` if one is named.
 */
export function bestCopy(pair: Pair, run: Run, near: number, place?: Run): Whereabouts | null {
  const { before, after, kept } = pair;
  const wanted = before.says.slice(run.from, run.to);
  const { places, offset } = rarestOf(after, wanted);
  let best: Whereabouts | null = null;
  let [copies, looks] = [0, 0];
  for (const at of nearestFirst(places, near + offset)) {
    if (copies === mostCopies || ++looks > mostLooks) break;
    const found = { from: at - offset, to: at - offset + wanted.length };
    if (found.from < 0 || wanted.some((word, i) => after.says[found.from + i] !== word)) continue;
    if (imageOf(kept, found) || (place && !overlap(found, place))) continue;
    copies++;
    const copy = { run: found, reach: found, share: 1, ...contextAround(pair, run, found) };
    if (!best || copy.left + copy.right > best.left + best.right) best = copy;
  }
  return best;
}

function rarestOf({ places }: Side, words: readonly string[]) {
  let rarest = { places: places.get(words[0] ?? "") ?? [], offset: 0 };
  for (const [offset, word] of words.entries()) {
    const found = places.get(word) ?? [];
    if (found.length < rarest.places.length) rarest = { places: found, offset };
  }
  return rarest;
}

function* nearestFirst(places: readonly number[], near: number): Generator<number> {
  let right = firstWhere(places, (place) => place >= near);
  let left = right - 1;
  while (left >= 0 || right < places.length) {
    const [before, after] = [places[left] ?? -Infinity, places[right] ?? Infinity];
    const isLeft = near - before <= after - near;
    yield isLeft ? before : after;
    if (isLeft) left--;
    else right++;
  }
}

/** The first index of a list for which a condition holds that, once true, stays true. */
export function firstWhere<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function contextAround({ before, after }: Pair, run: Run, found: Run): { left: number; right: number } {
  const count = (here: number, there: number, step: 1 | -1) => {
    for (let words = 0; words < contextLength; words++, here += step, there += step) {
      const [breaks, alsoBreaks] = [isBreak(before, here), isBreak(after, there)];
      if (breaks || alsoBreaks) return words + (breaks && alsoBreaks ? 1 : 0);
      const back = step < 0 ? 1 : 0;
      if (before.says[here - back] !== after.says[there - back]) return words;
    }
    return contextLength;
  };
  return { left: count(run.from, found.from, -1), right: count(run.to, found.to, 1) };
}

/** Runs of three words of the later text that are not where they were. */
export function newRuns({ after, kept }: Pair): Map<string, number[]> {
  const runs = new Map<string, number[]>();
  for (let at = 0; at + 3 <= after.says.length; at++) {
    if (imageOf(kept, { from: at, to: at + 3 })) continue;
    const key = after.says.slice(at, at + 3).join(" ");
    const known = runs.get(key);
    if (!known) runs.set(key, [at]);
    else if (known.length < 50) known.push(at);
  }
  return runs;
}

/** What became of the tokens if they were both moved and changed: by most runs of three words around the same place. */
export function similarRun(pair: Pair, runs: Map<string, number[]>, run: Run): Whereabouts | null {
  const { before, after, kept } = pair;
  const window = {
    from: Math.max(0, run.from - contextLength),
    to: Math.min(before.says.length, run.to + contextLength),
  };
  const shift = likeliestShift(before, runs, window);
  if (shift === null) return null;
  const around = {
    from: Math.max(0, window.from + shift - 2 * contextLength),
    to: Math.min(after.says.length, window.to + shift + 2 * contextLength + (run.to - run.from)),
  };
  const [was, is] = [cutOf(before, window), cutOf(after, around)];
  const map = align(was.says, is.says).map((there) =>
    there >= 0 && isTaken(kept[around.from + there] ?? -1, window) ? -1 : there,
  );
  const local = { from: run.from - window.from, to: run.to - window.from };
  const found = placeOf(pairOf(was, is, map), local);
  const moved = { from: found.run.from + around.from, to: found.run.to + around.from };
  return moved.from < moved.to && found.share >= 0.5 ? { ...found, run: moved } : null;
}

const cutOf = (side: Side, { from, to }: Run): Side => ({
  ...side,
  tokens: side.tokens.slice(from, to),
  says: side.says.slice(from, to),
  breaks: side.breaks.slice(from, to + 1),
});

const isTaken = (by: number, { from, to }: Run) => by >= 0 && (by < from || by >= to);

function likeliestShift(before: Side, runs: Map<string, number[]>, window: Run): number | null {
  const votes = new Map<number, { count: number; shift: number }>();
  let best: { count: number; shift: number } | null = null;
  for (let at = window.from; at + 3 <= window.to; at++)
    for (const there of runs.get(before.says.slice(at, at + 3).join(" ")) ?? []) {
      const bucket = Math.floor((there - at) / contextLength);
      const vote = votes.get(bucket) ?? { count: 0, shift: there - at };
      vote.count++;
      votes.set(bucket, vote);
      if (!best || vote.count > best.count) best = vote;
    }
  return best && best.count >= 2 ? best.shift : null;
}
