import { requestOutcomeNames, requestStateNames } from "#lib/corrections/rules";
import type { RequestOutcome, RequestState as State } from "#lib/corrections/schema";
import { Pill } from "#components/ui/pill";

const tones = { received: "changes", looking: "review", answered: "plain" } as const;

/** Where a correction request stands, or how it ended. */
export function RequestState({ state, outcome }: { state: State; outcome: RequestOutcome | null }) {
  return <Pill tone={tones[state]}>{outcome ? requestOutcomeNames[outcome] : requestStateNames[state]}</Pill>;
}
