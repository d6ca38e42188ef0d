import type { Capture } from "../capture/capture.ts";
import { keepFile, maxTextBytes } from "./gateway.ts";
import { siteFact } from "./rules.ts";
import type { CaptureOutcome, Finished, FinishedPart, PartKind } from "./schema.ts";

/** A file that a capture or an extraction made, or why there is none. */
export interface MadePart {
  outcome: CaptureOutcome;
  reason?: string | undefined;
  file?: string | undefined;
  mediaType?: string | undefined;
  bytes?: number | undefined;
}

const mostOfReason = 1000;
const shortened = (text: string | null | undefined, length: number): string | null =>
  text ? [...text].slice(0, length).join("") : null;

/** A copy of which nothing is there, and why. */
export const nothing = (outcome: CaptureOutcome, reason: string): Finished => ({
  outcome,
  reason: shortened(reason, mostOfReason),
  finalUrl: null,
  httpStatus: null,
  title: null,
  author: null,
  publishedOn: null,
  language: null,
  facts: [],
  pages: [],
  shownWidth: null,
  shownHeight: null,
  parts: [],
});

/** Brings the files of a capture into the store, and answers what is to be written of it. Throws a StoreProblem. */
export async function keepCapture(capture: Capture): Promise<Finished> {
  const kinds = Object.keys(capture.parts) as (keyof Capture["parts"])[];
  const parts: FinishedPart[] = [];
  for (const kind of kinds) parts.push(await keepPart(kind, capture.parts[kind]));
  return {
    ...nothing(capture.outcome, capture.reason ?? ""),
    finalUrl: shortened(capture.finalUrl, 8000),
    httpStatus: capture.status,
    title: shortened(capture.title, 1000),
    author: shortened(capture.author, 500),
    publishedOn: capture.publishedOn,
    language: capture.language !== null && capture.language.length <= 35 ? capture.language : null,
    facts: capture.siteName ? [{ name: siteFact, value: capture.siteName }] : [],
    parts,
  };
}

/** Brings one part into the store. Text of more than 2 MB is none: no page could show it. */
export async function keepPart(kind: PartKind, part: MadePart): Promise<FinishedPart> {
  if (kind === "text" && (part.bytes ?? 0) > maxTextBytes) {
    const reason = "There is more text than 2 MB; read it in the original.";
    return { kind, outcome: "failed", reason, sha256: null };
  }
  return {
    kind,
    outcome: part.outcome,
    reason: part.outcome === "captured" ? null : (shortened(part.reason, mostOfReason) ?? "There is none."),
    sha256: part.file ? await keepFile(part.file, part.mediaType ?? "application/octet-stream") : null,
  };
}
