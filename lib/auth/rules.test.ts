import { expect, test } from "vitest";
import { returnPath } from "./rules.ts";

const site = "https://desk.example.org";

test("signing in leads back to a path of this site, whole", () => {
  expect(returnPath("/desk/claims/1042?tab=evidence#e1", site)).toBe("/desk/claims/1042?tab=evidence#e1");
  expect(returnPath("https://desk.example.org/desk/review", site)).toBe("/desk/review");
});

test("signing in never leads to another site, and a broken address leads to the desk", () => {
  for (const wanted of [
    "https://evil.example/desk",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://desk.example.org//evil.example",
    "https://desk.example.org@evil.example/",
    "https://user:pass@desk.example.org/desk",
    "http://desk.example.org/desk",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://[",
    "http://",
    undefined,
    null,
    7,
    ["/desk/review"],
  ])
    expect(returnPath(wanted, site), String(wanted)).toBe("/desk");
});
