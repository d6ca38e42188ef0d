import fc from "fast-check";
import { expect, test } from "vitest";
import { aDraft, aPosition, aRating, aRequest, someEvidence } from "../../prisma/draft-factories.ts";
import { blocking, checklistOf } from "./checklist.ts";
import type { Draft } from "./draft.ts";
import { missingMusts } from "./musts.ts";
import { waivableItems } from "./schema.ts";

const some = <T>(...values: T[]) => fc.constantFrom(...values);
const person = (name: string, speaksFor: string | null = null) => ({
  name,
  kind: "person" as const,
  description: null,
  speaksFor,
  involved: null,
});
const parties = [person("Ana"), person("Bea"), person("Cy", "Ana")];
const rating = some(
  null,
  ...["true", "false", "mixed"].map((code) => aRating(code)),
  ...["contested", "unverified"].map((code) => aRating(code, true)),
);

const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    verdict: fc.record({
      rating,
      grade: some(null, "confirmed", "corroborated", "single_source", "conflicting", "none"),
      finding: some("", "f"),
      reasoning: some("", "r"),
      contradiction: some("", "c"),
      search: some("", "s"),
    }),
    claimantSettled: fc.boolean(),
    ratingIsLive: fc.boolean(),
    claimant: some(null, parties[0] ?? null),
    notPublic: some([], [{ number: 7, reason: "They say f.", words: ["f"], at: "relation-1" }]),
    unmeasured: some([], [{ words: "most", where: "evidence" as const, at: "figure-1" }]),
    evidence: fc.array(
      fc.record({
        kind: some("quote", "observation", "search"),
        stance: some("supports", "refutes", "context"),
        shows: some("so", "said"),
        quote: some(null, "q"),
        independenceGroup: some(null, "A", "B"),
        involved: fc.boolean(),
        conclusive: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    positions: fc.array(
      fc.record({ party: some(...parties), stance: some("asserts", "concedes"), primary: fc.boolean() }),
      { maxLength: 2 },
    ),
    requests: fc.array(fc.record({ party: some(...parties), outcome: some("waiting", "not_asked") }), {
      maxLength: 2,
    }),
    waivers: fc
      .subarray([...waivableItems, "rating", "evidence", "claimant"])
      .map((items) => items.map((item) => ({ item, reason: "r" }))),
  })
  .map(({ evidence, positions, requests, ...change }) =>
    aDraft({
      ...(change as object),
      evidence: evidence.map((e) => someEvidence(e as object)),
      positions: positions.map(aPosition),
      requests: requests.map(aRequest),
    }),
  );

/** The checklist once more, told apart from the code: which drafts miss which item. */
const missesMust: Record<string, (d: Draft) => boolean> = {
  rating: (d) => !d.verdict.rating,
  "rating-live": (d) => d.verdict.rating !== null && !d.ratingIsLive,
  grade: (d) => !d.verdict.grade,
  finding: (d) => !d.verdict.finding,
  reasoning: (d) => !d.verdict.reasoning,
  claimant: (d) => !d.claimantSettled,
  measure: (d) => d.unmeasured.length > 0,
  relation: (d) => d.notPublic.length > 0 && d.verdict.finding === "",
  evidence: (d) => {
    const code = d.verdict.rating?.code;
    if (code === undefined || d.evidence.find((e) => e.shows === "so")) return false;
    return !["contested", "unverified"].includes(code) || d.verdict.search.length === 0;
  },
  "grade-none": (d) => d.verdict.grade === "none" && ["true", "false"].includes(d.verdict.rating?.code ?? ""),
  contradiction: (d) => d.verdict.rating?.code === "contested" && !d.verdict.contradiction,
  confirmed: (d) =>
    d.verdict.grade === "confirmed" &&
    d.positions.every((p) => p.stance !== "concedes") &&
    d.evidence.every((e) => e.shows === "said" || !e.conclusive),
  corroborated: (d) => {
    const grouped = d.evidence.filter(
      (e) => e.shows === "so" && e.independenceGroup && e.stance !== "context",
    );
    const both = ["A", "B"].every((group) => grouped.some((e) => e.independenceGroup === group));
    return d.verdict.grade === "corroborated" && !(both && grouped.some((e) => !e.involved));
  },
  "single-source": (d) => d.verdict.grade === "single_source" && !d.evidence.some((e) => e.shows === "so"),
};
const forAna = (party: { name: string }) => party.name === "Ana" || party.name === "Cy";
const missesWaivable: Record<string, (d: Draft) => boolean> = {
  quote: (d) => d.evidence.filter((e) => e.kind === "quote" && e.quote === null).length > 0,
  "counter-evidence": (d) => {
    const stances = new Set(d.evidence.map((e) => e.stance));
    const searched = d.verdict.search.length > 0 || d.evidence.map((e) => e.kind).includes("search");
    return !searched && !(stances.has("supports") && stances.has("refutes"));
  },
  "claimant-asked": (d) =>
    d.claimant !== null && !d.requests.some((r) => r.outcome === "waiting" && forAna(r.party)),
  "second-source": (d) =>
    d.verdict.grade === "single_source" && ["true", "false"].includes(d.verdict.rating?.code ?? ""),
  "primary-source": (d) => d.claimant !== null && !d.positions.some((p) => p.primary && forAna(p.party)),
};
const those = (table: Record<string, (d: Draft) => boolean>, d: Draft) =>
  Object.keys(table).filter((code) => table[code]?.(d));
const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code).toSorted();

test("a draft misses exactly what an independent description says, whatever is waived", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const { musts, waivables } = checklistOf(draft);
      expect(codes(musts)).toEqual(those(missesMust, draft).toSorted());
      expect(codes(waivables)).toEqual(those(missesWaivable, draft).toSorted());
    }),
    { numRuns: 2000 },
  );
});

test("a waiver never makes a must pass, and lets through its own item alone", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      expect(missingMusts(draft)).toEqual(missingMusts({ ...draft, waivers: [] }));
      const waived = new Set(draft.waivers.map(({ item }) => item));
      expect(codes(blocking(checklistOf(draft)))).toEqual(
        [
          ...those(missesMust, draft),
          ...those(missesWaivable, draft).filter((item) => !waived.has(item)),
        ].toSorted(),
      );
    }),
    { numRuns: 2000 },
  );
});
