import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { broken, notFound, readOnly, unavailable } from "./pages.ts";

// These are the pages that nobody looks at until something fails: they need no script, no style sheet and no font from elsewhere.

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: { "doctype-style": "off", "attribute-boolean-style": "off", "no-inline-style": "off" },
});

test("each page of the server's own is valid, whole in itself, and leads on without any script", async () => {
  for (const { body, policy, status } of [notFound, readOnly, broken, unavailable]) {
    const html = body.toString();
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(html).toContain(`<p class="code">${status}</p>`);
    expect(html).not.toMatch(/<script|<link|<img| src=| style=/);
    expect(html).toMatch(/<form action="\/search" method="get"[\s\S]*<a href="\/">/);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(body.length).toBeLessThan(4096);
  }
});
