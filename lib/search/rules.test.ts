import fc from "fast-check";
import { expect, test } from "vitest";
import {
  claimNumber,
  instantsOf,
  isBackwards,
  readFilters,
  readQuestion,
  searchAddress,
  searchTitle,
  searchWords,
} from "./rules.ts";
import type { Question } from "./schema.ts";

test("searched words have no NUL, no broken characters, single spaces, and at most 200 characters", () => {
  expect(searchWords("  a\0b \n c ")).toBe("ab c");
  expect(searchWords("\ud800x").isWellFormed()).toBe(true);
  expect(Array.from(searchWords("😀".repeat(300)))).toHaveLength(200);
});

test("only words that are nothing but a claim's number are one", () => {
  expect(["C-1042", "c1042", "1042"].map(claimNumber)).toEqual([1042, 1042, 1042]);
  expect(["C-", "1042 dead", "12345678901", "-5"].map(claimNumber)).toEqual([null, null, null, null]);
});

test("an address is read back as the question it was made from, whatever was sent", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom("q", "rating", "party", "outlet", "from", "to"),
        fc.string({ unit: "binary" }),
      ),
      (sent) => {
        const { noDates: _, ...question } = readQuestion(sent);
        const query = new URL(searchAddress(question), "http://desk.example").searchParams;
        expect(readQuestion(Object.fromEntries(query))).toEqual({ ...question, noDates: [] });
      },
    ),
  );
});

test("a stretch of time ends with its last day, month or year", () => {
  expect(instantsOf({ from: "2031-05", to: "2031-12" })).toEqual({
    since: "2031-05-01T00:00:00.000Z",
    until: "2032-01-01T00:00:00.000Z",
  });
  expect(isBackwards({ from: "2031-05-13", to: "2031-05-12" })).toBe(true);
  for (const to of ["2031-05-13", "2031-05", "2031", "9999"])
    expect(isBackwards({ from: "2031-05-13", to }), to).toBe(false);
  expect(instantsOf({ from: null, to: "2032-02-29" }).until).toBe("2032-03-01T00:00:00.000Z");
});

test("a search is called by its words", () => {
  expect(searchTitle(readQuestion({ q: " the  bridge ", rating: "true" }))).toBe("Search: “the bridge”");
  expect(searchTitle(readQuestion({ rating: "true" }))).toBe("Search");
});

test("a program's filters are read as they are or refused by name, never left out", () => {
  const read = (query: string) => readFilters(new URLSearchParams(query));
  expect(read("party=the-mill-00112233445566ff&to=2031-05&outlet=A%20%26%20B")).toEqual({
    question: {
      words: "",
      filters: [
        { name: "party", value: "the-mill-00112233445566ff" },
        { name: "outlet", value: "A & B" },
      ],
      from: null,
      to: "2031-05",
      noDates: [],
    },
  });
  for (const wrong of [
    "grade=sure",
    "party=the%20mill",
    "topic=a%00b",
    "language=x",
    "rating=%00",
    `outlet=${"x".repeat(301)}`,
    "from=2031-02-31",
    "from=2031~",
    "to=soon",
    "to=",
  ])
    expect(read(wrong), wrong).toMatchObject({ refused: wrong.split("=")[0] });
  expect(read("from=2031-05-02&to=2031-05-01")).toMatchObject({ refused: "to" });
  expect(read("from=2031-05-02&to=2031-05")).toHaveProperty("question");
  const names = ["rating", "grade", "party", "outlet", "topic", "language", "from", "to"];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ unit: "binary" }), (name, value) => {
      const asked = readFilters(new URLSearchParams([[name, value]]));
      const said = "refused" in asked ? [asked.refused] : heldBy(asked.question);
      expect(said).toEqual([name]);
    }),
  );
});

const heldBy = ({ filters, from, to }: Question): string[] => [
  ...filters.map(({ name }) => name),
  ...(from === null ? [] : ["from"]),
  ...(to === null ? [] : ["to"]),
];
