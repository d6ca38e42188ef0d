import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { account } from "../accounts.ts";
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
    // React's ids begin with a line, which HTML allows and only the rule's stricter form does not.
    "valid-id": ["error", { relaxed: true }],
    // Of files that come from this very server.
    "require-sri": "off",
    "no-implicit-button-type": "error",
  },
});

async function expectValid(body: string, what: string): Promise<void> {
  const { results } = await validator.validateString(body);
  const faults = results.flatMap(({ messages }) =>
    messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`),
  );
  expect(faults, what).toEqual([]);
}

/** Pages that every readers' page leads to. */
const inNavigation = ["/", "/corrections", "/methodology", "/policies", "/data"];
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
    await expectValid(answer.body, path);
    const marked = inNavigation.filter((page) =>
      answer.body.includes(`<a href="${page}" aria-current="page">`),
    );
    expect(marked, path).toEqual(inNavigation.filter((page) => page === path.split("?")[0]));
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

test("the report form as it comes back, the page that follows a report and the desk's page of it are valid HTML", async () => {
  const reader = new Person();
  const { items } = JSON.parse((await reader.ask("/api/v1/claims?limit=1")).body) as {
    items: { slug: string }[];
  };
  const send = (sourceUrl: string) => {
    const form = {
      claim: items[0]?.slug ?? "",
      problem: "The book has <thirteen> carts.",
      sourceUrl,
      email: "",
    };
    return reader.ask("/report/send", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: reader.site },
      body: new URLSearchParams(form).toString(),
      from: "127.0.0.77",
    });
  };
  const returned = await send("p. 4");
  expect(returned.status).toBe(422);
  await expectValid(returned.body, "the form as it comes back");
  const follow = (await send("")).headers.location ?? "";
  const followed = await reader.ask(follow);
  expect(followed.status).toBe(200);
  await expectValid(followed.body, follow);

  const { email, password } = account("editor");
  const editor = await new Person().signIn(email, password);
  const path = /\/desk\/requests\/[\da-f-]{36}/.exec((await editor.ask("/desk/requests")).body)?.[0] ?? "";
  const report = await editor.ask(path);
  expect(report.body).toContain("&lt;thirteen&gt;");
  await expectValid(report.body, path);
});
