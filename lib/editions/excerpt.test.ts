import fc from "fast-check";
import { expect, test } from "vitest";
import { inContext } from "./excerpt.ts";

const texts = fc
  .array(fc.constantFrom("word ", "😀", "ü", "\n", "نص ", "a", "x".repeat(400)))
  .map((parts) => `${parts.join("")}end`);

test("prefix, passage and suffix stand in the text as one piece, in one paragraph", () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const points = [...text];
      const start = a % points.length;
      const end = start + 1 + (b % (points.length - start));
      const { prefix, suffix } = inContext(text, start, end);
      const exact = points.slice(start, end).join("");
      expect(text).toContain(prefix.replace(/^…/, "") + exact + suffix.replace(/…$/, ""));
      expect(prefix + suffix).not.toContain("\n");
      expect([...prefix].length).toBeLessThanOrEqual(302);
      expect([...suffix].length).toBeLessThanOrEqual(302);
    }),
  );
});

test("a short paragraph is shown whole", () => {
  expect(inContext("One.\nTwo three four.\nFive.", 9, 14)).toEqual({ prefix: "Two ", suffix: " four." });
});
