import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPosition } from "../../prisma/draft-factories.ts";
import { aDocument } from "../../prisma/factories.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { grades } from "../verdicts/schema.ts";
import { facetsOf } from "./facets.ts";

// The database works out again what a claim is found by, and refuses a publication that says otherwise. Where the two did not
// agree on some document, that claim could not be published at all.

let app: pg.Client;
beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
});
afterAll(() => app.end());

const words = fc.oneof(
  fc
    .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
    .filter((text) => !/[\0\ud800-\udfff]/u.test(text)),
  fc.constantFrom("a, b", "Ärzte ohne Grenzen", "وزارة", 'the "mill"', "a\\b", "none", "null", " x ", "%"),
);
const part = fc.oneof(fc.constant(""), words);
const party = fc.record({
  id: fc.oneof(fc.uuid(), fc.constantFrom(null, "0198f000-0000-7000-8000-0000000000aa")),
  name: words,
  kind: fc.constantFrom("person" as const, "organisation" as const, "unnamed" as const),
  description: fc.oneof(words, fc.constant(null)),
  speaksFor: fc.oneof(words, fc.constant(null)),
  involved: fc.constant(null),
});
const figure = fc.record({
  measure: fc.record({
    id: fc.uuid(),
    unit: words,
    what: part,
    status: part,
    place: part,
    period: part,
    base: part,
  }),
  words: words,
  qualifier: fc.constant(null),
  minimum: fc.constant(null),
  maximum: fc.constant(null),
  asOf: fc.constant(null),
});

test("the database and the desk find a claim by the same things, whatever its document says", async () => {
  const given = fc.record({
    claimant: fc.oneof(party, fc.constant(null)),
    grade: fc.constantFrom(...grades),
    name: words,
    retraction: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: words }),
    topics: fc.uniqueArray(fc.record({ slug: words, name: words }), {
      selector: ({ slug }) => slug,
      maxLength: 2,
    }),
    positions: fc.uniqueArray(
      fc.record({
        party,
        stance: fc.constantFrom(
          "asserts" as const,
          "denies" as const,
          "doubts" as const,
          "concedes" as const,
        ),
        figures: fc.array(figure, { maxLength: 2 }),
      }),
      { selector: ({ party }) => party.id, maxLength: 3 },
    ),
    figures: fc.array(figure, { maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(given, async ({ claimant, grade, name, retraction, topics, positions, figures }) => {
      const plain = aDocument(1);
      const document = aDocument(1, {
        claimant,
        retraction,
        topics,
        verdict: { ...plain.verdict, grade, rating: { ...plain.verdict.rating, name } },
        positions: positions.map(aPosition),
        evidence: plain.evidence.map((one) => ({ ...one, figures })) as PublicDocument["evidence"],
      });
      const { rows } = await app.query<{ same: boolean; of: unknown }>(
        "SELECT f @> $2::jsonb AND $2::jsonb @> f AS same, f AS of FROM (SELECT facets_of($1::jsonb) AS f) AS made",
        [JSON.stringify(document), JSON.stringify(facetsOf(document))],
      );
      expect(rows[0]?.same, JSON.stringify([rows[0]?.of, facetsOf(document)])).toBe(true);
    }),
    { numRuns: 300 },
  );
});
