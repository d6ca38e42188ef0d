import normalizeUrl from "normalize-url";
import type { SourceKind } from "./schema.ts";

/** The words for a kind of source on every page. */
export const sourceKindNames: Record<SourceKind, string> = {
  document: "Document",
  page: "Web page",
  dataset: "Dataset",
  recording: "Recording",
  interview: "Interview",
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
} as const;
