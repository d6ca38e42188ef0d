import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { publicView } from "#lib/publication/rules";
import type { Notice, PublishedEditionFacts } from "#lib/publication/schema";
import { readQuestion } from "#lib/search/rules";
import type { Question } from "#lib/search/schema";
import { ActiveFilters } from "#components/publication/active-filters";
import { ClaimHead } from "#components/publication/claim-head";
import { Cite } from "#components/publication/cite";
import { EditionHistory } from "#components/publication/edition-history";
import { SearchForm } from "#components/publication/search-form";
import { SearchHead } from "#components/publication/search-head";
import { aDocument } from "../../prisma/factories.ts";

const notice = {
  publishedAt: "2031-05-20T12:00:00.000Z",
  kind: "publication" as const,
  correctionReason: null,
  rating: "False",
  grade: "single_source" as const,
  finding: null,
  deskLanguage: "en",
  figures: [],
} satisfies Partial<Notice>;
const edition: PublishedEditionFacts = {
  number: 2,
  digest: "0".repeat(64),
  publishedAt: notice.publishedAt,
  firstPublishedAt: notice.publishedAt,
  state: "public",
  url: "https://check.example/claims/the-bridge-c1",
  editionUrl: "https://check.example/claims/the-bridge-c1/editions/2",
  deskName: "الجسر",
  history: [
    { ...notice, number: 2, correctionClass: "typo" },
    { ...notice, number: 1, correctionClass: null },
  ],
  withheld: [],
};

test("every edition leads to its permanent address, the current one too", () => {
  const html = renderToStaticMarkup(<EditionHistory slug="the-bridge-c1" edition={edition} />);
  for (const number of [1, 2])
    expect(html).toContain(`<a href="/claims/the-bridge-c1/editions/${number}">Edition ${number}</a>`);
});

test("a claim in another script stands apart in its citation, in its language, and is the claim and not the desk", () => {
  const document = aDocument(1);
  document.claim.wording = "الجسر";
  document.claim.language = "ar";
  const html = renderToStaticMarkup(<Cite view={publicView(document, new Map())} edition={edition} />);
  expect(html).toContain('<p class="cite">الجسر, C-1: “<bdi lang="ar">الجسر</bdi>” — rated False.');
});

const choices = { rating: [], grade: [], party: [], outlet: [], topic: [], language: [] };
const found = (question: Question) => ({
  question,
  deskLanguage: "en",
  filters: [],
  items: [],
  next: null,
  lookedBack: null,
  cutOff: false,
  loosely: false,
});

test("of two dates that a search has each can be told from the other where it is taken away", () => {
  const question = readQuestion({ from: "2031", to: "2032" });
  const html = renderToStaticMarkup(<ActiveFilters found={{ ...found(question), choices }} first />);
  const chips = [...html.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, inside = ""]) =>
    inside.replaceAll(/<[^>]+>/g, ""),
  );
  expect(chips).toEqual(["Remove: published since 2031 ×", "Remove: published until 2032 ×"]);
});

test("a date of a search can be typed on a telephone, and how is said before it is wrong", () => {
  const html = renderToStaticMarkup(<SearchForm found={{ ...found(readQuestion({})), choices }} />);
  const inputs = [...html.matchAll(/<input[^>]*name="(?:from|to)"[^>]*>/g)].map(([input]) => input);
  expect(inputs).toHaveLength(2);
  for (const input of inputs) {
    expect(input).not.toContain("inputMode");
    expect(input).toContain('aria-describedby="filter-dates"');
  }
  expect(html).toContain('id="filter-dates"');
});

test("the title of a page names the newsroom, not the program that it uses", () => {
  const claim = { view: publicView(aDocument(1), new Map()), edition };
  for (const head of [
    <ClaimHead key="claim" {...claim} />,
    <SearchHead key="search" question={readQuestion({ q: "carts" })} deskName="الجسر" />,
  ])
    expect(renderToStaticMarkup(head)).toMatch(/<title>.* · الجسر<\/title>/);
});
