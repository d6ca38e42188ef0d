import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { aClaim, aMember } from "./desk-factories.ts";
import { connectAs } from "./test-database.ts";

// What the database refuses by itself about evidence, measures and figures, tried as the application's role.

let app: pg.Client;
let me: string;
let claimId: string;
let sourceId: string;

beforeEach(async () => {
  app = await connectAs("app");
  const member = await aMember();
  me = member.id;
  claimId = (await aClaim(member)).id;
  sourceId = randomUUID();
  await app.query(
    "INSERT INTO sources (id, kind, title, description, language, idempotency_key, created_by_id) VALUES ($1, 'page', 't', 'd', 'en', $2, $3)",
    [sourceId, randomUUID(), me],
  );
});

const refused = (attempt: Promise<unknown>, sqlState = "23514") =>
  expect(attempt).rejects.toMatchObject({ code: sqlState });

/** Inserts a row with these columns over the ones that every such row has; answers its id. */
async function insert(table: string, columns: Record<string, unknown>): Promise<string> {
  const row = { id: randomUUID(), created_by_id: me, ...columns };
  const places = Object.keys(row).map((_, at) => `$${at + 1}`);
  await app.query(
    `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`,
    Object.values(row),
  );
  return row.id;
}

const addEvidence = (columns: Record<string, unknown> = {}) =>
  insert("evidence", {
    claim_id: claimId,
    source_id: sourceId,
    stance: "supports",
    shows: "so",
    quote: "Twelve carts.",
    language: "en",
    idempotency_key: randomUUID(),
    ...columns,
  });
const addMeasure = (columns: Record<string, unknown> = {}) =>
  insert("measures", { unit: "carts", what: randomUUID(), ...columns });
const addFigure = async (columns: Record<string, unknown> = {}) =>
  insert("figures", { evidence_id: await addEvidence(), words: "twelve", ...columns });

test("a quote carries no observation, and an observation or a search always says what it is", async () => {
  await addEvidence({ quote: null });
  await addEvidence({ kind: "observation", quote: null, observation: "Carts" });
  await refused(addEvidence({ observation: "Carts" }));
  for (const kind of ["observation", "search"]) {
    await refused(addEvidence({ kind, quote: null }));
    await refused(addEvidence({ kind, observation: "" }));
  }
});

test("a translation names its translator and translates a quote", async () => {
  await addEvidence({ translation: "Zwölf", translator: "the desk" });
  await refused(addEvidence({ translation: "Zwölf" }));
  await refused(addEvidence({ translator: "the desk" }));
  await refused(addEvidence({ translation: "", translator: "the desk" }));
  const observed = { kind: "observation", quote: null, observation: "Carts" };
  await refused(addEvidence({ ...observed, translation: "Karren", translator: "the desk" }));
});

test("a figure belongs to one position or one piece of evidence", async () => {
  await addFigure();
  await refused(addFigure({ evidence_id: null }));
  await refused(addFigure({ evidence_id: null, position_id: randomUUID() }), "23503");
  await refused(addFigure({ position_id: randomUUID() }));
});

test.each([
  [null, 1, null],
  [null, null, 1],
  ["exactly", 1, 2],
  ["exactly", 1, null],
  ["about", null, 1],
  ["at_least", 1, 1],
  ["at_least", null, null],
  ["more_than", null, 1],
  ["at_most", 1, null],
  ["less_than", 1, 1],
  ["between", 2, 1],
  ["between", 1, 1],
  ["between", 1, null],
  ["exactly", "NaN", "NaN"],
  ["at_least", "Infinity", null],
])("a figure that is %s from %s to %s is refused", async (qualifier, minimum, maximum) => {
  await refused(addFigure({ qualifier, minimum, maximum }));
});

test("each qualifier takes the bounds that it means", async () => {
  await addFigure({ qualifier: "exactly", minimum: 12, maximum: 12 });
  await addFigure({ qualifier: "about", minimum: 12, maximum: 12 });
  await addFigure({ qualifier: "at_least", minimum: 12 });
  await addFigure({ qualifier: "less_than", maximum: 12.5 });
  await addFigure({ qualifier: "between", minimum: -1, maximum: 12 });
});

test("a figure has words, a whole date, and never changes", async () => {
  await refused(addFigure({ words: "" }));
  await refused(addFigure({ words: "x".repeat(301) }));
  await refused(addFigure({ as_of: "1931-05-13" }));
  const id = await addFigure({ as_of: "1931-05-13", as_of_precision: "day" });
  await refused(app.query("UPDATE figures SET words = 'thirteen' WHERE id = $1", [id]), "42501");
});

test("a measure is defined once whatever its case, never changes, and stays", async () => {
  const what = randomUUID();
  const id = await addMeasure({ what, place: "Heron bridge" });
  await refused(addMeasure({ unit: "CARTS", what: what.toUpperCase(), place: "heron BRIDGE" }), "23505");
  await addMeasure({ what, place: "Stone bridge" });
  await refused(addMeasure({ unit: "" }));
  await refused(addMeasure({ what: "" }));
  await refused(app.query("UPDATE measures SET unit = 'wagons' WHERE id = $1", [id]), "42501");
  await refused(app.query("DELETE FROM measures WHERE id = $1", [id]), "42501");
});

test("figures go with their evidence", async () => {
  const evidence = await addEvidence();
  const id = await addFigure({ evidence_id: evidence });
  await app.query("DELETE FROM evidence WHERE id = $1", [evidence]);
  expect((await app.query("SELECT 1 FROM figures WHERE id = $1", [id])).rowCount).toBe(0);
});
