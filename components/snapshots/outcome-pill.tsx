import { Pill } from "#components/ui/pill";
import { captureOutcomeNames } from "#lib/snapshots/rules";
import type { CaptureOutcome } from "#lib/snapshots/schema";

const tones: Record<CaptureOutcome, "published" | "stopped" | "changes" | "plain"> = {
  captured: "published",
  empty: "changes",
  blocked: "stopped",
  failed: "stopped",
  skipped: "plain",
};

/** What came of a capture or of a part of it. */
export const OutcomePill = ({ outcome }: { outcome: CaptureOutcome }) => (
  <Pill tone={tones[outcome]}>{captureOutcomeNames[outcome]}</Pill>
);
