import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { runningPort } from "../scripts/postgres.ts";
import { databaseUrls } from "../scripts/roles.ts";
import { loadSecrets } from "../scripts/secrets.ts";
import { fresh } from "./fixtures.ts";
import { demo } from "./demos.ts";

const paragraphs = 2000;
const perParagraph = 4;
/** Fourteen short words, one of them a number; always as long, so that places can be reckoned. */
const sentence = (at: number) =>
  `Boat ${String(at).padStart(5, "0")} went up to it by day so as to get to us.`;

/**
 * An article of 100,000 words and more in 8,000 sentences with 2,000 passages, each of a claim of its own, written
 * straight into the tables: the desk would need minutes to log them. Answers its address.
 */
export async function seedLongArticle(): Promise<string> {
  const { data } = demo();
  const port = runningPort(data);
  if (!port) throw new Error(`No database runs in ${data}.`);
  const client = new pg.Client({ connectionString: databaseUrls(port, loadSecrets(data)).owner });
  await client.connect();
  try {
    const lines = Array.from({ length: paragraphs }, (_, line) =>
      Array.from({ length: perParagraph }, (__, at) => sentence(line * perParagraph + at)).join(" "),
    );
    const text = lines.join("\n");
    const [articleId, versionId] = [randomUUID(), randomUUID()];
    const member = "(SELECT id FROM users ORDER BY created_at LIMIT 1)";
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO articles (id, slug, title, language, idempotency_key, created_by_id)
       VALUES ($1, $2, 'The river trade', 'en', $3, ${member})`,
      [articleId, fresh("river").replaceAll(" ", "-"), randomUUID()],
    );
    await client.query(
      `INSERT INTO article_versions (id, article_id, number, text, sha256, created_by_id)
       VALUES ($1, $2, 1, $3, $4, ${member})`,
      [versionId, articleId, text, createHash("sha256").update(text).digest("hex")],
    );
    const words = sentence(0).length + 1;
    await client.query(
      `WITH made AS (
         INSERT INTO claims (id, slug, wording, kind, language, idempotency_key, created_by_id)
         SELECT gen_random_uuid(), 'boat-' || at || '-' || gen_random_uuid(), 'Boat ' || at || ' sold salt', 'quantity', 'en',
                gen_random_uuid(), ${member}
         FROM generate_series(0, ${paragraphs - 1}) at RETURNING id, wording
       )
       INSERT INTO passages (id, article_version_id, claim_id, start, "end", exact, prefix, suffix, created_by_id)
       SELECT gen_random_uuid(), $1, id, place, place + 10, substr($2, place + 1, 10), '', '', ${member}
       FROM made, LATERAL (SELECT split_part(wording, ' ', 2)::int * $3::int AS place) p`,
      [versionId, text, words * perParagraph],
    );
    await client.query("COMMIT");
    return `/desk/articles/${articleId}`;
  } finally {
    await client.end();
  }
}
