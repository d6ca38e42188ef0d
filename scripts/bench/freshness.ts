import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findMember } from "../../lib/auth/queries.ts";
import { disconnect } from "../../lib/clients.ts";
import { closeFullText, openFullText } from "../../lib/publication/commands.ts";
import { aPublicArticle, anEditor } from "./subjects.ts";

// A program of its own, since the commands read their database's address once and each size has another:
//   node scripts/bench/freshness.ts SITE TIMES
// prints one JSON line.

/** From the commit of a change to the first answer that shows it, and how many answers were stale after that one. */
export interface Freshness {
  ms: number[];
  stale: number;
}

const [site = "", times = "1"] = process.argv.slice(2);

/**
 * Opens and closes an article's full text to readers, by the desk's own commands, and asks for its page all the while. The
 * whole text makes that page longer, by which its two states are told apart.
 */
async function freshness(): Promise<Freshness> {
  const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL });
  await client.connect();
  const article = await aPublicArticle(client);
  const actor = await findMember(await anEditor(client, article.id));
  if (!actor) throw new Error("Nobody on the desk may open this article.");
  const ms: number[] = [];
  let stale = 0;
  const length = async () => {
    const answer = await fetch(`${site}/articles/${article.slug}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The article was answered ${answer.status}: ${text.slice(0, 500)}`);
    return text.length;
  };
  const closed = await length();
  const shows = async () => (await length()) > closed + 100;
  for (let at = 0; at < Number(times); at++) {
    const open = at % 2 === 0;
    await (open ? openFullText : closeFullText)(actor, { articleId: article.id });
    const committed = performance.now();
    while ((await shows()) !== open) {
      if (performance.now() - committed > 10_000)
        throw new Error(
          `A change is not visible after ten seconds: number ${at}, ${closed} characters when closed, ${await length()} now.`,
        );
    }
    ms.push(performance.now() - committed);
    for (let look = 0; look < 25; look++) {
      if ((await shows()) !== open) stale++;
      await pause(2);
    }
  }
  await client.end();
  await disconnect();
  return { ms: ms.sort((one, other) => one - other), stale };
}

process.stdout.write(`${JSON.stringify(await freshness())}\n`);
