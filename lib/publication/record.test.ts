import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { csvColumns } from "./csv.ts";
import { download } from "./download.ts";
import { findPublishedClaim } from "./queries.ts";
import { publicRecord } from "./record.ts";
import { claimForApi } from "./rules.ts";

const documents: PublicDocument[] = [];
let app: pg.Client;

beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  for (let number = 5001; number <= 5003; number++) documents.push(aDocument(number));
  const [, second, third] = documents;
  if (!second || !third) return;
  second.relations.push({ claimId: third.claim.id, kind: "contradicts", direction: "out", reason: "" });
  for (const document of documents) await publishDocument(app, document);
  await publishDocument(app, {
    ...third,
    retraction: "=It was another bridge.",
    correction: { class: "retraction", reason: "It was another bridge." },
  });
});
afterAll(() => app.end());

const textOf = async (pieces: AsyncIterable<Uint8Array>): Promise<string> =>
  Buffer.concat(await Array.fromAsync(pieces)).toString();

/** The cells of a file of RFC 4180. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    records.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") records.push([]);
    if (end === "") break;
  }
  return records.filter((record) => record.length > 1);
}

test("each line of claims.jsonl is what the API answers for that claim, retracted ones among them", async () => {
  const lines = (await textOf(download("jsonl"))).trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const { slug } = JSON.parse(line) as { slug: string };
    const claim = await findPublishedClaim(slug);
    expect(line).toBe(JSON.stringify(claim && claimForApi(claim.view, claim.edition)));
  }
});

test("claims.csv has one line a claim under the documented names, and no rating where the fact-check was retracted", async () => {
  const text = await textOf(download("csv"));
  expect(text.startsWith("\uFEFFnumber,")).toBe(true);
  const [head, ...rows] = parseCsv(text.slice(1));
  expect(head).toEqual(csvColumns.map(({ name }) => name));
  const byNumber = new Map(
    rows.map((row) => [row[0], Object.fromEntries(row.map((cell, at) => [head?.[at] ?? "", cell]))]),
  );
  expect(new Set(byNumber.keys())).toEqual(new Set(["C-5001", "C-5002", "C-5003"]));
  expect(byNumber.get("C-5001")).toMatchObject({
    state: "public",
    rating: "False",
    rating_value: "1",
    retraction: "",
    said_on: "1931-05-12",
    sources: "1",
    sample: "false",
  });
  expect(byNumber.get("C-5003")).toMatchObject({
    state: "retracted",
    rating: "",
    rating_value: "",
    finding: "",
    retraction: "'=It was another bridge.",
  });
});

test("the record is read in batches in the order of ids, each claim once", async () => {
  const seen: string[] = [];
  for await (const batch of publicRecord()) for (const { view } of batch) seen.push(view.claim.id);
  expect(seen).toEqual(documents.map(({ claim }) => claim.id).toSorted());
});
