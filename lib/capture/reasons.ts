/** What became of a part of a capture; "skipped" is what was never tried. */
export type Outcome = "captured" | "empty" | "blocked" | "failed" | "skipped";

/** Why something is not captured: the outcome that follows from it, and one sentence for people. */
export const reasons = {
  "refused address": { outcome: "failed", sentence: "Assay does not ask this address." },
  "no such host": { outcome: "failed", sentence: "There is no server of this name." },
  "connection failed": { outcome: "failed", sentence: "The server could not be reached." },
  TLS: { outcome: "failed", sentence: "No secure connection to the server could be made." },
  "not HTTP": { outcome: "failed", sentence: "The server did not answer as a web server does." },
  "too slow": { outcome: "failed", sentence: "The server took too long to answer." },
  "too large": { outcome: "failed", sentence: "The answer is larger than Assay captures." },
  bomb: {
    outcome: "failed",
    sentence: "The answer unpacks to far more than was sent, as attacks on readers do.",
  },
  garbled: { outcome: "failed", sentence: "The answer could not be unpacked." },
  "redirect loop": { outcome: "failed", sentence: "The server redirects in a circle." },
  "too many redirects": { outcome: "failed", sentence: "The server redirects too many times." },
  "answer cut short": { outcome: "failed", sentence: "The connection ended before the answer was complete." },
  blocked: { outcome: "blocked", sentence: "The site does not let Assay read this page." },
  gone: { outcome: "failed", sentence: "There is no page at this address, or none any longer." },
  "server error": { outcome: "failed", sentence: "The server answered with an error." },
  "nothing to read": { outcome: "empty", sentence: "Hardly any text is on the page." },
  "a wall": { outcome: "empty", sentence: "The page shows only a notice in front of its content." },
  unreadable: { outcome: "failed", sentence: "The text of the page could not be read." },
  "not a page": { outcome: "skipped", sentence: "not a page" },
  "page was not captured": { outcome: "skipped", sentence: "The page itself was not captured." },
  "no Chromium was found": { outcome: "skipped", sentence: "No Chromium was found." },
  "browser failed": { outcome: "failed", sentence: "The browser could not show the page." },
  stopped: { outcome: "failed", sentence: "The capture was stopped." },
} as const satisfies Record<string, { outcome: Outcome; sentence: string }>;

export type Reason = keyof typeof reasons;

/** What stands in brackets belongs into the sentence, another sentence after it. */
const withDetail = (sentence: string, detail = ""): string =>
  detail.startsWith("(") && sentence.endsWith(".")
    ? `${sentence.slice(0, -1)} ${detail}.`
    : `${sentence} ${detail}`.trim();

/** Ends a capture or a part of it; `message` is the sentence for people, with what is known of the case. */
export class CaptureProblem extends Error {
  readonly reason: Reason;
  readonly detail: string;

  constructor(reason: Reason, detail?: string, cause?: unknown) {
    super(withDetail(reasons[reason].sentence, detail), { cause });
    this.name = "CaptureProblem";
    this.reason = reason;
    this.detail = detail ?? "";
  }

  get outcome(): Outcome {
    return reasons[this.reason].outcome;
  }
}
