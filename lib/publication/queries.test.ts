import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import pg from "pg";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import { listCorrections } from "../corrections/queries.ts";
import { disconnect } from "../clients.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { searchPublications } from "../search/queries.ts";
import { readQuestion } from "../search/rules.ts";
import {
  findPublicArticle,
  findPublishedClaim,
  findPublishedEdition,
  getPublicSettings,
  listPublications,
} from "./queries.ts";
import { parseCursor } from "./rules.ts";

// Everything here is read by the public role, from copies that were published along the path that the triggers guard.

const at = (minute: number) => new Date(Date.UTC(2031, 4, 20, 12, minute));
const article = {
  id: randomUUID(),
  slug: "the-bridge",
  title: "The bridge",
  outlet: null,
  author: null,
  url: null,
  publishedOn: null,
  language: "en",
  version: 1,
  sha256: "a".repeat(64),
};
const draftId = randomUUID();
const dam = aDocument(2002);
const bridge = aDocument(2001, {
  passages: [{ article, start: 4, end: 10, prefix: "The ", exact: "bridge", suffix: " is old" }],
  relations: [
    { claimId: dam.claim.id, kind: "contradicts", direction: "out", reason: "shownwhy" },
    { claimId: draftId, kind: "part_of", direction: "out", reason: "hiddenwhy" },
  ],
});
const mixed: PublicDocument = {
  ...bridge,
  verdict: {
    ...bridge.verdict,
    rating: { ...bridge.verdict.rating, code: "mixed", name: "Mixed", value: 3 },
  },
  correction: { class: "correction", reason: "The book was that of the afternoon." },
};
const retracted: PublicDocument = {
  ...dam,
  retraction: "It was another dam.",
  correction: { class: "retraction", reason: "It was another dam." },
};
let app: pg.Client;

beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  dam.claim.wording = retracted.claim.wording = "قُتل في السد أربعون";
  dam.claim.slug = retracted.claim.slug = "dam-c2002";
  await publishDocument(app, bridge, at(1));
  await publishDocument(app, dam, at(2));
  await publishDocument(app, { ...bridge, correction: { class: "typo", reason: "A slip." } }, at(3));
  await publishDocument(app, mixed, at(4));
  const { id: _, ...particulars } = article;
  const passage = { start: 4, end: 10, prefix: "The ", exact: "bridge", suffix: " is old" };
  const passages = [bridge.claim.id, draftId].map((claimId) => ({ claimId, ...passage }));
  await app.query(
    "INSERT INTO public_articles (article_id, slug, document, updated_at) VALUES ($1, $2, $3, now())",
    [article.id, article.slug, JSON.stringify({ ...particulars, text: null, passages })],
  );
});
afterAll(async () => {
  await app.end();
  await disconnect();
});

describe("a published claim", () => {
  test("is the current edition with its whole history, newest first, and related claims that are public", async () => {
    const claim = await findPublishedClaim(bridge.claim.slug);
    expect(claim?.edition).toMatchObject({ number: 3, state: "public", publishedAt: at(4).toISOString() });
    expect(claim?.edition.firstPublishedAt).toBe(at(1).toISOString());
    expect(claim?.edition.history.map(({ number, rating }) => [number, rating])).toEqual([
      [3, "Mixed"],
      [2, "False"],
      [1, "False"],
    ]);
    expect(claim?.view.relations.map(({ number }) => number)).toEqual([2002]);
    expect(JSON.stringify(claim)).not.toContain(draftId);
    expect(JSON.stringify(claim)).not.toContain("hiddenwhy");
  });
  test("is null where nothing was published, whatever the address", async () => {
    for (const slug of ["nothing", "a\0b", "'; --", "%", "x".repeat(500)])
      expect(await findPublishedClaim(slug)).toBeNull();
  });
  test("keeps its earlier editions as they were", async () => {
    const first = await findPublishedEdition(bridge.claim.slug, "1");
    expect(first?.view.verdict.rating.name).toBe("False");
    expect(first).toMatchObject({ currentNumber: 3, edition: { number: 1 } });
    for (const number of ["0", "4", "-1", "1.5", "99999999999", "x"])
      expect(await findPublishedEdition(bridge.claim.slug, number)).toBeNull();
  });
});

test("the list is the newest first, page by page, without a gap or a repeat", async () => {
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await listPublications(cursor === null ? null : parseCursor(cursor), 1);
    seen.push(...page.items.map(({ number }) => number));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toEqual([2001, 2002]);
});

test("an article shows passages of published claims with their current rating, and no other", async () => {
  const shown = await findPublicArticle(article.slug);
  expect(shown?.passages.map(({ claim }) => [claim.number, claim.rating.name])).toEqual([[2001, "Mixed"]]);
  expect(JSON.stringify(shown)).not.toContain(draftId);
});

test("corrections have the old and the new rating, and no typos", async () => {
  const { items } = await listCorrections(null);
  expect(items.map((item) => [item.class, item.before?.name, item.after?.name])).toEqual([
    ["correction", "False", "Mixed"],
  ]);
});

describe("search", () => {
  const numbers = async (words: string) =>
    (await searchPublications(readQuestion({ q: words }), null)).items.map(({ number }) => number);
  test("finds claims by words in any order and by number", async () => {
    expect(await numbers("forty bridge")).toEqual([2001]);
    expect(await numbers("السد")).toEqual([2002]);
    for (const number of ["C-2001", "c2001", "2001"]) expect(await numbers(number)).toEqual([2001]);
  });
  test("answers every odd string without an error", async () => {
    for (const odd of [
      "'",
      '"',
      "\\",
      "a & | ! ( )",
      "-",
      "or",
      ":*",
      "\0",
      "\ud800",
      "%",
      "<->",
      "x".repeat(9999),
      "😀",
    ])
      await expect(
        searchPublications(readQuestion({ q: odd, party: odd, from: odd }), null),
      ).resolves.toMatchObject({ next: null });
  });
});

test("a retracted claim leaves the list and stays at its address, marked", async () => {
  await publishDocument(app, retracted, at(5));
  expect((await listPublications(null)).items.map(({ number }) => number)).toEqual([2001]);
  const claim = await findPublishedClaim("dam-c2002");
  expect(claim).toMatchObject({
    edition: { state: "retracted" },
    view: { retraction: "It was another dam." },
  });
  expect((await findPublishedClaim(bridge.claim.slug))?.view.relations).toEqual([]);
  expect((await listCorrections(null)).items[0]).toMatchObject({ class: "retraction", after: null });
});

test("the live scale is there from the start", async () => {
  const { scale, deskName } = await getPublicSettings();
  expect(deskName).toBe("Assay");
  expect(scale.map(({ code }) => code)).toContain("contested");
});
