import fc from "fast-check";
import { expect, test } from "vitest";
import { claimNumber, instantsOf, readQuestion, searchAddress, searchWords } from "./rules.ts";

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
  expect(instantsOf({ from: null, to: "2032-02-29" }).until).toBe("2032-03-01T00:00:00.000Z");
});
