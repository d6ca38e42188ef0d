import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDocument } from "../../prisma/factories.ts";
import { publicDocument } from "../editions/schema.ts";
import type { PublicFigure } from "../figures/schema.ts";
import { competingFigures, figuresOf, independentGroups, sourceFacts, utterance } from "./facts.ts";
import { claimReview } from "./claim-review.ts";
import { claimForApi, publicView } from "./rules.ts";
import type { PublicView } from "./schema.ts";

const measureId = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const figure = (measure: number, minimum: number | null, words = "some"): PublicFigure => ({
  measure: {
    id: measureId(measure),
    unit: "people",
    what: `group ${measure}`,
    status: "",
    place: "",
    period: "",
    base: "",
  },
  words,
  qualifier: minimum === null ? null : "exactly",
  minimum,
  maximum: minimum,
  asOf: null,
});
const position = (change: object) =>
  publicDocument.shape.positions.element.parse({
    party: { name: "Rescue workers", kind: "organisation", description: null },
    stance: "asserts",
    hedged: false,
    quote: "thirty-three",
    language: "en",
    saidOn: null,
    source: null,
    locator: null,
    ...change,
  });
const [piece] = aDocument(1).evidence;
const evidence = (change: object) => publicDocument.shape.evidence.element.parse({ ...piece, ...change });
const claimant = { name: "The bridge company", kind: "organisation", description: null };
const view = (change: Parameters<typeof aDocument>[1]): PublicView =>
  publicView(aDocument(1001, change), new Map());

describe("competingFigures", () => {
  test("no table ever holds two measures, and every figure stands in exactly one place", () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.nat(99))), { maxLength: 4 });
    fc.assert(
      fc.property(some, some, some, (own, others, measured) => {
        const made = (list: [number, number | null][]) => list.map(([m, value]) => figure(m, value));
        const all = view({
          positions: [position({ party: claimant, figures: made(own) }), position({ figures: made(others) })],
          evidence: [evidence({ figures: made(measured) })],
        });
        const shown = competingFigures(all) ?? { tables: [], elsewhere: [] };
        for (const table of shown.tables)
          expect(new Set(table.figures.map((given) => given.measure.id))).toEqual(
            new Set([table.measure.id]),
          );
        const placed = shown.tables.reduce(
          (sum, table) => sum + table.figures.length,
          shown.elsewhere.length,
        );
        expect(placed).toBe(figuresOf(all).length);
        expect(shown.tables[0]?.measure.id ?? null).toBe(
          own[0] ? measureId(own[0][0]) : (shown.tables[0]?.measure.id ?? null),
        );
      }),
    );
  });
  test("a party without a figure is listed in words, and words without bounds stay words", () => {
    const shown = competingFigures(
      view({
        positions: [
          position({ party: claimant, figures: [figure(1, null, "millions")] }),
          position({ stance: "no_information", quote: "no such data" }),
          position({ stance: "denies", quote: "not true" }),
        ],
      }),
    );
    expect(shown?.tables[0]?.figures[0]?.minimum).toBeNull();
    expect(shown?.without.map(({ quote }) => quote)).toEqual(["no such data"]);
  });
});

test("the utterance is the claimant's own position, the primary one first, never that of somebody who relays or denies", () => {
  const positions = [
    position({ quote: "another's" }),
    position({ party: claimant, stance: "denies", quote: "denied" }),
    position({ party: claimant, quote: "reported" }),
    position({ party: claimant, quote: "recorded", primary: true }),
  ];
  expect(utterance(view({ positions }))?.quote).toBe("recorded");
  expect(utterance(view({ positions: positions.slice(0, 2) }))).toBeNull();
  expect(utterance(view({ claimant: null, positions }))).toBeNull();
});

test("what was only said, gives context or speaks for the other side makes no independent group", () => {
  const groups = ["A", "B", "B", null].map((independenceGroup) =>
    evidence({ independenceGroup, stance: "supports" }),
  );
  const said = evidence({ independenceGroup: "C", shows: "said" });
  const context = evidence({ independenceGroup: "D", stance: "context" });
  const count = (value: number | null) => {
    const { verdict } = view({});
    const rated = { ...verdict, rating: { ...verdict.rating, value } };
    return independentGroups(view({ evidence: [...groups, said, context], verdict: rated }));
  };
  expect([5, null, 1].map(count)).toEqual([2, 2, 0]);
});

test("a source is primary or a party's own only where the desk has said so", () => {
  const involved = { ...claimant, involved: true };
  const positions = [position({ party: involved, source: 1, primary: true }), position({ source: 2 })];
  const facts = (number: number) => sourceFacts(view({ positions, evidence: [] }), number);
  expect(facts(1)).toMatchObject({ primary: true, involved: true, groups: [] });
  expect(facts(2)).toMatchObject({ primary: false, involved: false });
});

test("what only the editor may see is in no answer, whatever a stored document carries besides", () => {
  const smuggled = { ...aDocument(1001), waivers: [{ item: "x", reason: "SECRET" }], leastSure: "SECRET" };
  const shown = publicView(publicDocument.parse(smuggled), new Map());
  const edition = {
    number: 1,
    digest: "a".repeat(64),
    publishedAt: "2031-05-20T12:00:00.000Z",
    firstPublishedAt: "2031-05-20T12:00:00.000Z",
    state: "public" as const,
    url: "https://desk.example/claims/x-c1001",
    editionUrl: "https://desk.example/claims/x-c1001/editions/1",
    deskName: "Assay",
    history: [],
    withheld: [],
  };
  expect(JSON.stringify([claimForApi(shown, edition), claimReview(shown, edition)])).not.toContain("SECRET");
});
