import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import type { PublicDocument } from "../lib/editions/schema.ts";
import { aDocument, publishDocument } from "./factories.ts";
import { connectAs } from "./test-database.ts";

// What stands beside the document of a publication says what the document says, tried as the application's role.

let app: pg.Client;
let claimId: string;
let number = 5000;

const party = (name: string) => ({
  id: randomUUID(),
  name,
  kind: "organisation" as const,
  description: "It keeps the bridge.",
  speaksFor: null,
  involved: null,
});
const measure = () => ({
  id: randomUUID(),
  unit: "per cent",
  what: "carts",
  status: "lost",
  place: "Velm",
  period: "",
  base: "all carts",
});

/** A document that has everything by which a claim can be found. */
function aWholeDocument(): PublicDocument {
  const document = aDocument(++number);
  const figure = {
    measure: measure(),
    words: "two",
    qualifier: "exactly" as const,
    minimum: 2,
    maximum: 2,
    asOf: null,
  };
  const claimant = party("The bridge company");
  const position = {
    hedged: false,
    quote: "No.",
    language: "en",
    translation: null,
    translator: null,
    saidOn: null,
    saidWords: null,
    primary: false,
    relayedBy: [],
    figures: [],
    source: null,
    locator: null,
  };
  return {
    ...document,
    claimant,
    topics: [{ slug: "bridges", name: "Bridges" }],
    evidence: document.evidence.map((piece) => ({
      ...piece,
      figures: [figure],
    })),
    positions: [
      { ...position, party: party("The mill"), stance: "denies" },
      { ...position, party: party("A clerk"), stance: "no_information" },
      { ...position, party: claimant, stance: "asserts" },
      { ...position, party: { ...party("A guest"), kind: "unnamed" }, stance: "doubts" },
    ],
  };
}

beforeEach(async () => {
  app = await connectAs("app");
  const document = aWholeDocument();
  claimId = document.claim.id;
  await publishDocument(app, document);
});

const change = (column: string, value: string, ...given: unknown[]) =>
  app.query(`UPDATE publications SET ${column} = ${value} WHERE claim_id = $1`, [claimId, ...given]);
const refused = (attempt: Promise<unknown>) => expect(attempt).rejects.toMatchObject({ code: "23514" });

describe("a publication", () => {
  test("stands as it was published, whatever is written anew", async () => {
    await change("search_text", "'x'");
  });

  test("stands as it was published before lists said in which language the desk writes", async () => {
    const old = "history = jsonb_set(history, '{0}', (history -> 0) - 'deskLanguage')";
    await change("card", `(card::jsonb - 'deskLanguage')::text, ${old}`);
    await change("search_text", "'y'");
  });

  test.each<[string, unknown]>([
    ["wording", "Another claim"],
    ["language", "ru"],
    ["claimant", "Somebody else"],
    ["finding", "It is so."],
    ["deskLanguage", "fr"],
    ["sample", true],
    ["rating", { code: "true", name: "True" }],
    ["state", "retracted"],
    ["editionNumber", 2],
    ["claimId", randomUUID()],
    ["publishedAt", "2026"],
    ["more", "words"],
  ])("is listed with no other %s than its document has", async (key, value) => {
    await refused(change("card", "card::jsonb || $2", { [key]: value }));
  });

  test.each([
    ["rating_code", "'true'"],
    ["title", "'x'"],
    ["language", "'ru'"],
    ["kind", "'quote'"],
    ["number", "number + 100000"],
  ])("has no other %s than its document", async (column, value) => {
    await refused(change(column, value));
  });

  test.each([
    ["rating", "label", "True"],
    ["grade", "label", "Confirmed"],
    ["topic", "value", "elsewhere"],
    ["party", "about", { kind: "outlet", description: "It lies.", speaksFor: null }],
    ["disputes", "label", "Somebody else"],
    ["measure", "label", "per cent: roofs"],
  ])("is found by no other %s than its document has (%s)", async (facet, key, value) => {
    const path =
      "(SELECT (place - 1)::text FROM jsonb_array_elements(facets) WITH ORDINALITY AS f (one, place) WHERE one ->> 'facet' = $2)";
    await refused(
      change("facets", `jsonb_set(facets, ARRAY[${path}, $3], $4)`, facet, key, JSON.stringify(value)),
    );
  });

  test("is found by everything that its document has, and by nothing more", async () => {
    await refused(change("facets", "facets - 0"));
    await refused(
      change(
        "facets",
        "facets || $2",
        JSON.stringify({ facet: "topic", value: "x", label: "x", about: null }),
      ),
    );
  });

  test.each<[string, unknown]>([
    ["rating", "True"],
    ["grade", "confirmed"],
    ["finding", "It is so."],
    ["deskLanguage", "fr"],
    ["correctionClass", "typo"],
    ["correctionReason", "We were right."],
    ["publishedAt", "2026-01-01T00:00:00.000Z"],
    ["figures", [{ who: "a", what: "b", before: "1", after: "2" }]],
  ])("tells no other %s in its history than its editions had", async (key, value) => {
    await refused(change("history", "jsonb_set(history, ARRAY['0', $2], $3)", key, JSON.stringify(value)));
  });

  test("leaves no edition out of its history and adds none", async () => {
    await refused(change("history", "'[]'"));
    await refused(change("history", "history || (history -> 0)"));
  });
});
