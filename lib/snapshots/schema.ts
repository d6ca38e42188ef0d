import { z } from "zod";

export const captureOutcomes = ["captured", "empty", "blocked", "failed", "skipped"] as const;
export const captureOutcome = z.enum(captureOutcomes);
export type CaptureOutcome = z.infer<typeof captureOutcome>;

export const partKinds = ["exchange", "original", "text", "screenshot", "pdf", "shown"] as const;
export const partKind = z.enum(partKinds);
export type PartKind = z.infer<typeof partKind>;

/** What a scanner for malware found in a file; `failed` says nothing of the file. */
export type ScanOutcome = "clean" | "flagged" | "failed";

/** What a file says of itself, such as the camera of a picture; nobody has checked it. */
export const fact = z.object({ name: z.string(), value: z.string() });
export type Fact = z.infer<typeof fact>;

/** Where a page of a document begins in its text: code points. */
export const pageStart = z.object({ page: z.int(), start: z.int() });
export type PageStart = z.infer<typeof pageStart>;

/** What came of one part of a copy: its file where it is captured, why there is none otherwise. */
export interface FinishedPart {
  kind: PartKind;
  outcome: CaptureOutcome;
  reason: string | null;
  /** Lower-case hex SHA-256 of a file that is in the store. */
  sha256: string | null;
}

/** What a copy says of itself: where it came from, and what its page or file states. */
export interface CopyFacts {
  finalUrl: string | null;
  httpStatus: number | null;
  title: string | null;
  author: string | null;
  /** A partial ISO date */
  publishedOn: string | null;
  /** BCP 47 */
  language: string | null;
  facts: Fact[];
  pages: PageStart[];
  /** Pixels of the picture that is shown. */
  shownWidth: number | null;
  shownHeight: number | null;
}

/** What came of a capture or an upload as a whole. */
export interface Finished extends CopyFacts {
  outcome: CaptureOutcome;
  /** A sentence for people; null exactly for `captured`. */
  reason: string | null;
  parts: FinishedPart[];
}
