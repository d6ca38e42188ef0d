import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { aClaim, aMember } from "./desk-factories.ts";
import { connectAs } from "./test-database.ts";

// PostgreSQL looks for an unqualified name among a session's temporary tables and types first, unless a function says
// otherwise: whoever may make one could put a table of their own in the place of the one that a rule asks.

let app: pg.Client;
beforeEach(async () => {
  app = await connectAs("app");
});

async function anOpenEdition(): Promise<{ id: string; author: string }> {
  const author = await aMember("editor");
  const claim = await aClaim(author);
  const id = randomUUID();
  const document = JSON.stringify({ text: id });
  await app.query(
    `INSERT INTO editions (id, claim_id, number, kind, document, digest, contributors, audit_through, submitted_by_id)
     VALUES ($1, $2, 1, 'publication', $3, $4, $5, 0, $6)`,
    [id, claim.id, document, createHash("sha256").update(document).digest("hex"), [author.id], author.id],
  );
  return { id, author: author.id };
}

test("a review that stands in a temporary table approves nothing", async () => {
  const edition = await anOpenEdition();
  await app.query("CREATE TEMP TABLE reviews (edition_id uuid, decision review_decision, reviewer_id uuid)");
  await app.query("INSERT INTO reviews VALUES ($1, 'approved', $2)", [edition.id, randomUUID()]);
  await expect(
    app.query("UPDATE editions SET state = 'approved' WHERE id = $1", [edition.id]),
  ).rejects.toMatchObject({ code: "23514" });
});

test("an edition that stands in a temporary table lets nobody review their own", async () => {
  const edition = await anOpenEdition();
  await app.query("CREATE TEMP TABLE editions AS SELECT * FROM public.editions WHERE id = $1", [edition.id]);
  await app.query("UPDATE pg_temp.editions SET contributors = '{}'");
  await expect(
    app.query(
      "INSERT INTO reviews (id, edition_id, reviewer_id, decision, note) VALUES ($1, $2, $3, 'approved', '')",
      [randomUUID(), edition.id, edition.author],
    ),
  ).rejects.toMatchObject({ code: "23514" });
});

test("no temporary type makes the audit chain run somebody's code with the owner's rights", async () => {
  await app.query(
    `CREATE FUNCTION pg_temp.tell(pg_catalog.text) RETURNS boolean LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'as %', current_user; END $$`,
  );
  await app.query("CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (pg_temp.tell(VALUE))");
  await app.query(
    "INSERT INTO audit_events (id, name, contributes, data) VALUES ($1, 'settings.changed', false, '{}')",
    [randomUUID()],
  );
});

test("every function of ours says where it looks for names, temporary ones last", async () => {
  const { rows } = await app.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace
       AND NOT coalesce(proconfig::text[], '{}') && ARRAY['search_path=pg_catalog, public, pg_temp']`,
  );
  expect(rows).toEqual([]);
});
