import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDocument } from "../../prisma/factories.ts";
import { aPosition } from "../../prisma/draft-factories.ts";
import type { CorrectionClass, PublicDocument } from "./schema.ts";
import { classTooSmall, figureChanges } from "./significance.ts";

type Edit = (d: PublicDocument) => PublicDocument;

const measure = {
  id: "01900000-0000-7000-8000-00000000000a",
  unit: "carts",
  what: "crossings",
  status: "",
  place: "",
  period: "",
  base: "",
};
const figure = {
  measure,
  words: "forty",
  qualifier: "exactly" as const,
  minimum: 40,
  maximum: 40,
  asOf: null,
};
const base = aDocument(1001, {
  positions: [
    aPosition({ figures: [figure] }),
    aPosition({
      party: { name: "Bo", kind: "person", description: null },
      figures: [{ ...figure, measure: { ...measure, id: "01900000-0000-7000-8000-00000000000c" } }],
    }),
  ],
  verdict: {
    ...aDocument(1001).verdict,
    finding: "The toll book lists twelve carts and not forty.",
    reasoning: "The toll book was kept by hand by the keeper, who wrote each crossing down at once [1].",
  },
});
const verdict =
  (change: Partial<PublicDocument["verdict"]>): Edit =>
  (d) => ({ ...d, verdict: { ...d.verdict, ...change } });
const said =
  (change: Partial<PublicDocument["positions"][number]>): Edit =>
  (d) => ({
    ...d,
    positions: d.positions.map((p) => ({ ...p, ...change })),
  });
const worded =
  (wording: string): Edit =>
  (d) => ({ ...d, claim: { ...d.claim, wording } });
const party = {
  id: null,
  name: "Ana",
  kind: "person" as const,
  description: null,
  speaksFor: null,
  involved: null,
};

/** Edits that turn something round, with the word by which the refusal names it. */
const heavy: [string, Edit][] = [
  ["rating", verdict({ rating: { ...base.verdict.rating, code: "mixed" } })],
  ["grade", verdict({ grade: "conflicting" })],
  ["figure", said({ figures: [{ ...figure, minimum: 41, maximum: 41 }] })],
  ["figure", said({ figures: [{ ...figure, qualifier: "at_least", maximum: null }] })],
  [
    "figure",
    said({ figures: [{ ...figure, measure: { ...measure, id: "01900000-0000-7000-8000-00000000000b" } }] }),
  ],
  ["figure", said({ figures: [] })],
  ["figure", said({ figures: [figure, figure] })],
  [
    "figure",
    (d) => ({
      ...d,
      positions: d.positions.map((p, at, all) => ({ ...p, figures: all[1 - at]?.figures ?? [] })),
    }),
  ],
  ["says", (d) => ({ ...d, positions: d.positions.map((p) => ({ ...p, stance: "denies" })) })],
  ["says", (d) => ({ ...d, positions: d.positions.map((p) => ({ ...p, hedged: true })) })],
  ["claimant", (d) => ({ ...d, claimant: { ...party, name: "Another claimant" } })],
  ["name", said({ party: { ...party, name: "q" } })],
  ["name", said({ relayedBy: [{ name: "The Gazette", kind: "outlet" }] })],
  ["number in the finding", verdict({ finding: "The toll book lists thirteen carts and not forty." })],
  ["negation in the finding", verdict({ finding: "The toll book lists twelve carts and forty." })],
  ["number in the wording", worded(`${base.claim.wording} 7`)],
  ["negation in the wording", worded(`It isn’t so that ${base.claim.wording}`)],
];
/** Edits that say the same more clearly. */
const clear: Edit[] = [
  verdict({ reasoning: "The keeper wrote it down by hand." }),
  verdict({ howChecked: "We read the book." }),
  verdict({ known: ["The book exists."] }),
  verdict({ finding: "Twelve carts are in the toll book, not forty." }),
];
/** Edits that mend letters. */
const slips: Edit[] = [
  verdict({ finding: "The toll book lists twelve crats and not forty." }),
  verdict({ reasoning: base.verdict.reasoning.replace("keeper", "keper").replace("crossing", "crosing") }),
  verdict({ reasoning: `${base.verdict.reasoning.replace("hand by", "hand, by")}  ` }),
  // Only how it is read out.
  (d) => ({ ...d, deskLanguage: "fr" }),
];
const every: CorrectionClass[] = ["typo", "clarification", "update", "correction"];
const edited = (edits: Edit[]) => edits.reduce((d, edit) => edit(d), base);

test.each(heavy)(
  "a changed %s is neither a typo nor a clarification, and the refusal names it",
  (what, edit) => {
    for (const small of ["typo", "clarification"] as const)
      expect(classTooSmall(small, base, edit(base))).toContain(what);
  },
);

test("however much else changes beside it, what turned round is never called small, and a large class always fits", () => {
  fc.assert(
    fc.property(
      fc.subarray(clear),
      fc.constantFrom(...heavy),
      fc.constantFrom(...every),
      (more, [, edit], chosen) => {
        const small = chosen === "typo" || chosen === "clarification";
        expect(classTooSmall(chosen, base, edited([...more, edit])) !== null).toBe(small);
      },
    ),
  );
});

test("what says the same more clearly is a clarification and no typo", () => {
  fc.assert(
    fc.property(fc.subarray(clear, { minLength: 1 }), (edits) => {
      expect(classTooSmall("clarification", base, edited(edits))).toBeNull();
      expect(classTooSmall("typo", base, edited(edits))).toMatch(/not a typo/);
    }),
  );
});

describe("a typo", () => {
  test("mends letters, punctuation and spaces", () => {
    for (const edit of slips) expect(classTooSmall("typo", base, edit(base))).toBeNull();
    for (const edit of slips) expect(classTooSmall("typo", edit(base), base)).toBeNull();
  });
  test.each([
    ["a word that became another", "north", "south"],
    ["a word that came", "hand", "her own hand"],
    ["a word that went", "at once ", ""],
    ["a number", "each", "31"],
    ["a negation", "was kept", "was not kept"],
  ])("is not %s", (_, from, to) => {
    const reasoning = `${base.verdict.reasoning} It lies in the north.`;
    const [before, after] = [
      verdict({ reasoning })(base),
      verdict({ reasoning: reasoning.replace(from, to) })(base),
    ];
    expect(classTooSmall("typo", before, after)).toMatch(/not a typo/);
    expect(classTooSmall("clarification", before, after)).toBeNull();
  });
  test("is in the desk's words alone: evidence that came or went is more", () => {
    expect(classTooSmall("typo", base, { ...base, evidence: [] })).toMatch(/not a typo/);
  });
  test("is told from a text without a space, and from one that was written anew, in no time and no memory", () => {
    const texts = ["a".repeat(20_000), "b".repeat(20_000), "a ".repeat(10_000), "b ".repeat(10_000)];
    const start = performance.now();
    for (const [at, reasoning] of texts.entries()) {
      const next = verdict({ reasoning: texts[(at + 1) % 4] ?? "" })(base);
      expect(classTooSmall("typo", verdict({ reasoning })(base), next)).toMatch(/not a typo/);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
  test("mends few words", () => {
    const words = "harbour keeper crossing bridge morning evening";
    const swapped = words.replace(/(\w)(\w)( |$)/g, "$2$1$3");
    expect(
      classTooSmall("typo", verdict({ search: words })(base), verdict({ search: swapped })(base)),
    ).toMatch(/not a typo/);
  });
});

describe("figureChanges", () => {
  const now = {
    ...figure,
    words: "at least twelve",
    qualifier: "at_least" as const,
    minimum: 12,
    maximum: null,
  };
  test("has the old figure and the new one of the same party in the same measure, with what they count", () => {
    const [position] = base.positions;
    expect(figureChanges(base, said({ figures: [now] })(base))).toEqual([
      { who: position?.party.name, what: "carts: crossings", before: "40", after: "at least 12" },
    ]);
  });
  test("never sets figures of two measures or of two parties against each other, and guesses at none of several", () => {
    const other = { ...measure, id: "01900000-0000-7000-8000-00000000000b" };
    for (const edit of [
      said({ figures: [{ ...now, measure: other }] }),
      said({ figures: [now], party }),
      said({ figures: [now, figure] }),
      said({ figures: [] }),
    ])
      expect(figureChanges(base, edit(base))).toEqual([]);
  });
});
