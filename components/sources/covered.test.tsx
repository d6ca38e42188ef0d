import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Covered } from "#components/sources/covered";

test("graphic material begins covered, out of reach of pointer, keyboard and screen reader, behind one button", () => {
  const html = renderToStaticMarkup(
    <Covered what="Picture of the square">
      <a href="/square">The square</a>
    </Covered>,
  );
  expect(html).toMatch(/<div id="[^"]+" class="under" inert=""><a /);
  expect(html).toContain('role="group" aria-label="Picture of the square"');
  expect(html.match(/<button/g)).toHaveLength(1);
  expect(html).toMatch(/aria-expanded="false"[^>]*>Show it</);
  expect(html).not.toContain("data-shown");
});
