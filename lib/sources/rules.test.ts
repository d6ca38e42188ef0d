import { expect, test } from "vitest";
import { normaliseUrl } from "./rules.ts";

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
