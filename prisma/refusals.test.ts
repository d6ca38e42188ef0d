import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { seal, unseal } from "../lib/editions/digest.ts";
import { aDocument, addPublication, addPublishedEdition, noticeOf } from "./factories.ts";
import { connectAs } from "./test-database.ts";

// What the database refuses by itself, tried as the application's role with plain SQL.

let app: pg.Client;
let author: string;
let editor: string;
let other: string;
let claimId: string;
const publishedAt = new Date("2026-11-27T09:00:00.123Z");

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

beforeEach(async () => {
  app = await connectAs("app");
  [author, editor, other] = [await addUser("editor"), await addUser("editor"), await addUser("checker")];
  claimId = await addClaim();
});

async function addUser(role: string): Promise<string> {
  const id = randomUUID();
  await app.query(
    "INSERT INTO users (id, email, name, role, password_hash) VALUES ($1, $2, 'A person', $3, 'x')",
    [id, `${id}@example.org`, role],
  );
  return id;
}

async function addClaim(): Promise<string> {
  const id = randomUUID();
  await app.query(
    "INSERT INTO claims (id, slug, wording, kind, language, idempotency_key, created_by_id) VALUES ($1, $2, 'A claim', 'quantity', 'en', $3, $4)",
    [id, `claim-${id}`, randomUUID(), author],
  );
  return id;
}

async function addEvent(actor: string, contributes: boolean, claim = claimId): Promise<void> {
  await app.query(
    "INSERT INTO audit_events (id, actor_id, name, claim_id, contributes, data) VALUES ($1, $2, 'claim.reworded', $3, $4, '{}')",
    [randomUUID(), actor, claim, contributes],
  );
}

interface EditionFields {
  state?: string;
  number?: number;
  kind?: string;
  contributors?: string[];
  document?: string;
  digest?: string;
  correctionClass?: string | null;
  reason?: string | null;
}

/** The canonical text of a document of the claim that no other edition has. */
async function aText(): Promise<string> {
  const { rows } = await app.query<{ number: number; slug: string }>(
    "SELECT number, slug FROM claims WHERE id = $1",
    [claimId],
  );
  const { number, slug } = rows[0] ?? { number: 0, slug: "" };
  const document = aDocument(number, { saidWords: randomUUID() });
  return seal({ ...document, claim: { ...document.claim, id: claimId, slug } }).text;
}

async function addEdition(
  fields: EditionFields = {},
): Promise<{ id: string; document: string; digest: string }> {
  const document = fields.document ?? (await aText());
  const digest = fields.digest ?? sha256(document);
  const id = randomUUID();
  const through = await app.query<{ seq: string }>(
    "SELECT coalesce(max(seq), 0) AS seq FROM audit_events WHERE claim_id = $1",
    [claimId],
  );
  await app.query(
    `INSERT INTO editions (id, claim_id, number, kind, state, document, digest, contributors, correction_class, correction_reason, audit_through, submitted_by_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      claimId,
      fields.number ?? 1,
      fields.kind ?? "publication",
      fields.state ?? "in_review",
      document,
      digest,
      fields.contributors ?? [author],
      fields.correctionClass ?? null,
      fields.reason ?? null,
      through.rows[0]?.seq,
      author,
    ],
  );
  return { id, document, digest };
}

const addReview = (editionId: string, reviewer: string, decision = "approved", note = "") =>
  app.query("INSERT INTO reviews (id, edition_id, reviewer_id, decision, note) VALUES ($1, $2, $3, $4, $5)", [
    randomUUID(),
    editionId,
    reviewer,
    decision,
    note,
  ]);

const setState = (id: string, state: string) =>
  app.query(
    "UPDATE editions SET state = $2::edition_state, published_at = CASE WHEN $2 = 'published' THEN now() END WHERE id = $1",
    [id, state],
  );

type Edition = Awaited<ReturnType<typeof addEdition>>;
const rowsOf = (edition: Edition) => ({
  editionId: edition.id,
  number: 1,
  publishedAt,
  document: unseal(edition.document),
});
const publishEdition = (edition: Edition) => addPublishedEdition(app, rowsOf(edition), null);
const publish = (edition: Edition) => addPublication(app, rowsOf(edition), [noticeOf(rowsOf(edition))]);

async function approved() {
  const edition = await addEdition();
  await addReview(edition.id, editor);
  await setState(edition.id, "approved");
  await setState(edition.id, "published");
  return edition;
}

async function published() {
  const edition = await approved();
  await publishEdition(edition);
  await publish(edition);
  return edition;
}

const refused = (attempt: Promise<unknown>, sqlState: string) =>
  expect(attempt).rejects.toMatchObject({ code: sqlState });

test("the application connects as its own role, which owns nothing", async () => {
  const { rows } = await app.query(
    "SELECT current_user AS me, (SELECT tableowner FROM pg_tables WHERE tablename = 'claims') AS owner",
  );
  expect(rows[0]).toEqual({ me: "assay_app", owner: "assay_owner" });
});

describe("review", () => {
  test("nobody reviews what they helped to make, whatever their role", async () => {
    const edition = await addEdition({ contributors: [author, editor] });
    await refused(addReview(edition.id, author), "23514");
    await refused(addReview(edition.id, editor), "23514");
  });

  test("a checker and a deactivated editor review nothing", async () => {
    const edition = await addEdition();
    await refused(addReview(edition.id, other), "23514");
    await app.query("UPDATE users SET deactivated_at = now() WHERE id = $1", [editor]);
    await refused(addReview(edition.id, editor), "23514");
  });

  test("an edition is decided on once", async () => {
    const edition = await addEdition();
    await addReview(edition.id, editor);
    await refused(addReview(edition.id, editor), "23505");
    await setState(edition.id, "approved");
    await refused(addReview(edition.id, editor), "23514");
  });

  test("of two editors who decide at the same moment exactly one wins", async () => {
    const edition = await addEdition();
    const second = await connectAs("app");
    const third = await addUser("editor");
    const decide = async (client: pg.Client, reviewer: string) => {
      await client.query("BEGIN");
      try {
        await client.query(
          "INSERT INTO reviews (id, edition_id, reviewer_id, decision) VALUES ($1, $2, $3, 'approved')",
          [randomUUID(), edition.id, reviewer],
        );
        await client.query("UPDATE editions SET state = 'approved' WHERE id = $1", [edition.id]);
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      }
    };
    const results = await Promise.allSettled([decide(app, editor), decide(second, third)]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((r) => r.status === "rejected")).toMatchObject({ reason: { code: "23514" } });
  });

  test("a request for changes carries a note", async () => {
    const edition = await addEdition();
    await refused(addReview(edition.id, editor, "changes_requested", "  "), "23514");
  });

  test("a review never changes", async () => {
    const edition = await addEdition();
    await addReview(edition.id, editor);
    await refused(app.query("UPDATE reviews SET note = 'x'"), "42501");
    await refused(app.query("DELETE FROM reviews"), "42501");
  });
});

describe("editions", () => {
  test("the text, digest and contributors of an edition never change", async () => {
    const edition = await addEdition();
    const change = (sql: string) =>
      refused(app.query(`UPDATE editions SET ${sql} WHERE id = $1`, [edition.id]), "42501");
    await change(`document = '{}', digest = '${sha256("{}")}'`);
    await change(`contributors = ARRAY[submitted_by_id]::uuid[] || '${other}'::uuid`);
    await change("number = 2, correction_class = 'typo', correction_reason = 'x'");
    await change("note = 'x'");
  });

  test("an edition is never deleted", async () => {
    await addEdition();
    await refused(app.query("DELETE FROM editions"), "42501");
  });

  test("an edition cannot begin approved, nor become approved without an approving review", async () => {
    await refused(addEdition({ state: "approved" }), "23514");
    const edition = await addEdition();
    await refused(setState(edition.id, "approved"), "23514");
    await addReview(edition.id, editor, "changes_requested", "more");
    await refused(setState(edition.id, "approved"), "23514");
    await setState(edition.id, "changes_requested");
    await refused(setState(edition.id, "in_review"), "23514");
  });

  test("an edition in review cannot be published", async () => {
    const edition = await addEdition();
    await refused(setState(edition.id, "published"), "23514");
  });

  test("a claim has one open edition", async () => {
    await addEdition();
    await refused(addEdition(), "23505");
  });

  test("the digest is that of the document", async () => {
    await refused(addEdition({ digest: sha256("something else") }), "23514");
  });

  test("an edition names everybody whom the audit log knows as a contributor", async () => {
    await addEvent(other, true);
    await refused(addEdition({ contributors: [author] }), "23514");
    await addEdition({ contributors: [author, other] });
  });

  test("contributions before the last publication and events that change nothing for readers do not count", async () => {
    await addEvent(author, true);
    await addEvent(other, false);
    await published();
    await app.query("UPDATE claims SET stage = 'revising', public_state = 'public' WHERE id = $1", [claimId]);
    await addEvent(editor, true);
    await refused(addEdition({ number: 2, correctionClass: "update", reason: "New facts." }), "23514");
    await addEdition({
      number: 2,
      correctionClass: "update",
      reason: "New facts.",
      contributors: [author, editor],
    });
  });

  test("the first edition carries no notice, every later one does", async () => {
    await refused(addEdition({ correctionClass: "update", reason: "x" }), "23514");
    await published();
    await refused(addEdition({ number: 2 }), "23514");
    await refused(addEdition({ number: 2, correctionClass: "update", reason: " " }), "23514");
    await refused(addEdition({ number: 2, correctionClass: "update" }), "23514");
    await refused(
      addEdition({ number: 2, kind: "retraction", correctionClass: "update", reason: "x" }),
      "23514",
    );
  });
});

describe("publication", () => {
  test("an edition that nobody approved does not become public", async () => {
    const edition = await addEdition();
    await refused(publish(edition), "23514");
    await refused(publishEdition(edition), "23514");
    await addReview(edition.id, editor);
    await setState(edition.id, "approved");
    await refused(publish(edition), "23514");
  });

  test("what is published is the approved text, word for word", async () => {
    const edition = await published();
    const document = "{}";
    await refused(
      app.query("UPDATE publications SET document = $1, digest = $2", [document, sha256(document)]),
      "23514",
    );
    await refused(
      app.query("UPDATE publications SET edition_id = $1 WHERE edition_id = $2", [randomUUID(), edition.id]),
      "23514",
    );
  });

  test("the list of corrections says of an edition what its document says", async () => {
    const edition = await approved();
    const rows = rowsOf(edition);
    await refused(addPublishedEdition(app, rows, rows.document), "23514");
    for (const wrong of [{ wording: "x" }, { after: null }, { class: "typo" }, { reason: "x" }, { more: 1 }])
      await refused(addPublishedEdition(app, rows, null, wrong), "23514");
    await publishEdition(edition);
  });

  test("a publication is never deleted, keeps its address, and a published edition never changes", async () => {
    await published();
    await refused(app.query("DELETE FROM publications"), "42501");
    await refused(app.query("UPDATE publications SET slug = 'elsewhere'"), "23514");
    await refused(app.query("UPDATE published_editions SET title = 'x'"), "42501");
    await refused(app.query("DELETE FROM published_editions"), "42501");
  });

  test("only a retraction edition stands as retracted", async () => {
    await published();
    await refused(app.query("UPDATE publications SET state = 'retracted'"), "23514");
  });

  test("the full text of an article is opened by somebody who did not add it, and shown only then", async () => {
    const [article, text] = [randomUUID(), "A text."];
    await app.query(
      "INSERT INTO articles (id, slug, title, language, idempotency_key, created_by_id) VALUES ($1, $2, 't', 'en', $3, $4)",
      [article, article, randomUUID(), author],
    );
    await app.query(
      "INSERT INTO article_versions (id, article_id, number, text, sha256, created_by_id) VALUES ($1, $2, 1, $3, $4, $5)",
      [randomUUID(), article, text, sha256(text), author],
    );
    const show = () =>
      app.query(
        "INSERT INTO public_articles (article_id, slug, document, updated_at) VALUES ($1, 's', $2, now())",
        [article, JSON.stringify({ text })],
      );
    const open = (by: string) =>
      app.query("UPDATE articles SET full_text_approved_by_id = $2, full_text_version = 1 WHERE id = $1", [
        article,
        by,
      ]);
    await refused(show(), "23514");
    await refused(open(author), "23514");
    await open(editor);
    await show();
  });
});

describe("permanent records", () => {
  test("audit events are neither changed nor deleted nor emptied, and their head is out of reach", async () => {
    await addEvent(author, false);
    await refused(app.query("UPDATE audit_events SET data = '{\"a\":1}'"), "42501");
    await refused(app.query("DELETE FROM audit_events"), "42501");
    await refused(app.query("TRUNCATE audit_events"), "42501");
    await refused(app.query("UPDATE audit_head SET seq = 0"), "42501");
  });

  test("even the owner of the tables does not rewrite history by ordinary means", async () => {
    await published();
    await addEvent(author, false);
    const owner = await connectAs("owner");
    await refused(owner.query("UPDATE audit_events SET data = 'x'"), "42501");
    await refused(owner.query("DELETE FROM audit_events"), "42501");
    await refused(owner.query("TRUNCATE editions CASCADE"), "42501");
    await refused(owner.query("UPDATE editions SET note = 'x'"), "42501");
    await refused(owner.query("DELETE FROM reviews"), "42501");
  });

  test("the database gives an event its place, time and hash, whatever the application sends", async () => {
    const id = randomUUID();
    await app.query(
      "INSERT INTO audit_events (seq, id, at, name, data, previous_hash, hash) VALUES (999, $1, '2001-01-01', 'claim.logged', '{}', 'p', 'h')",
      [id],
    );
    const { rows } = await app.query<{ seq: string; fresh: boolean; hash: string }>(
      "SELECT seq, at > now() - interval '1 minute' AS fresh, hash FROM audit_events WHERE id = $1",
      [id],
    );
    expect(rows[0]).toMatchObject({ fresh: true });
    expect(rows[0]?.seq).not.toBe("999");
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("an article version never changes, and a passage stands where it says", async () => {
    const [article, version, text] = [randomUUID(), randomUUID(), "Zwölf 😀 Schiffe"];
    await app.query(
      "INSERT INTO articles (id, slug, title, language, idempotency_key, created_by_id) VALUES ($1, $2, 't', 'de', $3, $4)",
      [article, article, randomUUID(), author],
    );
    await app.query(
      "INSERT INTO article_versions (id, article_id, number, text, sha256, created_by_id) VALUES ($1, $2, 1, $3, $4, $5)",
      [version, article, text, sha256(text), author],
    );
    await refused(app.query("UPDATE article_versions SET text = 'x'"), "42501");
    await refused(app.query("DELETE FROM article_versions"), "42501");
    const passage = (start: number, end: number, exact: string) =>
      app.query(
        `INSERT INTO passages (id, article_version_id, claim_id, start, "end", exact, prefix, suffix, created_by_id) VALUES ($1, $2, $3, $4, $5, $6, '', '', $7)`,
        [randomUUID(), version, claimId, start, end, exact, author],
      );
    await refused(passage(0, 5, "Zwolf"), "23514");
    await refused(passage(0, 4, "Zwölf"), "23514");
    await passage(6, 7, "😀");
    await refused(app.query("UPDATE passages SET start = 1"), "42501");
  });

  test("claims and members are never deleted", async () => {
    await refused(app.query("DELETE FROM claims"), "42501");
    await refused(app.query("DELETE FROM users"), "42501");
  });
});

describe("shapes", () => {
  test("a source has an http address or words to find it by, and used evidence keeps its source", async () => {
    const source = (url: string | null, description: string | null) => {
      const id = randomUUID();
      return app
        .query(
          "INSERT INTO sources (id, kind, title, url, normalised_url, description, language, idempotency_key, created_by_id) VALUES ($1, 'page', 't', $2, $2, $3, 'en', $4, $5)",
          [id, url, description, randomUUID(), author],
        )
        .then(() => id);
    };
    await refused(source("javascript:alert(1)", null), "23514");
    await refused(source(null, null), "23514");
    const kept = await source("https://example.org/a", null);
    await refused(source("https://example.org/a", null), "23505");
    await app.query(
      "INSERT INTO evidence (id, claim_id, source_id, stance, shows, quote, language, idempotency_key, created_by_id) VALUES ($1, $2, $3, 'supports', 'so', 'q', 'en', $4, $5)",
      [randomUUID(), claimId, kept, randomUUID(), author],
    );
    const owner = await connectAs("owner");
    // RESTRICT has a SQLSTATE of its own from PostgreSQL 18 on.
    await expect(owner.query("DELETE FROM sources WHERE id = $1", [kept])).rejects.toMatchObject({
      code: expect.stringMatching(/^(23001|23503)$/),
    });
  });

  test("a shelved claim says why, and a public one is never shelved", async () => {
    await refused(app.query("UPDATE claims SET stage = 'shelved'"), "23514");
    await refused(app.query("UPDATE claims SET stage = 'shelved', shelved_reason = 'duplicate'"), "23514");
    await refused(app.query("UPDATE claims SET public_state = 'public', stage = 'checking'"), "23514");
  });
});

describe("the readers' role", () => {
  test("reads published copies and settings for readers, and nothing else", async () => {
    const reader = await connectAs("public");
    const { rows } = await reader.query("SELECT current_user AS me");
    expect(rows[0]).toEqual({ me: "assay_public" });
    for (const table of [
      "publications",
      "published_editions",
      "public_articles",
      "public_copies",
      "public_settings",
      "withheld_editions",
    ]) {
      await reader.query(`SELECT * FROM ${table} LIMIT 1`);
    }
    const tables = await app.query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('publications', 'published_editions', 'public_articles', 'public_copies', 'public_facets', 'public_postings', 'public_settings', 'withheld_editions')",
    );
    expect(tables.rows.length).toBeGreaterThan(15);
    for (const { tablename } of tables.rows)
      await refused(reader.query(`SELECT 1 FROM "${tablename}" LIMIT 1`), "42501");
  });

  test("writes nothing", async () => {
    const reader = await connectAs("public");
    await refused(reader.query("UPDATE publications SET title = 'x'"), "42501");
    await refused(
      reader.query(
        "INSERT INTO public_settings (id, desk_name, scale, scale_version) VALUES (2, 'x', '[]', 1)",
      ),
      "42501",
    );
  });
});
