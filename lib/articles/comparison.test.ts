import fc from "fast-check";
import { expect, test } from "vitest";
import { changedParagraphs, compareTexts } from "./comparison.ts";

const aText = fc
  .array(fc.constantFrom("a", "b", "36", " ", "\n", ", ", "é", "😀", "“"), { maxLength: 60 })
  .map((all) => all.join(""));
const blankless = (text: string) => text.replaceAll(/\s/g, "");

test("a comparison holds every word of both texts, and the later one is read from it letter by letter", () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const parts = compareTexts(before, after);
      const read = (without: "added" | "removed") =>
        parts
          .filter((part) => !part[without])
          .map(({ value }) => value)
          .join("");
      expect(read("removed")).toBe(after);
      expect(blankless(read("added"))).toBe(blankless(before));
    }),
  );
});

test("changed paragraphs stand with one on either side, and the rest is counted", () => {
  const lines = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} stands here.`);
  const before = lines.join("\n\n");
  const shown = changedParagraphs(before, before.replace("Paragraph 6 stands", "Paragraph 6 lies"));
  expect(shown).toEqual([
    { skipped: 5 },
    { parts: [{ value: lines[5] }] },
    {
      parts: [
        { value: "Paragraph 6 " },
        { value: "stands", removed: true },
        { value: "lies", added: true },
        { value: " here." },
      ],
    },
    { parts: [{ value: lines[7] }] },
    { skipped: 4 },
  ]);
  expect(changedParagraphs(before, before)).toEqual([{ skipped: 12 }]);
});
