import { Pill } from "#components/ui/pill";
import { standingNames, standingOf } from "#lib/claims/rules";
import type { Stage } from "#lib/claims/schema";

const tones = {
  logged: "plain",
  checking: "plain",
  in_review: "review",
  approved: "review",
  published: "published",
  revising: "plain",
  retracted: "stopped",
  shelved: "stopped",
  withheld: "withheld",
} as const satisfies Record<Stage | "withheld", string>;

/** Where a claim stands, and whether its page is withheld; `sentBack` says that an editor asked for changes. */
export function StagePill({
  claim,
  sentBack = false,
}: {
  claim: { stage: Stage; isWithheld: boolean };
  sentBack?: boolean;
}) {
  return standingOf(claim).map((standing) =>
    sentBack && standing === claim.stage ? (
      <Pill key={standing} tone="changes">
        Changes requested
      </Pill>
    ) : (
      <Pill key={standing} tone={tones[standing]}>
        {standingNames[standing]}
      </Pill>
    ),
  );
}
