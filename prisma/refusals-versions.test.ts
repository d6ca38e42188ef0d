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
