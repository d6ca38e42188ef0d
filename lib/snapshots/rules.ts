import type { CaptureOutcome, PageStart, PartKind, ScanOutcome } from "./schema.ts";

export const captureOutcomeNames: Record<CaptureOutcome, string> = {
  captured: "Captured",
  empty: "Empty",
  blocked: "Blocked",
  failed: "Failed",
  skipped: "Skipped",
};

export const partKindNames: Record<PartKind, string> = {
  exchange: "HTTP exchange (WARC)",
  original: "Original",
  text: "Text",
  screenshot: "Screenshot",
  pdf: "PDF",
  shown: "Picture",
};

/** The fact of a copy that says how the site calls itself. */
export const siteFact = "Name of the site";

export const scanNames: Record<ScanOutcome | "waiting", string> = {
  waiting: "Not scanned for malware yet.",
  clean: "The scanner found nothing.",
  flagged: "Flagged as malware",
  failed: "Could not be scanned",
};

/** Whether a part is what came from outside, and not what we made of it: a scanner looks at those. */
export const isFromOutside = ({ kind }: { kind: PartKind }): boolean =>
  kind === "original" || kind === "exchange";

/** Whether the scanner found something in any part of a copy. */
export const isFlagged = (copy: {
  parts: readonly { scan: { outcome: ScanOutcome | "waiting" } | null }[];
}): boolean => copy.parts.some(({ scan }) => scan?.outcome === "flagged");

/** The order in which the parts of a copy are shown. */
export const inOrderOfParts = (a: { kind: PartKind }, b: { kind: PartKind }): number =>
  order.indexOf(a.kind) - order.indexOf(b.kind);
const order: PartKind[] = ["text", "original", "exchange", "screenshot", "pdf", "shown"];

/** "1.2 MB", as people read sizes. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Media types that a browser shows without running anything in them. */
export const isShownSafely = (mediaType: string): boolean =>
  /^(image\/(png|jpeg|webp|gif|avif)|audio\/|video\/)/.test(mediaType);

/** Where words stand that begin at a code point: the page of a document that has pages, else the paragraph. */
export function placeInWords(
  at: number,
  paragraphs: readonly { start: number }[],
  pages: readonly PageStart[],
): string {
  const page = pages.findLast(({ start }) => start <= at);
  if (page) return `Page ${page.page}`;
  return `Paragraph ${paragraphs.findLastIndex(({ start }) => start <= at) + 1}`;
}
