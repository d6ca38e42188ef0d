import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { aDocument, publishDocument } from "./factories.ts";
import { aMember } from "./desk-factories.ts";
import { connectAs } from "./test-database.ts";

// What the database refuses by itself about withholding, tried as the application's role.

let app: pg.Client;
let number = 7000;
let claimId: string;
let editionId: string;
let editor: string;
let other: string;
let checker: string;

beforeEach(async () => {
  app = await connectAs("app");
  [editor, other] = [(await aMember("editor")).id, (await aMember("editor")).id];
  checker = (await aMember()).id;
  const document = aDocument(++number);
  await publishDocument(app, document);
  claimId = document.claim.id;
  const { rows } = await app.query<{ id: string }>("SELECT id FROM editions WHERE claim_id = $1", [claimId]);
  editionId = rows[0]?.id ?? "";
});

const refused = (attempt: Promise<unknown>, sqlState: string) =>
  expect(attempt).rejects.toMatchObject({ code: sqlState });

async function withhold(change: { editions?: string[]; whole?: boolean; by?: string } = {}): Promise<string> {
  const id = randomUUID();
  await app.query(
    `INSERT INTO withholdings (id, claim_id, edition_ids, whole_page, ground, reason, withheld_by_id)
     VALUES ($1, $2, $3, $4, 'court', 'An order.', $5)`,
    [id, claimId, change.editions ?? [editionId], change.whole ?? true, change.by ?? editor],
  );
  return id;
}
const change = (id: string, set: string, values: unknown[] = []) =>
  app.query(`UPDATE withholdings SET ${set} WHERE id = $1`, [id, ...values]);
const confirm = (id: string, by: string) =>
  change(id, "confirmed_by_id = $2, confirmed_at = clock_timestamp()", [by]);
const lift = (id: string, by: string) =>
  change(id, "lifted_by_id = $2, lifted_at = clock_timestamp(), lifted_reason = 'r'", [by]);
const count = async (table: string) =>
  (await app.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE claim_id = $1`, [claimId]))
    .rows[0]?.n;

describe("what is withheld", () => {
  test("is withheld by an editor, whole where it is the current edition, and never what cannot be read", async () => {
    await refused(withhold({ by: checker }), "23514");
    await refused(withhold({ whole: false }), "23514");
    await refused(withhold({ editions: [randomUUID()] }), "23514");
    await refused(withhold({ editions: [] }), "23514");
    await withhold();
    await refused(withhold(), "23514");
  });

  test("leaves no public copy behind, and none comes back before it is lifted", async () => {
    const { rows } = await app.query<Record<string, unknown>>(
      "SELECT * FROM publications WHERE claim_id = $1",
      [claimId],
    );
    const id = await withhold();
    expect([
      await count("publications"),
      await count("published_editions"),
      await count("withheld_editions"),
    ]).toEqual([0, 0, 1]);
    const { search: _search, ...row } = rows[0] ?? {};
    const names = Object.keys(row);
    const insert = () =>
      app.query(
        `INSERT INTO publications (${names.join(", ")}) SELECT ${names.join(", ")} FROM json_populate_record(NULL::publications, $1)`,
        [JSON.stringify(row)],
      );
    await expect(insert()).rejects.toMatchObject({ code: "23514", message: "this edition is withheld" });
    await lift(id, editor);
    expect(await count("withheld_editions")).toBe(0);
  });

  test("is not what the application takes away or says by itself", async () => {
    await refused(app.query("DELETE FROM publications WHERE claim_id = $1", [claimId]), "42501");
    await refused(app.query("DELETE FROM published_editions WHERE claim_id = $1", [claimId]), "42501");
    await withhold();
    await refused(app.query("DELETE FROM withheld_editions WHERE claim_id = $1", [claimId]), "42501");
    await refused(
      app.query("UPDATE withheld_editions SET confirmed = true WHERE claim_id = $1", [claimId]),
      "42501",
    );
    await refused(app.query("DELETE FROM withholdings WHERE claim_id = $1", [claimId]), "42501");
  });
});

test("even with the owner's rights nothing public is deleted that is not withheld", async () => {
  const owner = await connectAs("owner");
  await refused(owner.query("DELETE FROM publications WHERE claim_id = $1", [claimId]), "42501");
  await refused(owner.query("DELETE FROM published_editions WHERE claim_id = $1", [claimId]), "42501");
});

describe("a withholding", () => {
  test("is confirmed by a second editor, once, and then not lifted by the first", async () => {
    const id = await withhold();
    await refused(confirm(id, editor), "23514");
    await refused(confirm(id, checker), "23514");
    await confirm(id, other);
    await refused(confirm(id, (await aMember("editor")).id), "42501");
    await refused(lift(id, editor), "23514");
    await refused(lift(id, checker), "23514");
    await lift(id, other);
    await refused(lift(id, other), "42501");
  });

  test("says for good what was withheld, by whom and why", async () => {
    const id = await withhold();
    for (const set of [
      "reason = 'another'",
      "ground = 'safety'",
      `withheld_by_id = '${other}'`,
      "withheld_at = 'epoch'",
      "edition_ids = '{}'",
    ])
      await refused(change(id, set), "42501");
  });
});
