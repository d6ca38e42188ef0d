import type { Member } from "../auth/schema.ts";
import { canWorkOnClaims } from "../claims/policy.ts";
import { getClaimByNumber, type ClaimView } from "../claims/queries.ts";
import { closedSentence, isDraftOpen, publicNumber } from "../claims/rules.ts";
import { DomainError, forbidden } from "../errors.ts";
import { listEvidence, listInvolvedParties, type EvidenceView } from "./queries.ts";
import type { InvolvedParty } from "./rules.ts";

/** What the form for a quote needs of its claim, or why nothing can be attached to it, in a sentence. */
export async function quotingFor(
  actor: Member,
  number: number,
): Promise<{ claim: ClaimView; evidence: EvidenceView[]; involved: InvolvedParty[] } | { refused: string }> {
  const claim = await getClaimByNumber(actor, number).catch(unlessRefused);
  if (!claim) return { refused: "There is no claim of this number." };
  if (!canWorkOnClaims(actor)) return { refused: forbidden().message };
  if (!isDraftOpen(claim.stage)) return { refused: closedSentence(publicNumber(number), claim.stage) };
  const [evidence, involved] = await Promise.all([
    listEvidence(actor, claim.id),
    listInvolvedParties(actor, claim.id),
  ]);
  return { claim, evidence, involved };
}

function unlessRefused(error: unknown): null {
  if (error instanceof DomainError && error.code === "not_found") return null;
  throw error;
}
