import { createHash } from "node:crypto";
import { runInDemo } from "../copies.ts";
import { expect, test } from "../fixtures.ts";

interface Made {
  path: string;
  whole: string;
  together: string;
}

test("every page that is put together from its parts is to the byte what Next makes whole, and what readers get", async ({
  reader,
}) => {
  const sitemap = await (await reader.request.get("/sitemap.xml")).text();
  const claims = [...new Set(sitemap.match(/\/claims\/[\w-]+/g))];
  expect(claims.length).toBeGreaterThan(10);
  const searches = [
    "",
    "?q=%3Cb%3Ehoms%3C%2Fb%3E",
    "?q=homs",
    "?rating=false&from=2000&q=no+such",
    "?from=x",
  ];
  const paths = [...claims, ...searches.map((query) => `/search${query}`)];
  const served = [];
  for (const path of paths) {
    const page = await (await reader.request.get(path)).body();
    const digest = createHash("sha256").update(page).digest("hex");
    served.push({ path, whole: digest, together: digest });
  }
  // Next has its say before.
  const said = (await runInDemo("e2e/whole-pages.ts", paths)).trim().split("\n").at(-1) ?? "";
  expect(JSON.parse(said) as Made[]).toEqual(served);
});
