import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPosition } from "../../prisma/draft-factories.ts";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { facetsOf } from "./facets.ts";

// What readers filter by is kept by a trigger: here it is compared with what the publications themselves say.

let app: pg.Client;
beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
});
afterAll(() => app.end());

const aParty = (name: string, id = randomUUID()) => ({
  id,
  name,
  kind: "organisation" as const,
  description: null,
  speaksFor: null,
  involved: null,
});
const mill = aParty("The mill");

const at = (minute: number) => new Date(Date.UTC(2031, 4, 20, 12, minute));

async function expectKeptIsCounted() {
  const { rows: counted } = await app.query(
    `SELECT f.facet, f.value, count(*)::int AS claims FROM publications p,
       jsonb_to_recordset(p.facets) AS f (facet text, value text) GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const { rows: kept } = await app.query(
    "SELECT facet, value, claims FROM public_facets WHERE claims > 0 ORDER BY facet, value",
  );
  const { rows: posted } = await app.query(
    `SELECT facet, value, count(*)::int AS claims FROM public_postings t
       JOIN publications p USING (claim_id, published_at) GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  expect(kept).toEqual(counted);
  expect(posted).toEqual(counted);
}

test("kept counts and lists are those of the publications through every publication, revision and retraction", async () => {
  const first = aDocument(1, { claimant: mill, topics: [{ slug: "mills", name: "Mills" }] });
  const second = aDocument(2, { claimant: mill });
  const revised: PublicDocument = {
    ...first,
    claimant: aParty("Another mill"),
    topics: [],
    correction: { class: "correction", reason: "It was another mill." },
  };
  const retracted: PublicDocument = {
    ...second,
    retraction: "No mill at all.",
    correction: { class: "retraction", reason: "No mill at all." },
  };
  for (const [minute, document] of [first, second, revised, retracted].entries()) {
    await publishDocument(app, document, at(minute));
    await expectKeptIsCounted();
  }
  const { rows } = await app.query(
    "SELECT label, claims FROM public_facets WHERE facet = 'party' ORDER BY 1",
  );
  expect(rows).toEqual([
    { label: "Another mill", claims: 1 },
    { label: "The mill", claims: 0 },
  ]);
});

test("a party that is renamed is one party, under the name that was published last", async () => {
  const id = randomUUID();
  await publishDocument(app, aDocument(11, { claimant: aParty("The old name", id) }), at(11));
  await publishDocument(app, aDocument(12, { claimant: aParty("The new name", id) }), at(12));
  const { rows } = await app.query("SELECT label, claims FROM public_facets WHERE label LIKE 'The % name'");
  expect(rows).toEqual([{ label: "The new name", claims: 2 }]);
});

test("unnamed sources and parties of old editions are no party to find claims by", () => {
  const unnamed = { ...aParty("a military source"), kind: "unnamed" as const };
  for (const claimant of [unnamed, { ...mill, id: null }, null])
    expect(facetsOf(aDocument(21, { claimant })).map(({ facet }) => facet)).toEqual([
      "rating",
      "grade",
      "language",
    ]);
});

test("a party is quoted on other claims than those it makes", () => {
  const town = aParty("The town");
  const positions = [mill, town].map((party) => aPosition({ party }));
  const quoted = facetsOf(aDocument(22, { claimant: mill, positions })).filter(
    ({ facet }) => facet === "quoted",
  );
  expect(quoted.map(({ label }) => label)).toEqual(["The town"]);
});

test("neither the application nor the readers write what is kept", async () => {
  for (const sql of ["UPDATE public_facets SET claims = 0", "DELETE FROM public_postings"])
    await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
});
