import { expect, test } from "vitest";
import { verifyAudit } from "../lib/audit/verify.ts";
import { connectAs } from "./test-database.ts";

test("the public reader reads the eight public tables and nothing else", async () => {
  const reader = await connectAs("public");
  const { rows } = await reader.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p')
       AND has_table_privilege(oid, 'SELECT') ORDER BY 1`,
  );
  expect(rows.map((row) => row.name)).toEqual([
    "public_articles",
    "public_copies",
    "public_facets",
    "public_postings",
    "public_settings",
    "publications",
    "published_editions",
    "withheld_editions",
  ]);
  await expect(reader.query("SELECT * FROM editions")).rejects.toMatchObject({ code: "42501" });
  await expect(reader.query("DELETE FROM publications")).rejects.toMatchObject({ code: "42501" });
  await expect(reader.query("CREATE TABLE mine (id int)")).rejects.toMatchObject({ code: "42501" });
});

test("the application neither deletes the record nor changes the shape of the database", async () => {
  const app = await connectAs("app");
  const { rows } = await app.query("SELECT current_user AS role");
  expect(rows).toEqual([{ role: "assay_app" }]);
  for (const table of [
    "audit_events",
    "editions",
    "article_versions",
    "publications",
    "reviews",
    "claims",
    "users",
  ]) {
    await expect(app.query(`DELETE FROM ${table}`), table).rejects.toMatchObject({ code: "42501" });
    await expect(app.query(`TRUNCATE ${table}`), table).rejects.toMatchObject({ code: "42501" });
  }
  await expect(app.query("UPDATE audit_head SET seq = 0")).rejects.toMatchObject({ code: "42501" });
  await expect(app.query("ALTER TABLE claims DISABLE TRIGGER ALL")).rejects.toMatchObject({ code: "42501" });
  await expect(app.query("SELECT * FROM _prisma_migrations")).rejects.toMatchObject({ code: "42501" });
});

test("no way of writing that SQL has puts the application's hand on the log's past or on a number that was given", async () => {
  const app = await connectAs("app");
  const event = (seq: string) =>
    app.query<{ seq: string }>(
      `INSERT INTO audit_events (seq, id, at, name, contributes, data, previous_hash, hash)
       VALUES ($1, gen_random_uuid(), '2000-01-01', 'settings.changed', false, '{}', 'x', 'x') RETURNING seq`,
      [seq],
    );
  const { rows } = await event("1");
  // Place, time and hashes are the database's, whatever was sent.
  const next = await event(rows[0]?.seq ?? "");
  expect(BigInt(next.rows[0]?.seq ?? 0)).toBe(BigInt(rows[0]?.seq ?? 0) + 1n);
  expect(await verifyAudit()).toMatchObject({ whole: true });
  for (const statement of [
    "INSERT INTO audit_events SELECT * FROM audit_events ON CONFLICT (seq) DO UPDATE SET data = '{}'",
    "MERGE INTO audit_events a USING (SELECT 1 AS seq) b ON a.seq = b.seq WHEN MATCHED THEN UPDATE SET data = '{}'",
    "SELECT setval('claims_number_seq', 1)",
    "ALTER SEQUENCE claims_number_seq RESTART",
    "SET session_replication_role = replica",
    "DROP TRIGGER permanent ON audit_events",
    "CREATE RULE quiet AS ON INSERT TO audit_events DO INSTEAD NOTHING",
    "CREATE OR REPLACE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "DO $$ BEGIN LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE; END $$",
    "SET ROLE assay_owner",
  ])
    await expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });
});
