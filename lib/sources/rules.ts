import normalizeUrl from "normalize-url";
import type { SourceKind, SourceVisibility } from "./schema.ts";

/** The words for a kind of source on every page. */
export const sourceKindNames: Record<SourceKind, string> = {
  document: "Document",
  page: "Web page",
  dataset: "Dataset",
  recording: "Recording",
  interview: "Interview",
};

/** What a confidential source is called wherever it is not named. */
export const confidentialSource = "Confidential source";

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
  sourceKind: "page",
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
