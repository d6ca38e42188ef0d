import normalizeUrl from "normalize-url";
import type { Found, Link, SourceKind, SourceVisibility } from "./schema.ts";

/** The words for a kind of source on every page. */
export const sourceKindNames: Record<SourceKind, string> = {
  document: "Document",
  page: "Web page",
  dataset: "Dataset",
  recording: "Recording",
  interview: "Interview",
};

/** What stands, for members and readers alike, in the place of all that would name a source which they may not see. */
export const unnamed = {
  kind: null,
  title: "Confidential source",
  url: null,
  publisher: null,
  publishedOn: null,
  language: "en",
} as const;

/** The words for who may see a source. */
export const visibilityNames: Record<SourceVisibility, string> = {
  public: "Readers see it",
  described: "Described only",
  hidden: "Hidden, vouched for by an editor",
};

/** What each of them means, for the form. */
export const visibilityMeanings: Record<SourceVisibility, string> = {
  public: "Title, address, publisher and date stand on the page of every claim that rests on it.",
  described:
    "Readers, and members who did not add it, see your description alone. Editors and admins see all of it.",
  hidden:
    "Readers, and members who did not add it, see that there is a source and what an editor vouches for.",
};

/**
 * One spelling for all addresses of the same page: without tracking words, www and place in the page, and whether http or https.
 * Only for comparing; what is shown and opened is the address as it was typed.
 */
export function normaliseUrl(url: string): string {
  return normalizeUrl(url, {
    forceHttps: true,
    // Some sites keep the page itself behind the #.
    stripHash: !/#[!/]/.test(url),
    stripWWW: true,
    removeQueryParameters: [/^utm_/i, "fbclid", "gclid", "mc_cid", "mc_eid"],
    sortQueryParameters: true,
  });
}

/** The fields of a new source as a form shows them first. */
export const emptyNewSource = {
  sourceKind: "document",
  sourceTitle: "",
  sourceUrl: "",
  sourceDescription: "",
  sourcePublisher: "",
  sourcePublisherKind: "organisation",
  sourcePublishedOn: "",
  sourceLanguage: "en",
  sourceCapture: true,
  sourceVisibility: "public",
} as const;

/** Why a page counts as missing; anything else that goes wrong may pass. */
export const missingReasons = {
  404: "It answers 404: there is no such page.",
  410: "It answers 410: the page was taken away for good.",
  host: "There is no server of this name any more.",
} as const;
const isMissing = (reason: string | null) =>
  (Object.values(missingReasons) as (string | null)[]).includes(reason);

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What is known of a source's address after another look. It is gone once it was found missing twice, at least a day apart,
 * since the first of the two; until then it is unreachable. What is gone stays so until it answers again, and a server that
 * only fails in between takes nothing back. Answers `before` itself where nothing is new.
 */
export function linkAfter(before: Link | null, found: Found, now: Date): Link {
  if (found.state === "alive")
    return before?.state === "alive" ? before : { state: "alive", since: now, reason: null };
  if (before?.state === "gone") return before;
  const wasMissing = before?.state === "unreachable" && isMissing(before.reason);
  if (before && wasMissing && found.state === "missing" && now.getTime() - before.since.getTime() >= dayMs)
    return { ...before, state: "gone" };
  if (before && (wasMissing || (before.state === "unreachable" && found.state === "unreachable")))
    return before;
  return { state: "unreachable", since: now, reason: found.reason };
}
