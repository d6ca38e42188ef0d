import { clean } from "./plain-text.ts";

/** What a page says of itself; null where it says nothing. `publishedOn` is YYYY-MM-DD as the publisher's own calendar has it. */
export interface PageFacts {
  title: string | null;
  author: string | null;
  publishedOn: string | null;
  language: string | null;
  siteName: string | null;
}

/** Reads the facts of a page: JSON-LD first, which is written for this, then `<meta>`, then what the page shows. */
export function factsOf(document: Document): PageFacts {
  const data = linkedData(document);
  const meta = metaOf(document);
  return {
    title: shortened(data.headline ?? meta("og:title", "twitter:title")),
    author: shortened(
      data.author ?? notAddress(meta("author", "article:author", "parsely-author", "dc.creator")),
    ),
    publishedOn: dateOf(data.date) ?? dateOf(meta(...dateNames)) ?? dateOf(shownDate(document)),
    language: languageOf(document.documentElement?.getAttribute("lang") ?? meta("content-language")),
    siteName: shortened(data.publisher ?? meta("og:site_name", "application-name")),
  };
}

const dateNames = [
  "article:published_time",
  "og:published_time",
  "article:published",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "dc.date.issued",
  "dcterms.issued",
  "dc.date",
  "date",
];

/** A date that the page marks as that of its publication, or the only one that it has. */
function shownDate(document: Document): string | null {
  const marked = document.querySelector(
    "time[itemprop=datePublished], time[pubdate], [itemprop=datePublished][content]",
  );
  const all = document.querySelectorAll("time[datetime]");
  const found = marked ?? (all.length === 1 ? all[0] : null);
  return found?.getAttribute("datetime") ?? found?.getAttribute("content") ?? null;
}

/** The calendar day of an ISO 8601 instant as it is written there, since "today" in an article is the publisher's. */
function dateOf(text: string | null): string | null {
  const found = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?=$|[T\s])/.exec(text ?? "");
  if (!found) return null;
  const day = `${found[1]}-${found[2]}-${found[3]}`;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null;
}

/** A language tag as the desk writes it (BCP 47). */
function languageOf(text: string | null): string | null {
  const tag = text?.trim().replaceAll("_", "-") ?? "";
  return /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : null;
}

function metaOf(document: Document): (...names: string[]) => string | null {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name =
      meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("http-equiv");
    const value = meta.getAttribute("content")?.trim();
    if (name && value && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null;
}

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null | undefined;
const article = /(^|\/)(\w*Article|\w*Posting|Report|WebPage|ClaimReview|Book|VideoObject)$/;

/** schema.org's data on the article, wherever in the scripts of the page it stands. */
function linkedData(document: Document) {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .slice(0, 20)
    .flatMap(parsed);
  const isArticle = (thing: Json) =>
    listed(member(thing, "@type")).some((type) => article.test(textOf(type) ?? ""));
  const described = things.filter((thing) => isArticle(thing));
  const pick = (name: string) => described.map((thing) => member(thing, name)).find((value) => value != null);
  return {
    headline: textOf(pick("headline")),
    author:
      listed(pick("author"))
        .map((author) => nameOf(author))
        .filter(Boolean)
        .join(", ") || null,
    date: textOf(pick("datePublished")),
    publisher: nameOf(pick("publisher")),
  };
}

function parsed(script: Element): Json[] {
  try {
    const data = JSON.parse(script.textContent ?? "") as Json;
    return listed(data).flatMap((thing) => [
      thing,
      ...listed(member(thing, "@graph")),
      ...listed(member(thing, "mainEntity")),
    ]);
  } catch {
    return []; // much of what pages hold is not JSON; then the page says it elsewhere, or not at all
  }
}

const listed = (value: Json): Json[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const member = (thing: Json, name: string): Json =>
  thing !== null && typeof thing === "object" && !Array.isArray(thing) ? thing[name] : undefined;
const textOf = (value: Json): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;
const nameOf = (value: Json): string | null =>
  notAddress(textOf(value) ?? textOf(member(listed(value)[0], "name")));
/** Some pages name an author by the address of a page about them. */
export const notAddress = (text: string | null) => (text && !/^https?:/.test(text) ? text : null);

/** One line of at most 500 characters, the length of a title at the desk; null for nothing. */
function shortened(text: string | null | undefined): string | null {
  const line = clean(text ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return line === "" ? null : clean(line.slice(0, 500));
}
