import { stringify } from "csv-stringify/sync";
import { publicNumber } from "../claims/rules.ts";
import type { PublishedClaim } from "./queries.ts";

type Cell = string | number | boolean | null;

interface Column {
  name: string;
  /** For people, on the page about the data. */
  meaning: string;
  value: (claim: PublishedClaim) => Cell;
}

const whereNotRetracted =
  (value: (claim: PublishedClaim) => Cell) =>
  (claim: PublishedClaim): Cell =>
    claim.view.retraction === null ? value(claim) : null;

const articles = ({ view }: PublishedClaim) => [
  ...new Map(view.passages.map(({ article }) => [article.id, article])).values(),
];

/** The columns in their order; a new one goes to the end, so that what reads the file by place goes on working. */
export const csvColumns: readonly Column[] = [
  {
    name: "number",
    meaning: "The claim’s public number.",
    value: ({ view }) => publicNumber(view.claim.number),
  },
  { name: "url", meaning: "Its page.", value: ({ edition }) => edition.url },
  { name: "state", meaning: "public or retracted.", value: ({ edition }) => edition.state },
  { name: "claim", meaning: "The claim in the desk’s words.", value: ({ view }) => view.claim.wording },
  { name: "language", meaning: "Of the claim, as a BCP 47 tag.", value: ({ view }) => view.claim.language },
  { name: "kind", meaning: "What kind of claim it is.", value: ({ view }) => view.claim.kind },
  {
    name: "claimant",
    meaning: "Who claims it, and is rated; empty where nobody knows.",
    value: ({ view }) => view.claimant?.name ?? null,
  },
  {
    name: "said_on",
    meaning: "When it was said: a year, a month or a day, with ~ where that is approximate.",
    value: ({ view }) => view.saidOn,
  },
  {
    name: "rating",
    meaning: "The rating’s name; empty for a retracted fact-check.",
    value: whereNotRetracted(({ view }) => view.verdict.rating.name),
  },
  {
    name: "rating_value",
    meaning: "5 (true) to 1 (false); empty for ratings that are no point on that line.",
    value: whereNotRetracted(({ view }) => view.verdict.rating.value),
  },
  {
    name: "evidence_grade",
    meaning: "How well the finding is supported.",
    value: whereNotRetracted(({ view }) => view.verdict.grade),
  },
  {
    name: "finding",
    meaning: "The conclusion in one sentence.",
    value: whereNotRetracted(({ view }) => view.verdict.finding),
  },
  { name: "as_of", meaning: "The day to which the finding holds.", value: ({ view }) => view.verdict.asOf },
  { name: "retraction", meaning: "Why it was retracted.", value: ({ view }) => view.retraction },
  {
    name: "articles",
    meaning: "The articles that make the claim, one a line.",
    value: (claim) =>
      articles(claim)
        .map(({ title, outlet }) => (outlet === null ? title : `${title} (${outlet})`))
        .join("\n"),
  },
  {
    name: "article_urls",
    meaning: "Their addresses, one a line.",
    value: (claim) =>
      articles(claim)
        .flatMap(({ url }) => url ?? [])
        .join("\n"),
  },
  { name: "sources", meaning: "How many sources the page lists.", value: ({ view }) => view.sources.length },
  {
    name: "edition",
    meaning: "The number of the edition that is public now.",
    value: ({ edition }) => edition.number,
  },
  {
    name: "published_at",
    meaning: "When that was published (UTC).",
    value: ({ edition }) => edition.publishedAt,
  },
  {
    name: "first_published_at",
    meaning: "When the first edition was published (UTC).",
    value: ({ edition }) => edition.firstPublishedAt,
  },
  { name: "digest", meaning: "SHA-256 of the edition.", value: ({ edition }) => edition.digest },
  { name: "sample", meaning: "Whether this is sample data.", value: ({ view }) => String(view.sample) },
  {
    name: "copies",
    meaning: "Addresses of our copies of the sources, one a line.",
    value: ({ view, edition }) =>
      view.sources.flatMap(({ copy }) => (copy ? new URL(copy.path, edition.url).href : [])).join("\n"),
  },
  {
    name: "confidential_sources",
    meaning: "How many of its sources the desk knows and does not name.",
    value: ({ view }) => view.sources.filter(({ confidential }) => confidential !== null).length,
  },
  {
    name: "desk_language",
    meaning: "Of the finding and of whatever else we wrote ourselves, as a BCP 47 tag.",
    value: ({ view }) => view.deskLanguage,
  },
];

/** The first line of the file, with the mark by which spreadsheets recognise UTF-8. */
export const csvHead = (): string => `\uFEFF${lines([csvColumns.map(({ name }) => name)])}`;

/** One line for each claim; no cell can be a formula to a spreadsheet: what looks like one gets an apostrophe in front. */
export const csvLines = (claims: Iterable<PublishedClaim>): string =>
  lines(Array.from(claims, (claim) => csvColumns.map(({ value }) => value(claim))));

const lines = (records: Cell[][]): string =>
  stringify(records, { escape_formulas: true, record_delimiter: "windows" });
