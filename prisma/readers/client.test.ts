import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { publicDb } from "../../lib/public-db.ts";

/** The blocks of a schema by their heads, as lines without comments, gaps, and what only a migration needs to know. */
function blocksOf(pattern: string): Map<string, string[]> {
  const text = globSync(pattern)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  return new Map(
    [...text.matchAll(/^((?:model|enum) \w+) \{\n(.*?)^\}/gms)].map(([, head = "", body = ""]) => [
      head,
      body
        .split("\n")
        .map((line) => line.trim().replace(/\s+/g, " "))
        .filter((line) => line !== "" && !/^(\/\/|@@index)/.test(line)),
    ]),
  );
}

test("what readers' pages are made from is in the readers' schema as it is in the desk's", () => {
  const readers = blocksOf("prisma/readers/*.prisma");
  const desk = blocksOf("prisma/schema/*.prisma");
  expect([...readers.keys()].filter((head) => head.startsWith("model"))).toHaveLength(7);
  for (const [head, lines] of readers) expect(desk.get(head), head).toEqual(expect.arrayContaining(lines));
  // A value that the enum lacked could not be read.
  for (const head of [...readers.keys()].filter((head) => head.startsWith("enum")))
    expect(readers.get(head), head).toEqual(desk.get(head));
});

test("every column of the readers' schema can be read by the readers' role", async () => {
  await publicDb.publication.findFirst();
  await publicDb.publishedEdition.findFirst();
  await publicDb.publicArticle.findFirst();
  await publicDb.publicFacet.findFirst();
  await publicDb.publicCopy.findFirst();
  expect(await publicDb.publicSettings.findFirst()).toMatchObject({ id: 1 });
});
