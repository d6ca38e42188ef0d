import { describe, expect, test } from "vitest";
import type { Draft } from "./draft.ts";
import { classTooSmall, missingMusts } from "./rules.ts";
import { publicDocument, type PublicDocument } from "./schema.ts";

type Evidence = Draft["evidence"][number];
type Rating = NonNullable<Draft["verdict"]["rating"]>;

const rating = (code: string, unresolved = false): Rating => ({
  code,
  name: code,
  definition: "What it means.",
  value: null,
  hue: "none",
  glyph: "check",
  unresolved,
});

const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  ...publicDocument.shape.evidence.element.parse({
    source: 1,
    stance: "supports",
    shows: "so",
    quote: "q",
    language: "en",
    locator: null,
    independenceGroup: null,
    involved: false,
    conclusive: false,
  }),
  ...change,
});

type Change = Partial<Omit<Draft, "verdict">> & { verdict?: Partial<Draft["verdict"]> };

function draft({ verdict, ...change }: Change = {}): Draft {
  return {
    format: 2,
    sample: false,
    claim: { id: "", number: 1, slug: "", wording: "w", kind: "quantity", language: "en" },
    claimant: null,
    claimantSettled: true,
    leastSure: "",
    unmeasured: [],
    waivers: [],
    saidOn: null,
    saidWords: null,
    event: null,
    requests: [],
    passages: [],
    evidence: [evidence()],
    positions: [],
    relations: [],
    sources: [],
    retraction: null,
    correction: null,
    ...change,
    verdict: {
      rating: rating("false"),
      grade: "single_source",
      finding: "f",
      reasoning: "r",
      contradiction: "",
      search: "",
      known: [],
      notKnown: [],
      howChecked: "",
      asOf: null,
      lookAgainOn: null,
      scaleVersion: 1,
      ...verdict,
    },
  };
}

const codes = (change: Change) => missingMusts(draft(change)).map((missing) => missing.code);
const said = evidence({ shows: "said" });
const concession = publicDocument.shape.positions.element.parse({
  party: { name: "p", kind: "person", description: null },
  stance: "concedes",
  hedged: false,
  quote: "q",
  language: "en",
  saidOn: null,
  source: null,
  locator: null,
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

describe("correction class", () => {
  const document = (change: Partial<Draft["verdict"]>) =>
    draft({ verdict: change }) as unknown as PublicDocument;
  test("a changed rating or grade is an update or a correction", () => {
    const before = document({});
    for (const small of ["typo", "clarification"] as const) {
      expect(classTooSmall(small, before, document({ rating: rating("true") }))).toMatch(/rating/);
      expect(classTooSmall(small, before, document({ grade: "conflicting" }))).toMatch(/grade/);
      expect(classTooSmall(small, before, document({ finding: "another" }))).toBeNull();
    }
    expect(classTooSmall("update", before, document({ rating: rating("true") }))).toBeNull();
  });
});
