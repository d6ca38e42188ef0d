import type { Load } from "./load.ts";
import type { Measured } from "./measure.ts";

const say = (line = "") => process.stdout.write(`${line}\n`);
const number = (value: number, digits = 0) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const times = ({ p50, p99 }: Load) => `${number(p50, 2)} / ${number(p99, 2)} ms`.padStart(18);

/** What was seen at one size, as a table for people: ratios first, since they alone can be compared between machines. */
export function print(size: number, seen: Measured): void {
  say();
  say(`At ${number(size)} publications`);
  say();
  say("                        answers/s at 32   of the page   p50 / p99 at 1    p50 / p99 at 32");
  const own = seen.page[0]?.many.perSecond ?? Number.NaN;
  for (const { name, one, many } of [...seen.page, ...seen.others])
    say(
      `  ${name.padEnd(20)}${number(many.perSecond).padStart(17)}${number(own / many.perSecond, 2).padStart(14)}${times(one)}${times(many)}`,
    );
  const { bytes, sql, fresh, first, memory } = seen;
  say();
  say(
    `  bytes             ${number(bytes.page)}, ${number(bytes.page / bytes.plain, 2)} of plain HTML; brotli ${number(bytes.brotli)}`,
  );
  say(`  first view        ${number(first.p50, 1)} ms, slowest ${number(first.max, 1)} ms`);
  const ofKey = (ms: number) => `${number(ms / sql.byKey, 2)} ×`;
  const lists = sql.lists.map(({ name, ms }) => `${name} ${ofKey(ms)}`).join(", ");
  say(
    `  in SQL            by key ${number(sql.byKey, 3)} ms; a page of ${lists}; two words ${ofKey(sql.search)}`,
  );
  const at = (share: number) => fresh.ms[Math.floor((fresh.ms.length - 1) * share)] ?? Number.NaN;
  say(
    `  change visible    ${number(at(0.5), 1)} ms after its commit, slowest ${number(at(1), 1)} ms of ${fresh.ms.length} under load; ${fresh.stale} stale answers afterwards`,
  );
  say(
    `  memory            ${number(memory.start)} MiB at the start, ${number(memory.end)} MiB at the end, ${number(memory.cache)} of it in the cache`,
  );
}

type Bar = [name: string, seen: number, bar: string, isMet: boolean];

/** Answers a second of the same page at both sizes, measured side by side. */
export interface Pair {
  large: number;
  small: number;
}

/**
 * The bars of the readers' side at the larger size, each with what was seen, and the line that the README quotes; `pair` is null where
 * there was one size alone.
 */
export function printTogether(seen: { size: number; at: Measured }[], pair: Pair | null): void {
  const large = seen.at(-1);
  if (!large) return;
  const { page, bytes, sql, fresh, first, memory } = large.at;
  const perSecond = (at: Measured, name: string) =>
    at.page.find((one) => one.name === name)?.many.perSecond ?? Number.NaN;
  const own = perSecond(large.at, "claim page");
  const p99 = page[0]?.many.p99 ?? Number.NaN;
  const slowest = fresh.ms.at(-1) ?? Number.NaN;
  const bars: Bar[] = [
    [
      "claim page, of nginx",
      own / perSecond(large.at, "nginx"),
      "at least 0.60",
      own >= 0.6 * perSecond(large.at, "nginx"),
    ],
    [
      "claim page, of bare Node",
      own / perSecond(large.at, "bare Node"),
      "at least 0.90",
      own >= 0.9 * perSecond(large.at, "bare Node"),
    ],
    ...(pair ? [sizeBar(pair)] : []),
    ["claim page, p99 at 32, ms", p99, "at most 10", p99 <= 10],
    ["bytes, of plain HTML", bytes.page / bytes.plain, "at most 1.20", bytes.page <= 1.2 * bytes.plain],
    ["first view, ms", first.p50, "at most 10", first.p50 <= 10],
    ["slowest change visible, ms", slowest, "at most 1,000", slowest <= 1000],
    ["stale answers afterwards", fresh.stale, "none", fresh.stale === 0],
    ...sql.lists.map(({ name, ms }): Bar => [
      `list of ${name} in SQL, of a key`,
      ms / sql.byKey,
      "at most 1.50",
      ms <= 1.5 * sql.byKey,
    ]),
    ["two words in SQL, of a key", sql.search / sql.byKey, "at most 15", sql.search <= 15 * sql.byKey],
    [
      "memory without the cache, MiB",
      memory.end - memory.cache,
      "at most 200",
      memory.end - memory.cache <= 200,
    ],
  ];
  if (pair) {
    say();
    say(
      `Side by side: ${number(pair.large)} answers/s of the claim page at ${number(large.size)}, ${number(pair.small)} at the fewest`,
    );
  }
  say();
  say(`Bars at ${number(large.size)}`);
  for (const [name, value, bar, isMet] of bars)
    say(`  ${isMet ? "met   " : "MISSED"}  ${name.padEnd(42)}${number(value, 2).padStart(9)}   ${bar}`);
  say();
  say(
    `For the README: at ${number(large.size)} publications a claim's page is answered ${number(own)} times a second on one process, ` +
      `${number(own / perSecond(large.at, "nginx"), 2)} of nginx and ${number(own / perSecond(large.at, "bare Node"), 2)} of a bare Node server ` +
      `with the same bytes, p99 ${number(p99, 1)} ms at 32 connections; a change shows after ${number(fresh.ms[Math.floor(fresh.ms.length / 2)] ?? Number.NaN)} ms.`,
  );
}

function sizeBar({ large, small }: Pair): Bar {
  const share = large / small;
  return ["the same, of that at 1,000", share, "0.90 to 1.10", share >= 0.9 && share <= 1.1];
}
