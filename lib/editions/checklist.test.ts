import { describe, expect, test } from "vitest";
import {
  aDraft as draft,
  aPosition,
  aRating as rating,
  aRequest,
  someEvidence as evidence,
  type DraftChange as Change,
} from "../../prisma/draft-factories.ts";
import { aDocument } from "../../prisma/factories.ts";
import { blocking, checklistOf } from "./checklist.ts";
import { hints } from "./hints.ts";
import { missingMusts } from "./musts.ts";
import { missingWaivables } from "./waivables.ts";

const codes = (change: Change) => missingMusts(draft(change)).map((missing) => missing.code);
const said = evidence({ shows: "said" });
const concession = aPosition({ stance: "concedes" });
const person = (name: string, speaksFor: string | null = null) => ({
  id: null,
  name,
  kind: "person" as const,
  description: null,
  speaksFor,
  involved: null,
});

test("a complete draft misses nothing", () => {
  expect(codes({})).toEqual([]);
});

describe.each([
  ["rating", { verdict: { rating: null } }],
  ["grade", { verdict: { grade: null } }],
  ["finding", { verdict: { finding: "" } }],
  ["reasoning", { verdict: { reasoning: "" } }],
  ["claimant", { claimantSettled: false }],
  ["rating-live", { ratingIsLive: false }],
] satisfies [string, Change][])("%s", (code, change) => {
  test("is asked for where it is missing", () => expect(codes(change)).toEqual([code]));
});

test("every item says where it is mended", () => {
  const missing = missingMusts(
    draft({ claimantSettled: false, evidence: [], verdict: { grade: null, finding: "" } }),
  );
  expect(missing.map(({ where }) => where)).toEqual(["verdict", "verdict", "claim", "evidence"]);
});

describe("evidence that shows what is so", () => {
  test("is needed for a resolved rating; what was said does not count", () => {
    expect(codes({ evidence: [said], verdict: { rating: rating("mixed"), grade: "none" } })).toEqual([
      "evidence",
    ]);
  });
  test("may be missing from an unresolved rating once the search is recorded", () => {
    const unverified = { rating: rating("unverified", true), grade: "none" } as const;
    expect(codes({ evidence: [], verdict: unverified })).toEqual(["evidence"]);
    expect(codes({ evidence: [said], verdict: { ...unverified, search: "s" } })).toEqual([]);
  });
});

describe("the evidence grade", () => {
  test.each(["true", "false"])("none never carries %s", (code) => {
    expect(codes({ verdict: { rating: rating(code), grade: "none" } })).toEqual(["grade-none"]);
  });
  test("confirmed rests on a concession or a conclusive record", () => {
    const confirmed = { grade: "confirmed" } as const;
    expect(codes({ verdict: confirmed })).toEqual(["confirmed"]);
    expect(codes({ verdict: confirmed, positions: [concession] })).toEqual([]);
    expect(codes({ verdict: confirmed, evidence: [evidence({ conclusive: true })] })).toEqual([]);
    expect(
      codes({ verdict: confirmed, evidence: [evidence(), evidence({ shows: "said", conclusive: true })] }),
    ).toEqual(["confirmed"]);
  });
  test("corroborated needs two independent groups, one of them not involved", () => {
    const corroborated = { grade: "corroborated" } as const;
    const group = (independenceGroup: string, involved: boolean) => evidence({ independenceGroup, involved });
    expect(codes({ verdict: corroborated, evidence: [evidence(), evidence()] })).toEqual(["corroborated"]);
    expect(codes({ verdict: corroborated, evidence: [group("A", false), group("A", false)] })).toEqual([
      "corroborated",
    ]);
    expect(codes({ verdict: corroborated, evidence: [group("A", true), group("B", true)] })).toEqual([
      "corroborated",
    ]);
    expect(codes({ verdict: corroborated, evidence: [group("A", true), group("B", false)] })).toEqual([]);
    expect(
      codes({
        verdict: corroborated,
        evidence: [group("A", false), { ...group("B", false), shows: "said" }],
      }),
    ).toEqual(["corroborated"]);
  });
  test("corroborated counts what bears the rating out: neither context, nor what speaks for the other side", () => {
    const group = (independenceGroup: string, stance: "supports" | "refutes" | "context") =>
      evidence({ independenceGroup, stance });
    const missed = (value: number | null, ...pieces: ReturnType<typeof group>[]) =>
      codes({ verdict: { grade: "corroborated", rating: { ...rating("r"), value } }, evidence: pieces });
    const [first, against] = [group("A", "supports"), group("A", "refutes")];
    for (const value of [1, 3, 5, null])
      expect(missed(value, first, group("B", "context"))).toEqual(["corroborated"]);
    for (const value of [1, 2, 4, 5])
      expect(missed(value, first, group("B", "refutes"))).toEqual(["corroborated"]);
    for (const value of [4, 5]) expect(missed(value, first, group("B", "supports"))).toEqual([]);
    for (const value of [1, 2]) expect(missed(value, against, group("B", "refutes"))).toEqual([]);
    for (const value of [3, null]) expect(missed(value, first, group("B", "refutes"))).toEqual([]);
  });
  test("single source needs that source", () => {
    const verdict = { rating: rating("unverified", true), grade: "single_source", search: "s" } as const;
    expect(codes({ verdict, evidence: [said] })).toEqual(["single-source"]);
  });
});

test("contested names the point of contradiction", () => {
  const contested = { rating: rating("contested", true) };
  expect(codes({ verdict: contested })).toEqual(["contradiction"]);
  expect(codes({ verdict: { ...contested, contradiction: "c" } })).toEqual([]);
});

test("every figure's measure is set, each figure by its words", () => {
  const unmeasured = [
    { words: "forty", where: "evidence" as const, at: "figure-1" },
    { words: "most", where: "disputed-by" as const, at: "figure-2" },
  ];
  const missing = missingMusts(draft({ unmeasured }));
  expect(missing.map(({ code, where, at }) => [code, where, at])).toEqual([
    ["measure", "evidence", "figure-1"],
    ["measure", "disputed-by", "figure-2"],
  ]);
  expect(missing[0]?.message).toContain("forty");
});

describe("each item leads to where it is mended", () => {
  const empty = { rating: null, grade: null, finding: "", reasoning: "" };
  const placeOf = (change: Change, code: string) => {
    const { musts, waivables, hints } = checklistOf(draft(change));
    const { where, field, at } = [...musts, ...waivables, ...hints].find((item) => item.code === code) ?? {};
    return [where, field ?? at];
  };
  test.each(["rating", "grade", "finding", "reasoning"])("%s to its field", (code) =>
    expect(placeOf({ verdict: empty }, code)).toEqual(["verdict", code]),
  );
  test("the claimant, folded away, to its field", () =>
    expect(placeOf({ claimantSettled: false }, "claimant")).toEqual(["claim", "claimant"]));
  test("a quote that is missing to its piece of evidence, a stray number to its figure", () => {
    const stray = { words: "nine", qualifier: "exactly", minimum: 9, maximum: 9 } as Parameters<
      typeof evidence
    >[0] extends { figures?: (infer F)[] } | undefined
      ? F
      : never;
    const [quoted, bare] = [evidence({ quote: "ten", figures: [stray] }), evidence({ quote: null })];
    const places = new Map<object, string>([[bare, "evidence-2"]]).set(stray, "figure-7");
    expect(placeOf({ evidence: [quoted, bare], places }, "quote")).toEqual(["evidence", "evidence-2"]);
    expect(placeOf({ evidence: [quoted, bare], places }, "number-in-quote")).toEqual([
      "evidence",
      "figure-7",
    ]);
  });
});

describe("what can be waived", () => {
  const open = (change: Change) => missingWaivables(draft(change)).map(({ code }) => code);
  const searched = { search: "s", grade: "corroborated" } as const;
  test("each number is found in its quote; what only a person can read is a hint", () => {
    const measure = {
      id: crypto.randomUUID(),
      unit: "people",
      what: "guests",
      status: "",
      place: "",
      period: "",
      base: "",
    };
    const figure = (words: string) => ({
      measure,
      words,
      qualifier: "exactly" as const,
      minimum: 36,
      maximum: 36,
      asOf: null,
    });
    const quoting = (quote: string, language: string, words: string): Change => ({
      positions: [aPosition({ quote, language, figures: [figure(words)] })],
      verdict: searched,
    });
    expect(open(quoting("36 guests", "en", "36"))).toEqual([]);
    const [stray] = missingWaivables(draft(quoting("33 guests", "en", "36")));
    expect(stray).toMatchObject({ code: "number-in-quote", where: "disputed-by" });
    expect(stray?.message).toContain("“36”");
    const [inexact] = missingWaivables(draft(quoting("between 36 and 41 guests", "en", "36")));
    expect(inexact?.message).toMatch(/^A number that its quote gives as a bound, .* look at “36”\.$/);
    const unclear = quoting("тридцать шесть гостей", "ru", "тридцать шесть");
    expect(open(unclear)).toEqual([]);
    expect(hints(draft(unclear)).map(({ code }) => code)).toEqual(["number-unclear"]);
  });
  test("a quote is asked for where the evidence is one", () => {
    expect(open({ evidence: [evidence({ quote: null })], verdict: searched })).toEqual(["quote"]);
    const seen = evidence({ quote: null, kind: "observation", observation: "o" });
    expect(open({ evidence: [seen], verdict: searched })).toEqual([]);
  });
  test("counter-evidence was looked for where a search is recorded, or both sides have evidence", () => {
    const verdict = { grade: "corroborated" } as const;
    expect(open({ verdict })).toEqual(["counter-evidence"]);
    expect(open({ verdict: searched })).toEqual([]);
    expect(open({ verdict, evidence: [evidence({ kind: "search" })] })).toEqual([]);
    expect(open({ verdict, evidence: [evidence(), evidence({ stance: "refutes" })] })).toEqual([]);
    expect(open({ verdict, evidence: [evidence(), evidence({ stance: "context" })] })).toEqual([
      "counter-evidence",
    ]);
  });
  test("True or False on a single source", () => {
    expect(open({ verdict: { search: "s", rating: rating("true") } })).toEqual(["second-source"]);
    expect(open({ verdict: { search: "s", rating: rating("mixed") } })).toEqual([]);
  });
  test("a claimant is asked, and the claim traced to where they make it; nobody can be where none is known", () => {
    const claimant = person("Ana");
    expect(open({ claimant, verdict: searched })).toEqual(["claimant-asked", "primary-source"]);
    const ours = (party: object) => ({
      requests: [aRequest({ party })],
      positions: [aPosition({ party, primary: true })],
    });
    for (const party of [claimant, person("A spokesman", "Ana")])
      expect(open({ claimant, verdict: searched, ...ours(party) })).toEqual([]);
    expect(
      open({ claimant: person("Ana", "The mill"), verdict: searched, ...ours(person("The mill")) }),
    ).toEqual([]);
    for (const party of [
      person("Bea"),
      person("A spokesman", "Bea"),
      { ...claimant, description: "another" },
    ])
      expect(open({ claimant, verdict: searched, ...ours(party) })).toEqual([
        "claimant-asked",
        "primary-source",
      ]);
  });
  test("a note on why nobody was asked does not count as having asked", () => {
    const claimant = person("Ana");
    const requests = [aRequest({ party: claimant, outcome: "not_asked", askedOn: null, reason: "r" })];
    expect(open({ claimant, requests, verdict: searched })).toContain("claimant-asked");
  });
  test("stands in the way until it is waived, and only the waived ones do not", () => {
    const waivers = [{ item: "second-source", reason: "r" }];
    const list = checklistOf(draft({ waivers }));
    expect(list.waivables.map(({ code, waived }) => [code, waived])).toEqual([
      ["counter-evidence", null],
      ["second-source", "r"],
    ]);
    expect(blocking(list).map(({ code }) => code)).toEqual(["counter-evidence"]);
  });
});

describe("hints", () => {
  const codesOf = (change: Change) => hints(draft(change)).map(({ code }) => code);
  const wording = (text: string, kind: "quantity" | "intention" = "quantity") => ({
    claim: { id: "", number: 1, slug: "", wording: text, kind, language: "en" },
  });
  test("a long wording counts characters, not code units", () => {
    expect(codesOf(wording("😀".repeat(75)))).toEqual([]);
    expect(codesOf(wording("w".repeat(76)))).toEqual(["long-wording"]);
  });
  test("the rating's name stands in the wording as a word, not as a part of one", () => {
    expect(codesOf(wording("It is False, they say"))).toEqual(["rating-in-wording"]);
    expect(codesOf(wording("A falsetto was heard"))).toEqual([]);
  });
  test("a mark of a source that is not there leads nowhere, wherever it stands", () => {
    const reasoning = "By the toll book [1], the log [2] and [2](https://example.org)";
    const sources = aDocument(1).sources;
    expect(codesOf({ sources, verdict: { reasoning: "By the toll book [1]." } })).toEqual([]);
    const [stray, ...others] = hints(draft({ sources, verdict: { reasoning } }));
    expect(stray).toMatchObject({ code: "source-mark", field: "reasoning" });
    expect([stray?.message, others]).toEqual([expect.stringContaining("[2]"), []]);
    expect(codesOf({ verdict: { howChecked: "We asked [9]." } })).toEqual(["source-mark"]);
  });
  test("an unresolved rating says what is known, and Unverified or an intention when to look again", () => {
    const unverified = { rating: rating("unverified", true), search: "s" };
    expect(codesOf({ verdict: unverified })).toEqual(["known", "look-again"]);
    expect(codesOf({ verdict: { ...unverified, notKnown: ["n"], lookAgainOn: "2031-06-01" } })).toEqual([]);
    expect(codesOf(wording("w", "intention"))).toEqual(["look-again"]);
  });
});
