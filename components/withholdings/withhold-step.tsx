import { WithholdButton } from "#components/withholdings/withhold-button";
import type { Member } from "#lib/auth/schema";
import { listWithholdable } from "#lib/withholdings/queries";

/** The step by which an editor takes a claim from readers; nothing where there is nothing to take, and for checkers. */
export async function WithholdStep({
  actor,
  claim,
}: {
  actor: Member;
  claim: { id: string; number: number };
}) {
  const editions = await listWithholdable(actor, claim.id);
  if (editions.length === 0) return null;
  return <WithholdButton claimId={claim.id} number={claim.number} editions={editions} />;
}
