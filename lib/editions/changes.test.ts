import { expect, test } from "vitest";
import { aPosition, aRequest, someEvidence } from "../../prisma/draft-factories.ts";
import { aDocument } from "../../prisma/factories.ts";
import { changesBetween } from "./changes.ts";
import type { PublicDocument } from "./schema.ts";

const before = aDocument(1001, { positions: [aPosition({})], evidence: [someEvidence()] });
const verdict = (change: Partial<PublicDocument["verdict"]>) => ({
  verdict: { ...before.verdict, ...change },
});
const measure = {
  id: crypto.randomUUID(),
  unit: "carts",
  what: "crossings",
  status: "",
  place: "",
  period: "",
  base: "",
};
const figure = { measure, words: "forty", qualifier: "about", minimum: 40, maximum: 40, asOf: "2031-05" };
const event = {
  id: crypto.randomUUID(),
  name: "The opening",
  happenedOn: "2031-05-12",
  happenedWords: null,
  place: "Velm",
  placePrecision: "town" as const,
  parties: [],
};

const a: PublicDocument["sources"][number] = {
  number: 1,
  kind: null,
  title: "A film",
  url: null,
  description: null,
  publisher: null,
  publishedOn: null,
  language: "en",
  graphic: false,
  confidential: null,
  copy: null,
};

test.each<[string, Partial<PublicDocument>, string]>([
  [
    "Claimant",
    { claimant: before.claimant && { ...before.claimant, speaksFor: "The town" } },
    "speaks for The town",
  ],
  ["Language of our own words", { deskLanguage: "fr" }, "French"],
  ["Said on", { saidWords: "Thursday" }, "“Thursday”"],
  ["Event", { event }, "The opening, 2031-05-12, Velm (town)"],
  ["Known", verdict({ known: ["It rained."] }), "It rained."],
  ["Not known", verdict({ notKnown: ["Who counted."] }), "Who counted."],
  ["How it was checked", verdict({ howChecked: "We read it." }), "We read it."],
  ["As of", verdict({ asOf: "2031-06-01" }), "2031-06-01"],
  ["Look again on", verdict({ lookAgainOn: "2031-09-01" }), "2031-09-01"],
  ["Evidence", { evidence: [someEvidence({ translation: "t", translator: "Bea" })] }, "translated by Bea"],
  [
    "Figures",
    { positions: [aPosition({ figures: [figure] })] },
    "p: about 40, as of 2031-05 (carts: crossings)",
  ],
  [
    "Disputed by: positions",
    {
      positions: [
        aPosition({
          relayedBy: [
            { name: "A", kind: "outlet" },
            { name: "B", kind: "outlet" },
          ],
        }),
      ],
    },
    "relayed by A, then B",
  ],
  [
    "Sources",
    {
      sources: [
        ...before.sources,
        { ...a, number: 2, title: "Confidential source", confidential: { attestation: "I have read it." } },
      ],
    },
    "Confidential source, I have read it.",
  ],
  ["Sources", { sources: [...before.sources, { ...a, number: 2, graphic: true }] }, "graphic"],
  [
    "Asked for comment",
    { requests: [aRequest({ channel: "by post" })] },
    "waiting for an answer, by post, asked 2031-05-01",
  ],
])("a change of “%s” is shown to the editor, and nothing else is", (what, change, words) => {
  const changes = changesBetween(before, { ...before, ...change });
  expect(changes.map((c) => c.what)).toEqual([what]);
  expect(changes[0]?.parts.map(({ value }) => value).join("")).toContain(words);
});

test("nothing changed is an empty list, and a first edition has none", () => {
  expect(changesBetween(before, structuredClone(before))).toEqual([]);
  expect(changesBetween(null, before)).toEqual([]);
});

test("a text that was written anew stands as a whole before and after; one with a changed word is compared by words", () => {
  const partsOf = (from: string, to: string) => {
    const one = { ...before, ...verdict({ finding: from }) };
    const other = { ...before, ...verdict({ finding: to }) };
    return changesBetween(one, other).find(({ what }) => what === "Finding")?.parts;
  };
  const [old, anew] = [
    "Nobody counted the carts on that day.",
    "A list of the toll house has twelve of them.",
  ];
  expect(partsOf(old, anew)).toEqual([
    { value: old, removed: true },
    { value: anew, added: true },
  ]);
  expect(partsOf("The toll house counted 12 carts.", "The toll house counted 21 carts.")).toMatchObject([
    { value: "The toll house counted " },
    { value: "12", removed: true },
    { value: "21", added: true },
    { value: " carts." },
  ]);
});

test("a related claim is called by its name, and stands to this one as it is read from here", () => {
  const claimId = crypto.randomUUID();
  const relation = { claimId, kind: "part_of", direction: "in", reason: "" } as const;
  const changes = changesBetween(before, { ...before, relations: [relation] }, () => "C-1004");
  expect(changes.flatMap(({ parts }) => parts.map(({ value }) => value.trim()))).toEqual([
    "this claim has as a part C-1004",
  ]);
});

test("texts as long as they may be are compared in a moment, however much of them changed", () => {
  const reasoning = (word: string) => `${word} `.repeat(10_000);
  const half = `${"same ".repeat(2000)}${"was ".repeat(1000)}`;
  const start = performance.now();
  for (const [was, is] of [
    [reasoning("a"), reasoning("b")],
    [half, half.replaceAll("was", "is")],
  ]) {
    const pair = {
      before: { ...before, ...verdict({ reasoning: was }) },
      after: { ...before, ...verdict({ reasoning: is }) },
    };
    const [change] = changesBetween(pair.before, pair.after);
    const joined = (without: "added" | "removed") =>
      change?.parts.flatMap((part) => (part[without] ? [] : [part.value])).join("");
    expect([joined("added"), joined("removed")]).toEqual([was, is]);
  }
  expect(performance.now() - start).toBeLessThan(2000);
});
