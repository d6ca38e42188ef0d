import { createHash } from "node:crypto";
import { runInDemo } from "../copies.ts";
import { expect, test } from "../fixtures.ts";

interface Made {
  path: string;
  whole: string;
  together: string;
}

test("every claim's page that is put together from its parts is to the byte what Next makes whole, and what readers get", async ({
  reader,
}) => {
  const sitemap = await (await reader.request.get("/sitemap.xml")).text();
  const paths = [...new Set(sitemap.match(/\/claims\/[\w-]+/g))];
  expect(paths.length).toBeGreaterThan(10);
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
