import { expect, test } from "vitest";
import { slugOfAddress } from "./embed.ts";

const site = "https://check.example.org/";

test("the address of a claim or of an edition names its claim, any other address names none", () => {
  expect(slugOfAddress("https://check.example.org/claims/the-bridge-c1042", site)).toBe("the-bridge-c1042");
  expect(slugOfAddress("https://check.example.org/claims/the-bridge-c1042/editions/3?x#cite", site)).toBe(
    "the-bridge-c1042",
  );
  for (const other of [
    "",
    "nonsense",
    "https://check.example.org/",
    "https://check.example.org/claims/",
    "https://check.example.org/claims/a/b",
    "https://check.example.org/articles/the-bridge",
    "https://other.example.org/claims/the-bridge-c1042",
    "https://check.example.org.evil.example/claims/the-bridge-c1042",
    "javascript:alert(1)//check.example.org/claims/the-bridge-c1042",
  ])
    expect(slugOfAddress(other, site), other).toBeNull();
});
