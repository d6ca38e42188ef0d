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
  say(
    `  in SQL            by key ${number(sql.byKey, 3)} ms; a list ${number(sql.list / sql.byKey, 2)} ×; two words ${number(sql.search / sql.byKey, 2)} ×`,
  );
  const at = (share: number) => fresh.ms[Math.floor((fresh.ms.length - 1) * share)] ?? Number.NaN;
  say(
    `  change visible    ${number(at(0.5), 1)} ms after its commit, slowest ${number(at(1), 1)} ms of ${fresh.ms.length} under load; ${fresh.stale} stale answers afterwards`,
  );
  say(
    `  memory            ${number(memory.start)} MiB at the start, ${number(memory.end)} MiB at the end, cache included`,
  );
}

/** What the sizes say of one another. */
export function printTogether(seen: { size: number; at: Measured }[]): void {
  const [first, last] = [seen[0], seen.at(-1)];
  const small = first?.at.page[0]?.many.perSecond ?? Number.NaN;
  const large = last?.at.page[0]?.many.perSecond ?? Number.NaN;
  say();
  say(
    `At ${number(last?.size ?? 0)} the claim page is answered ${number(large / small, 2)} × as often as at 1,000.`,
  );
}
