import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { publicDocument, type PublicDocument } from "#lib/editions/schema";
import { csvColumns, csvLines } from "#lib/publication/csv";
import { embedMarkup, oembed } from "#lib/publication/embed";
import { asScriptData, claimReview } from "#lib/publication/claim-review";
import { claimForApi, pageTitle, publicView } from "#lib/publication/rules";
import type { ListedClaim, PublishedEditionFacts } from "#lib/publication/schema";
import { entryOfClaim, toAtom, toJsonFeed } from "#lib/feeds/rules";
import type { ReturnedForm } from "#lib/corrections/schema";
import type { PartyPage } from "#lib/publication/pages";
import type { Found, Question } from "#lib/search/schema";
import { withoutScripts } from "#lib/serving/rules";
import { ReportPage } from "#components/corrections/report-page";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimReviewJsonLd } from "#components/publication/claim-review-json-ld";
import { EmbedCard } from "#components/publication/embed-card";
import { Home } from "#components/publication/home";
import { PartyPageDocument } from "#components/publication/party-page";
import { SearchResults } from "#components/publication/search-results";
import { TopicPageDocument } from "#components/publication/topic-page";
import { aDocument } from "../../prisma/factories.ts";

// Text from outside stays text on every surface: each of these goes through every text field of a claim.
const corpus = [
  "</script><script>alert(1)</script>",
  "<!--<img src=x onerror=alert(1)>-->",
  "<svg><textarea><style></style>",
  "]]><![CDATA[",
  "&amp;&#60;&lt;&",
  "\"'`\\",
  "=cmd|'/c calc'!A0",
  "@SUM(1+1)*cmd",
  "+1-2",
  "＝1+1",
  "\tTab",
  'a,b;"c"\nd',
  "\u0001\u0008\u001b[31m",
  "\u202Egnirts\u202C \u2066x\u2069 \u200F",
  "\u2028\u2029\uFEFF",
  "𝕏👩‍👩‍👧 e\u0301 ﷺ",
  "{{7*7}} ${7*7} %s %00",
  "javascript:alert(1)",
  "قال «نعم»",
];

/** The fields that hold somebody's words; Markdown is not among them, since it is more than its characters. */
const textFields = new Set(
  "wording saidWords name description speaksFor happenedWords place note title outlet author prefix exact suffix definition finding contradiction search known notKnown quote translation translator observation locator independenceGroup words publisher channel answer reason unit what status period base attestation".split(
    " ",
  ),
);

/** The same document with these words in every text field. */
function filledWith<T>(value: T, words: string, field = ""): T {
  if (typeof value === "string") return (textFields.has(field) ? words : value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => filledWith(each, words, field)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, filledWith(each, words, key)]),
  ) as T;
}

const base = aDocument(1042);
const party = { name: "A", kind: "person", description: "B", speaksFor: "C", involved: true };
const measure = {
  unit: "carts",
  what: "carts",
  status: "crossing",
  place: "bridge",
  period: "1931",
  base: "all",
};
const figure = {
  words: "forty",
  qualifier: "exactly",
  minimum: 40,
  maximum: 40,
  asOf: null,
  measure: { id: "01900000-0000-7000-8000-000000000001", ...measure },
};
const quoted = { quote: "Q", language: "ar", translation: "T", translator: "U", figures: [figure] };
const full: PublicDocument = publicDocument.parse({
  ...base,
  claimant: party,
  saidWords: "W",
  event: {
    id: figure.measure.id,
    name: "E",
    happenedOn: "1931",
    happenedWords: "H",
    place: "P",
    placePrecision: "town",
    parties: [{ name: "N", involved: true, note: "O" }],
  },
  passages: [
    {
      article: {
        id: figure.measure.id,
        slug: "the-bridge",
        title: "T",
        outlet: "O",
        author: "A",
        url: "https://example.org/",
        publishedOn: "1931",
        language: "en",
        version: 1,
        sha256: "a".repeat(64),
      },
      start: 0,
      end: 1,
      prefix: "P",
      exact: "E",
      suffix: "S",
    },
  ],
  verdict: { ...base.verdict, contradiction: "C", search: "S", known: ["K"], notKnown: ["N"] },
  evidence: [
    { ...base.evidence[0], ...quoted, independenceGroup: "G" },
    { ...base.evidence[0], quote: null, kind: "observation", observation: "O", stance: "supports" },
  ],
  positions: ["denies", "no_information", "asserts"].map((stance) => ({
    party,
    stance,
    hedged: true,
    ...quoted,
    saidOn: "1931",
    saidWords: "W",
    relayedBy: [{ name: "R", kind: "outlet" }],
    source: 1,
    locator: "L",
  })),
  sources: [
    { ...base.sources[0], description: "D", publisher: "P" },
    { ...base.sources[0], number: 2, confidential: { attestation: "A" } },
    { ...base.sources[0], number: 3, confidential: { description: "D" } },
  ],
  requests: [
    {
      party,
      channel: "C",
      askedOn: "1931-05-12",
      dueOn: null,
      outcome: "answered",
      answeredOn: "1931-05-13",
      answer: "A",
      reason: "",
    },
  ],
  correction: { class: "correction", reason: "R" },
});

const edition: PublishedEditionFacts = {
  number: 1,
  digest: "b".repeat(64),
  publishedAt: "2031-05-20T12:00:00.000Z",
  firstPublishedAt: "2031-05-20T12:00:00.000Z",
  state: "public",
  url: "https://check.example.org/claims/the-bridge-c1042",
  editionUrl: "https://check.example.org/claims/the-bridge-c1042/editions/1",
  deskName: "The bridge desk",
  history: [],
  withheld: [],
};
const address = (path: string) => new URL(path, edition.url).href;
const viewOf = (words: string) => publicView(filledWith(full, words), new Map());

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");

/** The address of a measure begins with its name, made of letters and digits alone. */
const withoutNames = (html: string) =>
  html.replace(/"\/measures\/[\p{L}\p{M}\d-]*?-?(\d+)"/gu, '"/measures/$1"');

/** Addresses may have the words in them in the form of addresses. */
const withoutAddresses = (html: string) => html.replace(/ href="\/(?:parties|search)[^"]*"/g, "");

const rating = { code: "false", name: "False", definition: "Wrong.", value: 1, hue: "false", glyph: "cross" };
const listed: ListedClaim = {
  slug: "the-bridge-c1042",
  number: 1042,
  wording: "W",
  language: "en",
  claimant: "C",
  rating,
  finding: "F",
  deskLanguage: "en",
  publishedAt: edition.publishedAt,
  editionNumber: 1,
  url: edition.url,
  state: "public",
  sample: false,
};
const listOf = (words: string) => ({
  items: [{ ...listed, wording: words, claimant: words, finding: words }],
  next: null,
});
const topicOf = (words: string) => ({
  slug: "carts",
  name: words,
  claims: 1,
  deskLanguage: "en",
  ...listOf(words),
});
const partyOf = (words: string): PartyPage => ({
  key: "0123456789abcdef",
  slug: "x-0123456789abcdef",
  name: words,
  kind: "person",
  description: words,
  speaksFor: words,
  deskLanguage: "en",
  ratings: [{ name: words, mark: rating, claims: 1 }],
  lists: {
    party: { ...listOf(words), claims: 1 },
    disputes: { ...listOf(words), claims: 1 },
    quoted: { ...listOf(words), claims: 1 },
  },
});
function foundFor(words: string): Found {
  const filters = (["outlet", "topic"] as const).map((name) => ({ name, value: words, label: words }));
  const question: Question = { words, filters, from: null, to: null, noDates: [words] };
  const choice = [{ value: words, label: words, claims: 1 }];
  const choices = { rating: choice, grade: [], party: choice, outlet: choice, topic: choice, language: [] };
  return {
    ...listOf(words),
    deskLanguage: "en",
    question,
    filters,
    choices,
    lookedBack: null,
    cutOff: false,
    loosely: false,
  };
}
function returnedWith(words: string): ReturnedForm {
  return {
    message: words,
    fields: { problem: words },
    values: { problem: words, sourceUrl: words, email: words },
  };
}

/** What XML cannot hold is replaced in a feed. */
// oxlint-disable-next-line no-control-regex
const xmlSafe = (text: string) => text.replace(/[\u0001-\u0008\u001b]/g, "\uFFFD");
const fromXml = (text: string) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined
      ? ({ amp: "&", lt: "<", gt: ">", quot: '"' }[name] ?? "")
      : String.fromCodePoint(Number(code)),
  );

describe.each(corpus)("%j", (words) => {
  const view = viewOf(words);

  test("is those very characters on the claim's page and in the embed, and changes nothing around them", () => {
    for (const page of [
      (of: string) => renderToStaticMarkup(<ClaimDocument view={viewOf(of)} />),
      (of: string) => renderToStaticMarkup(<EmbedCard view={viewOf(of)} edition={edition} />),
    ]) {
      const html = page(words);
      expect(html).toContain(escaped(words));
      expect(withoutNames(html.replaceAll(escaped(words), "PLAIN"))).toBe(withoutNames(page("PLAIN")));
      expect(withoutScripts(html)).toBe(html);
    }
  });

  test("reads back from the one JSON-LD block, which nothing in it can end", () => {
    const html = renderToStaticMarkup(<ClaimReviewJsonLd view={view} edition={edition} />);
    expect(html.match(/<\/?script/g)).toHaveLength(2);
    const data = html.replace(/^<script type="application\/ld\+json">|<\/script>$/g, "");
    expect(data).not.toMatch(/[<>&\u2028\u2029]/);
    expect(data).toBe(asScriptData(claimReview(view, edition)));
    expect(JSON.parse(data)).toMatchObject({
      claimReviewed: words,
      reviewBody: words,
      reviewRating: { alternateName: words, ratingExplanation: words },
      itemReviewed: {
        author: { name: words },
        appearance: [{ headline: words, publisher: { name: words } }],
      },
    });
  });

  test("reads back from CSV, with an apostrophe where it looks like a formula, and from JSON", () => {
    const cells = Object.fromEntries(
      parseLine(csvLines([{ view, edition }])).map((cell, at) => [csvColumns[at]?.name, cell]),
    );
    const safe = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(words) ? `'${words}` : words;
    expect(cells).toMatchObject({ claim: safe, claimant: safe, finding: safe, rating: safe });
    expect(JSON.parse(JSON.stringify(claimForApi(view, edition)))).toEqual(claimForApi(view, edition));
  });

  test("reads back from Atom, but for what XML cannot hold, and from JSON Feed", () => {
    const feedOf = (of: string) => ({
      id: edition.url,
      title: of,
      page: edition.url,
      self: edition.url,
      deskName: of,
      entries: listOf(of).items.map((item) => entryOfClaim(item, item.publishedAt)),
    });
    const atom = toAtom(feedOf(words));
    const safe = xmlSafe(words);
    expect(fromXml(atom)).toBe(toAtom(feedOf("PLAIN")).replaceAll("PLAIN", () => safe));
    expect(atom.match(/</g)).toHaveLength(toAtom(feedOf("PLAIN")).split("<").length - 1);
    const json = JSON.parse(JSON.stringify(toJsonFeed(feedOf(words)))) as ReturnType<typeof toJsonFeed>;
    expect(json.items[0]).toMatchObject({
      title: `Claim: ${words} — rated False`,
      content_text: `Claimed by ${words}. ${words}`,
    });
  });

  test("is those very characters in every list, and changes nothing around them", () => {
    for (const page of [
      (of: string) => renderToStaticMarkup(<TopicPageDocument topic={topicOf(of)} first />),
      (of: string) => renderToStaticMarkup(<PartyPageDocument party={partyOf(of)} first />),
      (of: string) => renderToStaticMarkup(<Home list={topicOf(of)} first={null} />),
      (of: string) => renderToStaticMarkup(<SearchResults found={foundFor(of)} first />),
      (of: string) =>
        renderToStaticMarkup(
          <ReportPage
            about={{ slug: "the-bridge-c1", claim: viewOf(of).claim }}
            returned={returnedWith(of)}
          />,
        ),
    ]) {
      const html = page(words);
      expect(html).toContain(escaped(words));
      const [found, plain] = [html.replaceAll(escaped(words), "PLAIN"), page("PLAIN")].map(withoutAddresses);
      expect(found).toBe(plain);
    }
  });

  test("stands in the title of the embedding frame and cannot leave it", () => {
    const markup = embedMarkup(view, address);
    expect(markup.match(/</g)).toHaveLength(2);
    const title = / title="([^"]*)"/.exec(markup)?.[1] ?? "";
    const read = title.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    expect(read).toBe(pageTitle(view));
    const most = { width: null, height: null };
    expect(oembed({ view, edition }, address, most).html).toBe(markup);
  });
});

test("what the JSON-LD says stands in the visible text of the page", () => {
  const view = publicView(full, new Map());
  const review = claimReview(view, edition);
  const visible = renderToStaticMarkup(<ClaimDocument view={view} edition={edition} />)
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'");
  const { itemReviewed, reviewRating } = review as unknown as {
    itemReviewed: {
      author: { name: string };
      appearance: { headline: string; publisher: { name: string } }[];
    };
    reviewRating: {
      alternateName: string;
      ratingExplanation: string;
      ratingValue: number;
      bestRating: number;
    };
  };
  const { alternateName, ratingExplanation, ratingValue, bestRating } = reviewRating;
  for (const said of [
    review?.claimReviewed,
    review?.reviewBody,
    alternateName,
    ratingExplanation,
    `${ratingValue} of ${bestRating}`,
    itemReviewed.author.name,
    ...itemReviewed.appearance.flatMap(({ headline, publisher }) => [headline, publisher.name]),
  ])
    expect(visible).toContain(said);
});

/** The cells of one line of RFC 4180, which may go over several. */
function parseLine(text: string): string[] {
  const cells = text.replace(/\r\n$/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/g);
  return [...cells].map(([, quotedCell, plain = ""]) => quotedCell?.replaceAll('""', '"') ?? plain);
}
