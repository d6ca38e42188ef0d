import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { Person } from "./person.ts";

// What readers get, read by a validator as it leaves the server: no browser mends it first.

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Taste, not validity: case means nothing in an attribute's name, React writes attributes and void elements as it does, and sentences may be long.
    "attr-case": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "long-title": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "tel-non-breaking": "off",
    // Roles are repeated where `display: block` takes them away in some browsers.
    "no-redundant-role": "off",
    // Of files that come from this very server.
    "require-sri": "off",
    "no-implicit-button-type": "error",
  },
});

/** Of every kind of page this many are read. */
const EACH = 6;
const kindOf = (path: string) => path.split("?")[0]?.split("/").slice(1, 2).join("/") ?? "";

test("every kind of readers' page is valid HTML, and every link on it leads somewhere", async () => {
  const reader = new Person();
  const found = ["/", "/search?rating=false&from=2000", "/search?q=nothinghasthis", "/nothing-here"];
  const sitemap = (await reader.ask("/sitemap.xml")).body;
  for (const one of [/\/parties\/[\w-]+/, /\/measures\/[\w-]+/, /\/topics\/[\w-]+/])
    found.push(one.exec(sitemap)?.[0] ?? "");
  const counts = new Map<string, number>();
  for (const path of found) {
    const answer = await reader.ask(path);
    const to = answer.headers.location;
    if (to !== undefined) {
      if (!found.includes(to)) found.push(to);
      continue;
    }
    expect(answer.status, path).toBe(path === "/nothing-here" ? 404 : 200);
    if (!answer.headers["content-type"]?.startsWith("text/html")) continue;
    const { results } = await validator.validateString(answer.body);
    const faults = results.flatMap(({ messages }) =>
      messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`),
    );
    expect(faults, path).toEqual([]);
    for (const [, href = ""] of answer.body.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll("&amp;", "&");
      const kind = kindOf(next);
      const count = counts.get(kind) ?? 0;
      if (found.includes(next) || count >= EACH || /^\/(_next|desk|sign-in|icon)/.test(next)) continue;
      counts.set(kind, count + 1);
      found.push(next);
    }
  }
  for (const kind of ["claims", "articles", "parties", "measures", "topics", "corrections", "search"])
    expect(
      found.some((path) => kindOf(path) === kind),
      kind,
    ).toBe(true);
});
