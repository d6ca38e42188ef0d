import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Outcome, Reason } from "./reasons.ts";
import { CaptureProblem, reasons } from "./reasons.ts";

export const partNames = ["exchange", "original", "text", "screenshot", "pdf"] as const;
export type PartName = (typeof partNames)[number];

/** One part of a capture: a file, or why there is none. Only the exchange has both, where what was received is no capture. */
export interface Part {
  outcome: Outcome;
  /** One sentence for people; there unless captured. */
  reason?: string;
  /** The same for programs. */
  problem?: Reason;
  file?: string;
  mediaType?: string;
  bytes?: number;
  /** Hexadecimal. */
  sha256?: string;
  /** Of a text that was not in the answer itself: scripts of the page had to fill it in first. */
  isRendered?: true;
}

/** A part that is in `file`, with its hash read from there. */
export async function captured(file: string, mediaType: string): Promise<Part> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return { outcome: "captured", file, mediaType, bytes: (await stat(file)).size, sha256: hash.digest("hex") };
}

/** A part that is not there, and why. */
export function missing(why: CaptureProblem | Reason): Part {
  const problem = why instanceof CaptureProblem ? why : new CaptureProblem(why);
  return { outcome: reasons[problem.reason].outcome, reason: problem.message, problem: problem.reason };
}

/** Whether an error is one of the disk that the parts are written to, which says nothing about the page. */
export const isOfDisk = (error: unknown): boolean =>
  ["ENOSPC", "EDQUOT", "EIO", "EROFS"].includes((error as NodeJS.ErrnoException | null)?.code ?? "");
