import { setTimeout as pause } from "node:timers/promises";
import type { Member } from "../../lib/auth/schema.ts";

/** From the commit of a change to the first answer that shows it, and how many answers were stale after that one. */
export interface Freshness {
  ms: number[];
  stale: number;
}

/**
 * Opens and closes an article's full text to readers, `times` times, by the desk's own commands, and asks for its page all the
 * while. The whole text makes that page longer, by which its two states are told apart.
 */
export async function freshness(
  actor: Member,
  article: { id: string; url: string },
  times: number,
): Promise<Freshness> {
  // The commands read their database's address when they are loaded, so not before the bench has set it.
  const { openFullText, closeFullText } = await import("../../lib/publication/commands.ts");
  const ms: number[] = [];
  let stale = 0;
  const length = async () => (await (await fetch(article.url)).text()).length;
  const closed = await length();
  const shows = async () => (await length()) > closed + 100;
  for (let at = 0; at < times; at++) {
    const open = at % 2 === 0;
    await (open ? openFullText : closeFullText)(actor, { articleId: article.id });
    const committed = performance.now();
    while ((await shows()) !== open) {
      if (performance.now() - committed > 10_000)
        throw new Error("A change is not visible after ten seconds.");
    }
    ms.push(performance.now() - committed);
    for (let look = 0; look < 25; look++) {
      if ((await shows()) !== open) stale++;
      await pause(2);
    }
  }
  return { ms: ms.sort((one, other) => one - other), stale };
}
