import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDocument } from "../../prisma/factories.ts";
import { publicDocument } from "../editions/schema.ts";
import type { Notice, PublicView, PublishedEditionFacts } from "./schema.ts";
import { asScriptData, claimReview } from "./claim-review.ts";
import {
  conclusionChanges,
  cursorOf,
  disputedBy,
  isSlug,
  linkSourceMarks,
  pageDescription,
  pageTitle,
  parseCursor,
  publicView,
  segments,
} from "./rules.ts";

const view = (change: Parameters<typeof aDocument>[1] = {}): PublicView =>
  publicView(aDocument(1001, change), new Map());
const edition: PublishedEditionFacts = {
  number: 2,
  digest: "a".repeat(64),
  publishedAt: "2031-05-20T12:00:00.000Z",
  firstPublishedAt: "2031-05-17T12:00:00.000Z",
  state: "public",
  url: "https://desk.example/claims/x-c1001",
  editionUrl: "https://desk.example/claims/x-c1001/editions/2",
  deskName: "Assay",
  history: [],
  withheld: [],
};
const [known, hidden] = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"];

describe("publicView", () => {
  const { rating } = aDocument(1).verdict;
  const words = { wording: "Other", language: "en", deskLanguage: "en" };
  const other = { number: 7, slug: "other-c7", ...words, claimant: null, rating };
  const document = aDocument(1001, {
    relations: [
      { claimId: known, kind: "contradicts", direction: "out", reason: "The same carts." },
      { claimId: hidden, kind: "contradicts", direction: "in", reason: "Hush." },
    ],
  });
  const shown = publicView(document, new Map([[known, other]]));

  test("shows related claims in their current public words, and only those that are public", () => {
    expect(shown.relations).toEqual([
      { kind: "contradicts", direction: "out", reason: "The same carts.", ...other },
    ]);
    expect(JSON.stringify(shown)).not.toContain("Hush");
  });
  test("carries no id of another claim, public or not", () => {
    expect(JSON.stringify(shown)).not.toContain(known);
    expect(JSON.stringify(shown)).not.toContain(hidden);
  });
});

test("no title or description asserts the claim: both say whose it is or how it is rated", () => {
  expect(pageTitle(view())).toBe("Claim: The bridge carried forty carts on its first day — rated False");
  expect(pageDescription(view())).toMatch(/^Claimed by The bridge company\./);
  expect(pageTitle(view({ retraction: "Wrong bridge." }))).toMatch(/fact-check retracted$/);
  expect(pageTitle(view({ retraction: "Wrong bridge." }))).not.toContain("False");
});

describe("claimReview", () => {
  test("gives a rating with a number its value, and one without a number only its name", () => {
    expect(claimReview(view(), edition)?.reviewRating).toMatchObject({
      ratingValue: 1,
      bestRating: 5,
      worstRating: 1,
      alternateName: "False",
    });
    const { verdict } = aDocument(1);
    const without = view({
      verdict: { ...verdict, rating: { ...verdict.rating, name: "Contested", value: null } },
    });
    const rating = claimReview(without, edition)?.reviewRating;
    expect(rating).toMatchObject({ alternateName: "Contested" });
    expect(Object.keys(rating ?? {})).not.toContain("ratingValue");
    expect(Object.keys(rating ?? {})).not.toContain("bestRating");
  });
  test("is not made for a retracted claim", () => {
    expect(claimReview(view({ retraction: "Wrong bridge." }), edition)).toBeNull();
    expect(claimReview(view(), { ...edition, state: "retracted" })).toBeNull();
  });
  test("says of sample data that they are, and of nothing else", () => {
    expect(claimReview(view({ sample: true }), edition)).toMatchObject({ creativeWorkStatus: "Sample data" });
    expect(claimReview(view({ sample: false }), edition)).not.toHaveProperty("creativeWorkStatus");
  });
  test("names no author where nobody knows who claims it", () => {
    expect(claimReview(view({ claimant: null }), edition)?.itemReviewed).not.toHaveProperty("author");
  });
});

test("whatever the words, script data holds no character that could end the script, and reads back the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (words) => {
      const text = asScriptData({ words: `${words}</script><!--\u2028\u2029&` });
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect((JSON.parse(text) as { words: string }).words).toBe(`${words}</script><!--\u2028\u2029&`);
    }),
  );
});

describe("parseCursor", () => {
  test("reads back what cursorOf made", () => {
    const at = new Date("2031-05-20T12:00:00.123Z");
    expect(parseCursor(cursorOf(at, known))).toEqual({ at: at.toISOString(), id: known });
  });
  test("refuses everything else without throwing", () => {
    const made = (text: string) => Buffer.from(text).toString("base64url");
    for (const bad of [
      "",
      "x",
      "a b",
      made(`2031-02-31T12:00:00.000Z ${known}`),
      made(`0000-01-01T00:00:00.000Z ${known}`),
      made("' OR 1=1"),
      "é",
      "\0",
    ])
      expect(parseCursor(bad)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => parseCursor(text) === null));
  });
});

test("an address that cannot be a slug is known before SQL", () => {
  expect(isSlug("the-bridge-c1001")).toBe(true);
  for (const bad of ["", "a\0b", "a/b", "ü", "x".repeat(201), "a b"]) expect(isSlug(bad)).toBe(false);
});

test("a party without information stands in disputed by, never among those who deny", () => {
  const position = {
    party: { name: "P", kind: "person", description: null },
    hedged: false,
    quote: "q",
  } as const;
  const rest = { language: "en", saidOn: null, source: null, locator: null };
  const { against, silent, evidence } = disputedBy(
    view({
      positions: ["denies", "no_information", "asserts"].map((stance) =>
        publicDocument.shape.positions.element.parse({ ...position, ...rest, stance }),
      ),
    }),
  );
  expect(against.map(({ stance }) => stance)).toEqual(["denies"]);
  expect(silent.map(({ stance }) => stance)).toEqual(["no_information"]);
  expect(evidence.map(({ at }) => at)).toEqual([0]);
});

describe("conclusionChanges", () => {
  const entry = (number: number, rating: string, more: Partial<Notice> = {}): Notice => ({
    number,
    publishedAt: `2031-05-0${number}T00:00:00.000Z`,
    kind: "publication",
    correctionClass: null,
    correctionReason: null,
    rating,
    grade: "none",
    finding: "Twelve carts.",
    deskLanguage: "en",
    figures: [],
    ...more,
  });
  const corrected = { correctionClass: "correction", finding: "Thirteen carts." } as const;

  test("finds the last change of rating or grade, whatever came after it", () => {
    const history = [
      entry(1, "False"),
      entry(2, "Mixed", { grade: "conflicting" }),
      entry(3, "Mixed", { grade: "conflicting" }),
    ];
    expect(conclusionChanges(history)).toMatchObject([
      { number: 2, rating: ["False", "Mixed"], grade: ["None", "Conflicting"], finding: null },
    ]);
  });
  test("has the old finding and the new one, also where the rating stayed", () => {
    const history = [entry(1, "False"), entry(2, "False", corrected)];
    expect(conclusionChanges(history)).toMatchObject([
      { number: 2, rating: null, grade: null, finding: ["Twelve carts.", "Thirteen carts."] },
    ]);
  });
  test("a later change of the finding does not hide an earlier one of the rating", () => {
    const history = [
      entry(1, "False", { finding: "None." }),
      entry(2, "Mixed", { correctionClass: "update" }),
      entry(3, "Mixed", corrected),
    ];
    expect(conclusionChanges(history)).toMatchObject([
      { number: 3, rating: null, finding: ["Twelve carts.", "Thirteen carts."] },
      { number: 2, rating: ["False", "Mixed"], finding: null },
    ]);
  });
  test("whatever the history, its newest words are what the claim says now", () => {
    const notices = fc.array(
      fc.record({
        rating: fc.constantFrom("True", "Mixed", "False"),
        finding: fc.constantFrom("a", "b", "c"),
        correctionClass: fc.constantFrom("update" as const, "correction" as const),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(notices, (list) => {
        const changes = conclusionChanges(list.map((more, at) => entry(at + 1, more.rating, more)));
        for (const what of ["rating", "finding"] as const) {
          const turns = changes.flatMap((change) => (change[what] ? [change[what]] : []));
          const changed = new Set(list.map((notice) => notice[what])).size > 1;
          expect(turns.map(([, after]) => after)).toEqual(changed ? [list.at(-1)?.[what]] : []);
        }
      }),
    );
  });
  test("a finding that was respelt or made clearer is no new conclusion", () => {
    for (const correctionClass of ["typo", "clarification"] as const)
      expect(
        conclusionChanges([entry(1, "False"), entry(2, "False", { ...corrected, correctionClass })]),
      ).toEqual([]);
  });
  test("is empty where the conclusion never changed, and a retraction is no new conclusion", () => {
    expect(conclusionChanges([entry(1, "False"), entry(2, "False")])).toEqual([]);
    expect(conclusionChanges([entry(1, "False"), entry(2, "True", { kind: "retraction" })])).toEqual([]);
  });
  test("a notice from before notices had findings says nothing of one", () => {
    const [old, now] = [entry(1, "False", { finding: null }), entry(2, "False", corrected)];
    expect(conclusionChanges([old, now])).toEqual([]);
  });
});

test("a number in brackets links to its source, and only where that source exists", () => {
  const linked = linkSourceMarks("a [1][2] b [9] c [1](x) d ![2] e \\[1]", new Set([1, 2]));
  expect(linked).toBe("a [\\[1\\]](#source-1)[\\[2\\]](#source-2) b [9] c [1](x) d ![2] e \\[1]");
});

test("segments together are the text, byte for byte, however the passages overlap", () => {
  const passage = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.array(passage), (text, passages) => {
      expect(
        segments(text, passages)
          .map((segment) => segment.text)
          .join(""),
      ).toBe(text);
    }),
  );
  const cut = segments("a😀bcd", [
    { start: 1, end: 3 },
    { start: 2, end: 4 },
  ]);
  expect(cut.map(({ text, covering, ending }) => [text, covering, ending])).toEqual([
    ["a", [], []],
    ["😀", [0], []],
    ["b", [0, 1], [0]],
    ["c", [1], [1]],
    ["d", [], []],
  ]);
});
