import { setTimeout as pause } from "node:timers/promises";

/** What is asked for, by how often. */
export interface Addresses {
  /** Asked for all the time: kept in memory. */
  hot: string[];
  /** Any of them now and then: kept or not. */
  many: string[];
  /** Of the desk, with the cookie of a member. */
  desk: string[];
}

/** Answers by their status, and those that should not be. */
export interface Answers {
  count: number;
  wrong: string[];
}

const tickMs = 50;
const hotAtOnce = 10;
const encodings = ["identity", "br", "gzip"];

/**
 * Asks a site for a mixture of everything while `goOn`, at a steady pace: each second two hundred kept pages, ten of any address, four
 * searches that nobody made before, and one of the sign-in page, the desk and an address that is not there. A round that takes longer than
 * its time is not made up for.
 */
export async function askForMixture(
  site: string,
  cookie: string,
  { hot, many, desk }: Addresses,
  goOn: () => boolean,
): Promise<Answers> {
  const answers: Answers = { count: 0, wrong: [] };
  const ask = async (path: string, headers: Record<string, string> = {}, wanted = 200) => {
    const answer = await fetch(site + path, {
      headers: { "Accept-Encoding": oneOf(encodings), ...headers },
      redirect: "manual",
    });
    await answer.arrayBuffer();
    answers.count++;
    if (answer.status !== wanted) answers.wrong.push(`${answer.status} ${path}`);
  };
  const started = performance.now();
  for (let tick = 0; goOn(); tick++) {
    const asked = Array.from({ length: hotAtOnce }, () => ask(oneOf(hot)));
    if (tick % 2 === 0) asked.push(ask(oneOf(many)));
    if (tick % 5 === 1) asked.push(ask(`/search?q=word${draw(3000)}+word${draw(3000)}&unknown=${tick}`));
    if (tick % 20 === 3) asked.push(ask("/sign-in"));
    if (tick % 20 === 9) asked.push(ask(oneOf(desk), { Cookie: cookie }));
    if (tick % 20 === 15) asked.push(ask(`/claims/not-there-${tick}`, {}, 404));
    await Promise.all(asked);
    await pause(Math.max(0, started + (tick + 1) * tickMs - performance.now()));
  }
  return answers;
}

const draw = (below: number): number => Math.floor(Math.random() * below);
const oneOf = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
