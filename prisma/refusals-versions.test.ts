import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { aClaim, aMember } from "./desk-factories.ts";
import { connectAs } from "./test-database.ts";

// What the database refuses by itself about articles of several versions, tried as the application's role.

let app: pg.Client;
let author: string;
let editor: string;
let claimId: string;

beforeEach(async () => {
  app = await connectAs("app");
  const member = await aMember();
  author = member.id;
  editor = (await aMember("editor")).id;
  claimId = (await aClaim(member)).id;
});

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const refused = (attempt: Promise<unknown>, sqlState: string) =>
  expect(attempt).rejects.toMatchObject({ code: sqlState });

async function addVersion(article: string, number: number, text: string, by = author): Promise<string> {
  const id = randomUUID();
  await app.query(
    "INSERT INTO article_versions (id, article_id, number, text, sha256, created_by_id) VALUES ($1, $2, $3, $4, $5, $6)",
    [id, article, number, text, sha256(text), by],
  );
  return id;
}

async function addArticle(text: string): Promise<{ id: string; version: string }> {
  const id = randomUUID();
  await app.query(
    "INSERT INTO articles (id, slug, title, language, idempotency_key, created_by_id) VALUES ($1::uuid, $1::text, 't', 'en', $2, $3)",
    [id, randomUUID(), author],
  );
  return { id, version: await addVersion(id, 1, text) };
}

async function addPassage(version: string, start: number, end: number, exact: string): Promise<string> {
  const id = randomUUID();
  await app.query(
    `INSERT INTO passages (id, article_version_id, claim_id, start, "end", exact, prefix, suffix, created_by_id) VALUES ($1, $2, $3, $4, $5, $6, '', '', $7)`,
    [id, version, claimId, start, end, exact, author],
  );
  return id;
}

test("a version is taken from a captured copy of its own article, which is where a change is dismissed too", async () => {
  const [article, other] = [await addArticle("12 ships"), await addArticle("13 ships")];
  const [waiting, captured] = [randomUUID(), randomUUID()];
  const hash = sha256(randomUUID());
  for (const id of [waiting, captured])
    await app.query(
      "INSERT INTO snapshots (id, article_id, means, url, requested_by_id, idempotency_key) VALUES ($1, $2, 'capture', 'https://courier.example/', $3, $1)",
      [id, id === captured ? article.id : other.id, author],
    );
  await app.query(
    "INSERT INTO kept_files (sha256, bytes, media_type, kept_at) VALUES ($1, 1, 'text/html', now())",
    [hash],
  );
  await app.query(
    "INSERT INTO snapshot_parts (snapshot_id, kind, outcome, sha256) VALUES ($1, 'original', 'captured', $2)",
    [captured, hash],
  );
  await app.query(
    "UPDATE snapshots SET state = 'done', outcome = 'captured', finished_at = now() WHERE id = $1",
    [captured],
  );
  const take = (of: string, copy: string) =>
    app.query(
      "INSERT INTO article_versions (id, article_id, number, text, sha256, snapshot_id, created_by_id) VALUES ($1, $2, 2, 'x', $3, $4, $5)",
      [randomUUID(), of, sha256("x"), copy, author],
    );
  await refused(take(other.id, waiting), "23514");
  await refused(take(other.id, captured), "23514");
  await take(article.id, captured);
  const dismiss = (copy: string, version: string) =>
    app.query(
      "INSERT INTO dismissed_changes (snapshot_id, article_version_id, dismissed_by_id) VALUES ($1, $2, $3)",
      [copy, version, author],
    );
  await refused(dismiss(captured, other.version), "23514");
  await refused(dismiss(waiting, other.version), "23514");
  await dismiss(captured, article.version);
  await refused(app.query("DELETE FROM dismissed_changes"), "42501");
});

test("a passage is found again only in a later version of its article, in the words that stand there", async () => {
  const [article, other] = [await addArticle("12 ships"), await addArticle("12 ships")];
  const second = await addVersion(article.id, 2, "On 13 ships, 12 ships");
  const passage = await addPassage(article.version, 0, 8, "12 ships");
  const find = (version: string, outcome: string, at: [number, number, string] | null) =>
    app.query(
      `INSERT INTO passage_refound (id, passage_id, article_version_id, outcome, start, "end", exact) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [randomUUID(), passage, version, outcome, ...(at ?? [null, null, null])],
    );
  await refused(find(article.version, "exact", [0, 8, "12 ships"]), "23514");
  await refused(find(other.version, "exact", [0, 8, "12 ships"]), "23514");
  await refused(find(second, "moved", [0, 8, "12 ships"]), "23514");
  await refused(find(second, "moved", [3, 11, "13 ships"]), "23514");
  await refused(find(second, "lost", [3, 11, "13 ships"]), "23514");
  await refused(find(second, "altered", null), "23514");
  await find(second, "altered", [3, 11, "13 ships"]);
  await refused(find(second, "lost", null), "23505");
  await refused(
    app.query("UPDATE passage_refound SET outcome = 'moved' WHERE passage_id = $1", [passage]),
    "42501",
  );
  await refused(
    app.query("UPDATE passage_refound SET seen_at = now() WHERE passage_id = $1", [passage]),
    "23514",
  );
  await app.query("UPDATE passage_refound SET seen_at = now(), seen_by_id = $1 WHERE passage_id = $2", [
    editor,
    passage,
  ]);
});

test("of many passages at once, across the whole text, one that does not stand there keeps out all", async () => {
  // Letters of two bytes and of four, so that places count code points and nothing else.
  const letters = Array.from(
    { length: 24_000 },
    (_, at) => ["a", "я", "😀", " ", `${at % 10}`][at % 5] ?? "",
  );
  const text = letters.join("");
  const words = (start: number, end: number) => letters.slice(start, end).join("");
  const [one, other] = [await addArticle(text), await addArticle(`x${text}`)];
  const insert = (rows: [version: string, start: number, end: number, exact: string][]) =>
    app.query(
      `INSERT INTO passages (id, article_version_id, claim_id, start, "end", exact, prefix, suffix, created_by_id)
       SELECT gen_random_uuid(), r.v, $2, r.s, r.e, r.x, '', '', $3
         FROM unnest($1::uuid[], $4::int[], $5::int[], $6::text[]) AS r(v, s, e, x)`,
      [
        rows.map(([version]) => version),
        claimId,
        author,
        ...([1, 2, 3] as const).map((at) => rows.map((row) => row[at])),
      ],
    );
  const spans = [0, 1, 4_990, 4_999, 5_000, 5_001, 9_999, 19_000, 23_990].map((start) => [start, start + 9]);
  const there = spans.flatMap(([start = 0, end = 0]) => [
    [one.version, start, end, words(start, end)] as [string, number, number, string],
    [other.version, start + 1, end + 1, words(start, end)] as [string, number, number, string],
  ]);
  there.push([one.version, 4_000, 9_000, words(4_000, 9_000)]);
  await insert(there);
  const stored = async () =>
    (
      await app.query("SELECT 1 FROM passages WHERE article_version_id = ANY ($1)", [
        [one.version, other.version],
      ])
    ).rowCount;
  expect(await stored()).toBe(there.length);
  for (const bad of [
    [other.version, 4_999, 5_008, words(4_999, 5_008)],
    [one.version, 23_990, 24_010, `${words(23_990, 24_000)}          `],
    [one.version, 30_000, 30_002, "aя"],
  ] as [string, number, number, string][])
    await refused(insert([...there, bad]), "23514");
  expect(await stored()).toBe(there.length);
});

test("a passage that grew long is found again in all of its words", async () => {
  const long = "carts ".repeat(2_000).trimEnd();
  const article = await addArticle("12 ships");
  const second = await addVersion(article.id, 2, `On 12 ${long} ships`);
  const passage = await addPassage(article.version, 0, 8, "12 ships");
  const find = (exact: string) =>
    app.query(
      `INSERT INTO passage_refound (id, passage_id, article_version_id, outcome, start, "end", exact) VALUES ($1, $2, $3, 'altered', 3, $4, $5)`,
      [randomUUID(), passage, second, 3 + exact.length, exact],
    );
  await refused(find(`12 ${long} boats`), "23514");
  await find(`12 ${long} ships`);
});

test("the full text is that of the opened version, and whoever added that version does not open it", async () => {
  const article = await addArticle("One.");
  await addVersion(article.id, 2, "Two.", editor);
  const open = (by: string, number: number | null) =>
    app.query("UPDATE articles SET full_text_approved_by_id = $2, full_text_version = $3 WHERE id = $1", [
      article.id,
      by,
      number,
    ]);
  const show = (text: string) =>
    app.query(
      "INSERT INTO public_articles (article_id, slug, document, updated_at) VALUES ($1::uuid, $1::text, $2, now())",
      [article.id, JSON.stringify({ text })],
    );
  await refused(open(editor, 2), "23514");
  await refused(open(editor, 3), "23514");
  await refused(open(editor, null), "23514");
  await open(editor, 1);
  await refused(show("Two."), "23514");
  await show("One.");
});
