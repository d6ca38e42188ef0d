import { diffArrays } from "diff";

/** For each token of the earlier text the place of the same token in the later one, or -1. Places only grow. */
export type Alignment = Int32Array;

interface Block {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/**
 * Aligns two sequences of words. Runs of words that stand once in both texts are anchors, in ever shorter runs; what lies
 * between them is compared word by word. Work is bounded by counting, not by the clock: the answer is the same everywhere.
 */
export function align(before: readonly string[], after: readonly string[]): Alignment {
  const [a, b] = interned(before, after);
  const map = new Int32Array(a.length).fill(-1);
  const budget = { steps: 6_000_000 };
  const open: { block: Block; run: number }[] = [
    { block: { a0: 0, a1: a.length, b0: 0, b1: b.length }, run: 6 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const block = trimmed(a, b, next.block, map);
    if (block.a0 === block.a1 || block.b0 === block.b1) continue;
    const { run } = next;
    budget.steps -= block.a1 - block.a0 + block.b1 - block.b0;
    const anchors = budget.steps > 0 ? anchorsIn(a, b, block, run) : [];
    if (anchors.length === 0) {
      if (run > 1) open.push({ block, run: run > 3 ? 3 : 1 });
      else compare(a, b, block, map, budget);
      continue;
    }
    let { a0, b0 } = block;
    for (const [i, j] of anchors) {
      if (i < a0 || j < b0) continue;
      open.push({ block: { a0, a1: i, b0, b1: j }, run });
      for (let k = 0; k < run; k++) map[i + k] = j + k;
      [a0, b0] = [i + run, j + run];
    }
    open.push({ block: { a0, a1: block.a1, b0, b1: block.b1 }, run });
  }
  return withoutChance(map, b.length);
}

function interned(...texts: (readonly string[])[]) {
  const numbers = new Map<string, number>();
  return texts.map((words) =>
    Int32Array.from(words, (word) => {
      const known = numbers.get(word) ?? numbers.size;
      numbers.set(word, known);
      return known;
    }),
  ) as [Int32Array, Int32Array];
}

function trimmed(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Block, map: Int32Array): Block {
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) map[a0++] = b0++;
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) map[--a1] = --b1;
  return { a0, a1, b0, b1 };
}

/** Runs of `run` words that stand once in either side of the block, as many as keep one order. */
function anchorsIn(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Block, run: number): [number, number][] {
  const here = onceIn(a, a0, a1, run);
  const there = onceIn(b, b0, b1, run);
  const pairs: [number, number][] = [];
  for (const [key, i] of here) {
    const j = there.get(key) ?? -1;
    if (i >= 0 && j >= 0 && isSameRun(a, i, b, j, run)) pairs.push([i, j]);
  }
  return longestRising(pairs);
}

function isSameRun(a: Int32Array, i: number, b: Int32Array, j: number, run: number): boolean {
  for (let k = 0; k < run; k++) if (a[i + k] !== b[j + k]) return false;
  return true;
}

function onceIn(words: Int32Array, from: number, to: number, run: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + run <= to; at++) {
    const key = keyOf(words, at, run);
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** A number for a run of words. Two runs may share it, so that whoever pairs them compares the words. */
function keyOf(words: Int32Array, at: number, run: number): number {
  if (run === 1) return words[at] ?? -1;
  let [high, low] = [0, 0];
  for (let k = at; k < at + run; k++) {
    high = Math.imul(high ^ (words[k] ?? 0), 0x9e3779b1);
    low = Math.imul(low + (words[k] ?? 0), 0x85ebca6b) ^ (high >>> 15);
  }
  return (high >>> 0) * 0x200000 + (low & 0x1fffff);
}

/** The longest subsequence of pairs in which both places grow; the pairs come in the order of the first. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, j]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chain: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) chain.push(pairs[at] ?? [0, 0]);
  return chain.reverse();
}

/** Word by word where few words differ; otherwise from one run of equal words to the nearest next one. */
function compare(
  a: Int32Array,
  b: Int32Array,
  block: Block,
  map: Int32Array,
  budget: { steps: number },
): void {
  const { a0, a1, b0, b1 } = block;
  const maxEditLength = Math.min(200, Math.floor(Math.sqrt(Math.max(0, budget.steps))));
  const parts =
    Math.abs(a1 - a0 - (b1 - b0)) <= maxEditLength
      ? diffArrays([...a.subarray(a0, a1)], [...b.subarray(b0, b1)], { maxEditLength })
      : undefined;
  if (!parts) {
    budget.steps -= maxEditLength ** 2;
    walk(a, b, block, map, budget);
    return;
  }
  budget.steps -= parts.reduce((sum, part) => sum + (part.added || part.removed ? part.count : 0), 0) ** 2;
  let [i, j] = [a0, b0];
  for (const { count, added, removed } of parts)
    for (let k = 0; k < count; k++) {
      if (removed) i++;
      else if (added) j++;
      else map[i++] = j++;
    }
}

const farthest = 200;
const enough = 4;

function walk(a: Int32Array, b: Int32Array, block: Block, map: Int32Array, budget: { steps: number }): void {
  let [i, j] = [block.a0, block.b0];
  const meets = (at: number, there: number) =>
    at + enough <= block.a1 && there + enough <= block.b1 && isSameRun(a, at, b, there, enough);
  const next = (): [number, number] | null => {
    for (let far = 1; far <= farthest && budget.steps > 0; far++, budget.steps -= far)
      for (let skip = 0; skip <= far; skip++) if (meets(i + skip, j + far - skip)) return [skip, far - skip];
    return null;
  };
  while (i < block.a1 && j < block.b1) {
    if (a[i] === b[j]) map[i++] = j++;
    else {
      const skips = next();
      if (!skips) return;
      [i, j] = [i + skips[0], j + skips[1]];
    }
  }
}

/** Without the runs that are shorter than the changes on both sides of them: such words meet by chance. */
function withoutChance(map: Alignment, laterLength: number): Alignment {
  const runs: { at: number; length: number }[] = [];
  const end = (run: { at: number; length: number } | undefined) => (run ? run.at + run.length : 0);
  const image = (run: { at: number; length: number } | undefined) => (run ? (map[end(run) - 1] ?? 0) + 1 : 0);
  const gap = (left: { at: number; length: number } | undefined, at: number, to: number) =>
    Math.max(at - end(left), to - image(left));
  const drop = (run: { at: number; length: number }) => map.fill(-1, run.at, end(run));
  const settle = (at: number, to: number) => {
    for (let last = runs.at(-1); last; last = runs.at(-1)) {
      const before = gap(runs.at(-2), last.at, map[last.at] ?? 0);
      if (last.length >= Math.min(before, gap(last, at, to))) return;
      drop(last);
      runs.pop();
    }
  };
  for (let at = 0; at < map.length; at++) {
    const to = map[at] ?? -1;
    if (to < 0) continue;
    const last = runs.at(-1);
    if (last && end(last) === at && image(last) === to) {
      last.length++;
      continue;
    }
    settle(at, to);
    runs.push({ at, length: 1 });
  }
  settle(map.length, laterLength);
  return map;
}
