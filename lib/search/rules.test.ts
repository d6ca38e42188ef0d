import { expect, test } from "vitest";
import { claimNumber, searchWords } from "./rules.ts";

test("searched words have no NUL, no broken characters, single spaces, and at most 200 characters", () => {
  expect(searchWords("  a\0b \n c ")).toBe("ab c");
  expect(searchWords("\ud800x").isWellFormed()).toBe(true);
  expect(Array.from(searchWords("😀".repeat(300)))).toHaveLength(200);
});

test("only words that are nothing but a claim's number are one", () => {
  expect(["C-1042", "c1042", "1042"].map(claimNumber)).toEqual([1042, 1042, 1042]);
  expect(["C-", "1042 dead", "12345678901", "-5"].map(claimNumber)).toEqual([null, null, null, null]);
});
