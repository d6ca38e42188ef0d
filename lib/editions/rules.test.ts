import { describe, expect, test } from "vitest";
import { aDraft as draft, aRating as rating } from "../../prisma/draft-factories.ts";
import type { Draft } from "./draft.ts";
import { classTooSmall } from "./rules.ts";
import type { PublicDocument } from "./schema.ts";

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
