import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import { disconnect } from "../clients.ts";
import { keyOf, partyPath } from "../publication/addresses.ts";
import { publicAddress } from "../publication/queries.ts";
import { feedOfCorrections, feedOfPublications, findFeedOfParty, findFeedOfTopic } from "./queries.ts";
import { toAtom, toJsonFeed, toSitemap, toSitemapIndex } from "./rules.ts";
import type { Feed } from "./schema.ts";
import { readSitemap, readSitemapPiece } from "./sitemap.ts";

const published = (name: string) =>
  readFileSync(new URL(`./published-schemas/${name}`, import.meta.url), "utf8");

/** What the published schema has against a document. */
async function faults(xml: string, schema: "atom.rng" | "sitemap.xsd"): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "answer.xml", contents: xml }],
    schema: [{ fileName: schema, contents: published(schema) }],
    extension: schema.endsWith(".rng") ? "relaxng" : "schema",
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const nasty =
  "a < b & c > d ]]> \u0001\ufffe \u202eright\u202c \u202bعربي\u202c 😀𝕏 </title> “q” 'q' \"q\" &amp; <b>";
const mill = {
  id: randomUUID(),
  name: `The mill ${nasty}`,
  kind: "organisation" as const,
  description: null,
  speaksFor: null,
  involved: null,
};
const first = aDocument(1, {
  deskLanguage: "fr",
  claimant: mill,
  topics: [{ slug: "mills", name: "Mills" }],
});
first.claim.wording = nasty;
first.verdict.finding = nasty;
const update = { class: "update" as const, reason: "There is more to say." };
const at = (minute: number) => new Date(Date.UTC(2031, 4, 20, 12, minute));

let app: pg.Client;
beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await disconnect();
});

test("feeds and the sitemap of a desk without a publication are valid and empty", async () => {
  const feed = await feedOfPublications();
  expect(feed.entries).toEqual([]);
  expect(await faults(toAtom(feed), "atom.rng")).toEqual([]);
  const sitemap = await readSitemap();
  expect(sitemap).toMatchObject({ entries: [{ path: "/" }, {}, {}, {}, { path: "/data" }] });
});

test("every feed is valid Atom, whatever stands in a claim, and read back it says what was published", async () => {
  await publishDocument(app, first, at(1));
  const correction = { class: "correction" as const, reason: nasty };
  await publishDocument(app, { ...first, correction }, at(2));
  const slug = partyPath(mill.name, keyOf(mill.id)).split("/").at(-1) ?? "";
  const feeds = [
    await feedOfPublications(),
    await feedOfCorrections(),
    await findFeedOfParty(slug),
    await findFeedOfTopic("mills"),
  ];
  const kept = nasty.replaceAll("\u0001", "\ufffd").replaceAll("\ufffe", "\ufffd");
  for (const feed of feeds) {
    expect(there(feed).entries).toHaveLength(1);
    const atom = toAtom(there(feed));
    expect(await faults(atom, "atom.rng")).toEqual([]);
    expect(textsOf(atom, "title").some((title) => title.includes(kept))).toBe(true);
    expect(textsOf(atom, "summary")[0]).toContain(kept);
    // In the language of the desk, which is not that of the feed.
    expect(atom).toContain('<summary xml:lang="fr">');
    expect(JSON.parse(JSON.stringify(toJsonFeed(there(feed))))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      items: [
        {
          title: expect.stringContaining(nasty),
          content_text: expect.stringContaining(nasty),
          language: "fr",
        },
      ],
    });
  }
});

test("what is not well-formed or breaks the schema is found, so that finding nothing means something", async () => {
  const atom = toAtom(await feedOfPublications());
  for (const broken of [
    atom.replace("</feed>", ""),
    atom.replace(/<updated>.*?<\/updated>/, ""),
    atom.replace(/<id>.*?<\/id>/, "<id/><id/>"),
    atom.replace("&lt;", "<"),
  ])
    expect(await faults(broken, "atom.rng").catch(() => ["refused"])).not.toEqual([]);
  const sitemap = toSitemap([{ path: "/", changedAt: "yesterday" }], publicAddress);
  expect(await faults(sitemap, "sitemap.xsd")).not.toEqual([]);
});

test("the sitemap is valid and has every public address with its last change; split, its pieces have the same", async () => {
  const sitemap = await readSitemap();
  if (!("entries" in sitemap)) throw new Error("One claim does not need pieces.");
  expect(await faults(toSitemap(sitemap.entries, publicAddress), "sitemap.xsd")).toEqual([]);
  expect(sitemap.entries).toContainEqual({
    path: `/claims/${first.claim.slug}`,
    changedAt: at(2).toISOString(),
  });
  expect(sitemap.entries).toContainEqual({ path: "/topics/mills", changedAt: at(2).toISOString() });
  await publishDocument(app, aDocument(120_000), at(3));
  const split = await readSitemap();
  if (!("pieces" in split)) throw new Error("It was not split.");
  expect(split.pieces).toEqual(["pages", "0", "2", "nouns"]);
  expect(await faults(toSitemapIndex(split.pieces, publicAddress), "sitemap.xsd")).toEqual([]);
  const paths: string[] = [];
  for (const piece of split.pieces) paths.push(...(await readSitemapPiece(piece)).map(({ path }) => path));
  for (const { path } of sitemap.entries) expect(paths).toContain(path);
  expect(await readSitemapPiece("1")).toEqual([]);
});

test("an entry keeps the day on which it was first there, and every feed its id, whatever changes or is renamed", async () => {
  for (const feed of [await feedOfPublications(), await findFeedOfTopic("mills")])
    expect(toJsonFeed(there(feed)).items).toContainEqual(
      expect.objectContaining({ date_published: at(1).toISOString(), date_modified: at(2).toISOString() }),
    );
  const feedOfMill = async () => there(await findFeedOfParty(`any-${keyOf(mill.id)}`));
  const before = await feedOfMill();
  await publishDocument(
    app,
    { ...first, correction: update, claimant: { ...mill, name: "The new mill" } },
    at(4),
  );
  const after = await feedOfMill();
  expect(after.self).not.toBe(before.self);
  expect(after.id).toBe(before.id);
  expect(textsOf(toAtom(after), "published")).toEqual([at(1).toISOString()]);
});

test("who follows a feed learns that a fact-check was retracted, under the entry that they have, whichever feed it is", async () => {
  const feeds = async () =>
    [
      await feedOfPublications(),
      there(await findFeedOfParty(`any-${keyOf(mill.id)}`)),
      there(await findFeedOfTopic("mills")),
    ].map(({ entries }) => entries.filter(({ title }) => title.includes(nasty)));
  const url = publicAddress(`/claims/${first.claim.slug}`);
  const reason = "It was no claim.";
  const correction = { class: "retraction" as const, reason };
  await publishDocument(app, { ...first, retraction: reason, correction }, at(5));
  const retracted = {
    url,
    title: `Claim: ${nasty} — fact-check retracted`,
    summary: `We retracted this fact-check: ${reason}`,
    publishedAt: at(1).toISOString(),
    updatedAt: at(5).toISOString(),
  };
  for (const entries of await feeds()) expect(entries).toMatchObject([retracted]);
  const other = aDocument(7, { topics: [{ slug: "rivers", name: "Rivers" }] });
  await publishDocument(app, other, at(5));
  expect(there(await findFeedOfTopic("rivers")).entries).toHaveLength(1);
  await publishDocument(app, { ...first, correction: update }, at(6));
  for (const entries of await feeds())
    expect(entries).toMatchObject([
      { url, title: expect.stringContaining("rated"), updatedAt: at(6).toISOString() },
    ]);
});

function there(feed: Feed | null): Feed {
  if (!feed) throw new Error("A feed is missing.");
  return feed;
}

/** The texts of an element as a reader of XML gets them. */
function textsOf(xml: string, name: string): string[] {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return [...xml.matchAll(new RegExp(`<${name}[^>]*>(.*?)</${name}>`, "gs"))].map(([, text = ""]) =>
    text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, word: string) =>
      code === undefined ? (entities[word] ?? "") : String.fromCodePoint(Number(code)),
    ),
  );
}
