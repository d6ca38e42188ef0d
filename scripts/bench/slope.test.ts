import { expect, test } from "vitest";
import { slopeOf } from "./slope.ts";

test("growth is found under the waves of a collector", () => {
  const samples = Array.from({ length: 180 }, (_, at) => ({
    minute: 5 + at / 12,
    mib: 150 + 1.5 * (at / 12) + (at % 4 < 2 ? 6 : -6),
  }));
  expect(slopeOf(samples)).toBeCloseTo(1.5, 1);
  expect(slopeOf(samples.map(({ minute }) => ({ minute, mib: 150 })))).toBe(0);
});

test("two samples have no slope", () => {
  expect(() =>
    slopeOf([
      { minute: 5, mib: 1 },
      { minute: 6, mib: 2 },
    ]),
  ).toThrow(/three samples/);
});
