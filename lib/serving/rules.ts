/** A readers' address: the key under which its finished answer is kept, and the tags that every such answer carries. */
export interface PublicRoute {
  /** Path and declared query parameters alone, so that unknown parameters can neither fill the cache nor miss it. */
  key: string;
  tags: string[];
  keep: boolean;
  /** Where the application answers what the page has of its own, beside the frame that all pages of its kind share. */
  parts: { kind: PageKind; address: string } | null;
  /** Names addresses and shows nothing of what is there. */
  namesOnly: boolean;
  /** For whoever knows the address alone: kept by nobody on the way, and listed by no search engine. */
  secret: boolean;
  /** Readers are led to it; search engines are not to list it. */
  unlisted: boolean;
  /** Other sites may show it in a frame; they may show nothing else of ours. */
  framed: boolean;
  /** Something is asked for that the address does not know, or twice, and refuses to leave out. */
  unknown: boolean;
}

/** Pages that are put together from their parts: there are millions of the one, and the other is never kept. */
export type PageKind = "claim" | "search";

interface Rule {
  path: RegExp;
  parameters?: string[];
  /** "lists" for what any publication may change. */
  tags?: (match: string) => string[];
  /** Free text, which is answered and never kept: there is no end to it. */
  freeText?: string;
  keep?: false;
  inParts?: PageKind;
  namesOnly?: true;
  secret?: true;
  unlisted?: true;
  framed?: true;
  /**
   * Refuses parameters that it does not know, that come twice, or (by the application) that say nothing: a program would take
   * what came without them for the answer.
   */
  strict?: true;
}

/**
 * On every page for readers: no script, and nothing from anywhere else. Without scripts nothing connects anyway; `connect-src`
 * lets tools that look at a page fetch robots.txt from within it.
 */
export const publicPolicy =
  "default-src 'none'; script-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The same for the card that other sites show. */
export const framedPolicy = publicPolicy.replace("frame-ancestors 'none'", "frame-ancestors *");

const slug = "([\\w-]{1,200})";
const whole = (pattern: string) => new RegExp(`^${pattern}$`);
const uuid = "([\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})";
const lists = () => ["lists"];

/** What lists are narrowed by. */
const narrowed = ["rating", "grade", "party", "outlet", "topic", "language", "from", "to"];

const rules: Rule[] = [
  { path: /^\/$/, parameters: ["after"], tags: lists },
  { path: new RegExp(`^/claims/${slug}$`), inParts: "claim" },
  { path: new RegExp(`^/claims/${slug}/image\\.png$`), tags: claimsShown },
  { path: new RegExp(`^/claims/${slug}/editions/[1-9]\\d{0,8}$`) },
  { path: new RegExp(`^/articles/${slug}$`), tags: (article) => [`article:${article}`] },
  { path: new RegExp(`^/copies/${uuid}(?:/text\\.txt)?$`), tags: (copy) => [`copy:${copy}`], unlisted: true },
  { path: /^\/corrections$/, parameters: ["class", "after"], tags: lists },
  {
    path: new RegExp(`^/parties/${slug}$`),
    parameters: ["after", "disputed", "quoted"],
    tags: (party) => [`party:${party.slice(-16)}`],
  },
  {
    path: new RegExp(`^/measures/${slug}$`),
    parameters: ["after"],
    tags: (measure) => [`measure:${measure.slice(-16)}`],
  },
  { path: /^\/(?:corrections\/)?feed\.(?:xml|json)$/, tags: lists },
  {
    path: new RegExp(`^/parties/${slug}/feed\\.(?:xml|json)$`),
    tags: (party) => [`party:${party.slice(-16)}`],
  },
  { path: new RegExp(`^/topics/${slug}$`), parameters: ["after"], tags: (topic) => [`topic:${topic}`] },
  { path: new RegExp(`^/topics/${slug}/feed\\.(?:xml|json)$`), tags: (topic) => [`topic:${topic}`] },
  { path: /^\/(?:sitemap|sitemaps\/[\da-z]{1,10})\.xml$/, tags: lists, namesOnly: true },
  { path: /^\/robots\.txt$/ },
  { path: /^\/methodology$/ },
  { path: /^\/policies$/, tags: () => ["policies"] },
  { path: /^\/data$/ },
  { path: new RegExp(`^/embed/${slug}$`), framed: true },
  { path: /^\/oembed$/, parameters: ["url", "format", "maxwidth", "maxheight"], keep: false },
  { path: /^\/report$/, parameters: ["claim"] },
  { path: /^\/report\/[\da-z]{4}(?:-[\da-z]{4}){3}$/i, keep: false, secret: true },
  {
    path: /^\/search$/,
    parameters: ["q", ...narrowed, "after"],
    tags: lists,
    freeText: "q",
    inParts: "search",
  },
  { path: /^\/api\/v1\/claims$/, parameters: [...narrowed, "cursor", "limit"], tags: lists, strict: true },
  { path: new RegExp(`^/api/v1/claims/${slug}$`) },
  { path: /^\/api\/v1\/openapi\.json$/ },
];

/** Longer values are answered and not kept. */
const longestParameter = 200;

/** Which readers' address this is; null for what belongs to the desk, to Next, or to nobody. */
export function publicRoute(url: string): PublicRoute | null {
  const { path, query } = parted(url);
  for (const rule of rules) {
    const match = rule.path.exec(path);
    if (!match) continue;
    const sent = query === "" ? null : new URLSearchParams(query);
    const known = (rule.parameters ?? []).flatMap((name) => {
      const value = sent?.get(name);
      return value || (value === "" && rule.strict) ? [[name, value] as const] : [];
    });
    const isFree = known.some(([name]) => name === rule.freeText);
    const tail =
      known.length === 0
        ? ""
        : `?${new URLSearchParams(known.map(([name, value]) => [name, value])).toString()}`;
    return {
      key: path + tail,
      tags: rule.tags?.(match[1] ?? "") ?? [],
      keep: rule.keep !== false && !isFree && tail.length <= longestParameter,
      parts: rule.inParts ? { kind: rule.inParts, address: `${path}/parts${tail}` } : null,
      namesOnly: rule.namesOnly === true,
      secret: rule.secret === true,
      unlisted: rule.unlisted === true,
      framed: rule.framed === true,
      unknown: rule.strict === true && !areEachOnce([...(sent?.keys() ?? [])], rule.parameters ?? []),
    };
  }
  return null;
}

const areEachOnce = (names: string[], known: string[]): boolean =>
  names.every((name, at) => known.includes(name) && names.indexOf(name) === at);

/** A query may hold any number of question marks of its own (RFC 3986, 3.4). */
function parted(url: string): { path: string; query: string } {
  const at = url.indexOf("?");
  return at < 0 ? { path: url, query: "" } : { path: url.slice(0, at), query: url.slice(at + 1) };
}

/** Where readers send forms. */
export const isReadersForm = (url: string): boolean => /^\/report\/send(?:\?|$)/.test(url);

/** The page of a form that somebody asks for where it is sent, by reloading or from a bookmark; null for any other address. */
export function pageOfForm(url: string): string | null {
  if (!isReadersForm(url)) return null;
  const claim = new URLSearchParams(parted(url).query).get("claim");
  return claim !== null && whole(slug).test(claim) ? `/report?claim=${claim}` : "/report";
}

/** Where members send files. */
export const isFileOfSource = (url: string): boolean =>
  /^\/desk\/sources\/[\da-f-]{36}\/files(?:\?|$)/.test(url);

/** The readers' address that somebody wrote with a slash too many; null for any other. */
export function withoutSlash(url: string): string | null {
  const { path, query } = parted(url);
  if (path.length < 2 || !path.endsWith("/")) return null;
  const meant = path.replace(/\/+$/, "") + (query === "" ? "" : `?${query}`);
  return !meant.startsWith("//") && publicRoute(meant) ? meant : null;
}

export type DownloadName = "csv" | "jsonl";

/** Which form of the whole record this is the address of: made while it is sent, so that it never lies in memory whole. */
export const downloadOf = (url: string): DownloadName | null =>
  (/^\/data\/claims\.(csv|jsonl)(?:\?|$)/.exec(url)?.[1] as DownloadName | undefined) ?? null;

/** Programs ask here, and are refused in JSON. */
export const isApi = (url: string): boolean => /^\/api\/v1(?:[/?]|$)/.test(url);

const notForReaders = /^\/(?:desk|sign-in|setup|api(?!\/v1(?:\/|$))|_next)(?:\/|$)|^\/icon\.svg$/;

/** Whether nothing at all can be at this address. */
export function isNowhere(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  return !notForReaders.test(path) && publicRoute(url) === null;
}

/**
 * The tags of every claim that an answer shows: whoever shows a claim names its address, which ends in its number. Words
 * that only look like one cost a render too many, no more.
 */
export function claimsShown(body: string): string[] {
  const numbers = new Set<string>();
  for (const match of body.matchAll(/[a-z0-9]-c(\d{1,10})\b/g)) numbers.add(`claim:${match[1] ?? ""}`);
  return [...numbers];
}

/** The tags of every copy that an answer leads to: each says whether the original is still there. */
export const copiesShown = (body: string): string[] => [
  ...new Set([...body.matchAll(new RegExp(`/copies/${uuid}`, "g"))].map(([, id]) => `copy:${id}`)),
];

const dataBlock = 'type="application/ld+json"';

/**
 * A rendered page as readers get it: without scripts, without what only prepares scripts, without React's marks. Data
 * blocks (JSON-LD) stay. React escapes every "<" of a text, so that what looks like markup here is markup.
 */
export function withoutScripts(html: string): string {
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (whole, attributes: string) =>
      attributes.includes(dataBlock) ? whole : "",
    )
    .replace(/<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/g, "")
    .replace(/(<link\b[^>]*) data-precedence="next"/g, "$1")
    .replace(/<!--(?:\$|\/\$|\$\?|\$!| |&|\/&)?-->/g, "");
}

export type Encoding = "br" | "gzip" | "identity";

/** The best form that the client takes; what it refuses by q=0 or does not name is not sent. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return "identity";
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return "br";
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return "gzip";
  return "identity";
}
