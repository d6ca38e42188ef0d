import { expect, test } from "vitest";
import { connectAs } from "./test-database.ts";

test("the public reader reads the seven public tables and nothing else", async () => {
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
