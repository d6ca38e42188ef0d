import fc from "fast-check";
import { expect, test } from "vitest";
import { readTypedNumber } from "./digits.ts";

test.each([
  ["36", 36],
  ["1,200", 1200],
  ["1 200", 1200],
  ["1\u202f200", 1200],
  ["1'200", 1200],
  ["1,200,000.5", 1_200_000.5],
  ["1.5", 1.5],
  ["0.125", 0.125],
  ["3.1420", 3.142],
  ["-4", -4],
  ["−4", -4],
  ["٣٦", 36],
])("typed as %j, a number is %d", (typed, value) => {
  expect(readTypedNumber(typed)).toEqual({ value });
});

test.each([
  "1.200",
  "1,5",
  "1.200,50",
  "12,34",
  "1,20,0",
  "many",
  "12%",
  "2 million",
  "1e5",
  "",
  "12 3",
  "9".repeat(20),
])("%j is refused with a sentence", (typed) => {
  expect(readTypedNumber(typed)).toEqual({ problem: expect.stringMatching(/^\S.*\.$/) as string });
});

test("a whole number is read the same with and without its thousands parted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e15 }), fc.constantFrom(",", " ", "\u00a0", "’"), (value, gap) => {
      expect(readTypedNumber(String(value))).toEqual({ value });
      expect(readTypedNumber(value.toLocaleString("en").replaceAll(",", gap))).toEqual({ value });
    }),
  );
});
