import { expect, test } from "@playwright/test";
import pg from "pg";
import { RunningDesk, type Part } from "./running-desk.ts";
import { Writers } from "./writers.ts";

// More of it by hand: FAULTS_KILLS=24 before the command that runs one spec (see playwright.config.ts).
const kills = Number(process.env.FAULTS_KILLS ?? 3);
const people = 3;
const parts: Part[] = ["server", "database", "start"];

test("whatever is killed while people write, nothing acknowledged is lost and the desk comes back by itself", async () => {
  test.skip(process.platform !== "linux", "it finds the processes in /proc");
  test.setTimeout(60_000 + kills * 60_000);
  const desk = new RunningDesk();
  const writers = new Writers();
  const back: string[] = [];
  try {
    await desk.start();
    await writers.begin(desk, people);
    for (let kill = 0; kill < kills; kill++) {
      const part = parts[kill % parts.length] ?? "server";
      // A kill meets the writers in the middle of another step each time.
      await writers.acknowledged(1 + Math.floor(Math.random() * 8));
      const at = performance.now();
      await desk.kill(part);
      await writers.acknowledged(people + 1); // so that one of them was begun after the kill
      const ms = Math.round(performance.now() - at);
      back.push(`${part} ${ms} ms`);
      expect(ms, `the ${part} is back`).toBeLessThan(60_000);
    }
    await writers.end();
    console.log(`${kills} kills, ${writers.claims.length} claims acknowledged; back: ${back.join(", ")}`);
    expect(writers.unexpected).toEqual([]);
    await expectWhole(desk, writers);
    const { whole, said } = desk.verify("audit");
    expect(whole, said).toBe(true);
    await desk.stop();
    expect(desk.leftOver()).toEqual([]);
  } finally {
    await writers.end();
    await desk.stop();
    desk.remove();
  }
});

/** Every acknowledged row is there, and no claim or article without what is written together with it. */
async function expectWhole(desk: RunningDesk, { articles, claims }: Writers): Promise<void> {
  const client = new pg.Client({ connectionString: desk.databaseUrl() });
  await client.connect();
  const count = async (sql: string, values: unknown[] = []) =>
    (await client.query<{ n: number }>(sql, values)).rows[0]?.n;
  try {
    const those = "SELECT count(*)::int AS n FROM";
    expect(await count(`${those} articles WHERE id = ANY($1)`, [articles])).toBe(articles.length);
    expect(await count(`${those} claims WHERE id = ANY($1)`, [claims])).toBe(claims.length);
    const halves = [
      "claims c WHERE NOT EXISTS (SELECT FROM passages p WHERE p.claim_id = c.id)",
      "claims c WHERE NOT EXISTS (SELECT FROM audit_events e WHERE e.claim_id = c.id AND e.name = 'claim.logged')",
      "articles a WHERE NOT EXISTS (SELECT FROM article_versions v WHERE v.article_id = a.id)",
      "articles a WHERE NOT EXISTS (SELECT FROM audit_events e WHERE e.data::jsonb->>'articleId' = a.id::text)",
      "audit_events e WHERE e.name = 'claim.logged' AND NOT EXISTS (SELECT FROM claims c WHERE c.id = e.claim_id)",
    ];
    for (const half of halves) expect(await count(`${those} ${half}`), half).toBe(0);
  } finally {
    await client.end();
  }
}
