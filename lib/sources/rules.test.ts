import { describe, expect, test } from "vitest";
import { linkAfter, missingReasons, normaliseUrl } from "./rules.ts";
import type { Found, Link } from "./schema.ts";

test("addresses of the same page have one spelling", () => {
  for (const url of [
    "http://www.example.org/a/?utm_source=x&b=2&a=1#part",
    "https://EXAMPLE.org:443/a?a=1&b=2",
    "https://example.org/a/?b=2&a=1&fbclid=zzz",
  ])
    expect(normaliseUrl(url)).toBe("https://example.org/a?a=1&b=2");
});

test("addresses of different pages stay different", () => {
  expect(normaliseUrl("https://example.org/a")).not.toBe(normaliseUrl("https://example.org/A"));
  expect(normaliseUrl("https://example.org/?id=1")).not.toBe(normaliseUrl("https://example.org/?id=2"));
  expect(normaliseUrl("https://example.org/#/one")).not.toBe(normaliseUrl("https://example.org/#/two"));
});

describe("linkAfter", () => {
  const day = 24 * 60 * 60 * 1000;
  const alive: Found = { state: "alive", reason: null };
  const missing: Found = { state: "missing", reason: missingReasons[404] };
  const broken: Found = { state: "unreachable", reason: "It answers 500." };
  /** What is known after these looks, each so many days after the first. */
  const after = (...looks: [days: number, found: Found][]) =>
    looks.reduce<Link | null>((link, [days, found]) => linkAfter(link, found, new Date(days * day)), null);

  test("is gone since the first of two looks that found no page, a day apart, whatever failed in between", () => {
    const gone = { state: "gone", since: new Date(3 * day), reason: missingReasons[404] };
    expect(after([0, alive], [3, missing], [4, missing])).toEqual(gone);
    expect(after([3, missing], [3.5, missing], [4, broken], [9, missing], [10, broken])).toEqual(gone);
  });

  test("a single failure, two within a day, and any number of other failures are unreachable and no more", () => {
    for (const looks of [
      [[1, missing]],
      [
        [1, missing],
        [1.99, missing],
      ],
      [
        [1, broken],
        [4, broken],
        [90, broken],
      ],
      [
        [0, broken],
        [1, missing],
      ],
      [
        [0, missing],
        [1, alive],
        [2, missing],
      ],
    ] as [number, Found][][])
      expect(after(...looks)?.state).toBe("unreachable");
  });

  test("is alive again as soon as it answers, and alive since the first answer", () => {
    expect(after([0, missing], [2, missing], [5, alive], [9, alive])).toEqual({
      state: "alive",
      since: new Date(5 * day),
      reason: null,
    });
  });
});
