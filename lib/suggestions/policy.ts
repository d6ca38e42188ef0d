import type { Member } from "../auth/schema.ts";

// Whoever may decide on an edition suggests other words for it (lib/editions/policy.ts), and stays free to decide on the next.

interface Suggested {
  suggestedById: string;
}

/** Every other member takes the words over into the draft, or leaves it as it is. */
export const canDecideOn = (actor: Member, { suggestedById }: Suggested): boolean =>
  suggestedById !== actor.id;

/** Only whoever suggested it takes it back. */
export const canWithdrawSuggestion = (actor: Member, { suggestedById }: Suggested): boolean =>
  suggestedById === actor.id;
