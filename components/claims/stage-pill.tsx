import { Pill } from "#components/ui/pill";
import { stageNames } from "#lib/claims/rules";
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
} as const satisfies Record<Stage, string>;

/** Where the work on a claim stands; `sentBack` says that an editor asked for changes. */
export function StagePill({ stage, sentBack = false }: { stage: Stage; sentBack?: boolean }) {
  if (sentBack) return <Pill tone="changes">Changes requested</Pill>;
  return <Pill tone={tones[stage]}>{stageNames[stage]}</Pill>;
}
