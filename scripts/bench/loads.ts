import { join } from "node:path";
import { runNode } from "../child.ts";
import { root } from "../options.ts";
import type { Load } from "./load.ts";

/** One bounded load on an address of this machine; refuses a run in which any answer was not a 200. */
export async function load(url: string, connections: number, seconds: number): Promise<Load> {
  const args = [url, String(connections), String(seconds)];
  const done = await runNode(join(root, "scripts/bench/load.ts"), args, process.env);
  if (done.code !== 0) throw new Error(`The load on ${url} broke off.\n${done.all}`);
  const seen = JSON.parse(done.stdout) as Load;
  if (seen.wrong > 0) throw new Error(`${seen.wrong} answers of ${url} were not a 200.`);
  return seen;
}

/**
 * The best of so many turns of each, one after the other, so that a slower moment of the machine does not hit one of them alone:
 * such moments last for seconds, and take up to two fifths of any server's answers.
 */
export async function inTurns(
  urls: string[],
  connections: number,
  { turns, seconds }: { turns: number; seconds: number },
): Promise<Load[]> {
  const best: Load[] = [];
  for (let turn = 0; turn < turns; turn++) {
    for (const [at, url] of urls.entries()) {
      const seen = await load(url, connections, seconds);
      const before = best[at];
      if (!before || seen.perSecond > before.perSecond) best[at] = seen;
    }
  }
  return best;
}

/**
 * The best answers a second of two addresses over eight turns of each, in pairs that swap their order. What is measured once may be a
 * third too slow, never too fast, so the best of many is what two servers can be told apart by; a first turn of each only warms up.
 */
export async function sideBySide(one: string, other: string): Promise<[number, number]> {
  const best: Record<string, number> = {};
  for (let turn = 0; turn <= 8; turn++) {
    for (const url of turn % 2 === 0 ? [one, other] : [other, one]) {
      const { perSecond } = await load(url, 32, 2);
      if (turn > 0) best[url] = Math.max(best[url] ?? 0, perSecond);
    }
  }
  return [best[one] ?? Number.NaN, best[other] ?? Number.NaN];
}
