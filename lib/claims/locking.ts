import type { Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { canWorkOnClaims } from "./policy.ts";
import { closedSentence, isDraftOpen, nextStage, stageNames, type StageVerb } from "./rules.ts";
import type { PublicState, ShelvedReason, Stage } from "./schema.ts";

export interface LockedClaim {
  id: string;
  number: number;
  slug: string;
  stage: Stage;
  publicState: PublicState;
  version: number;
}

/** Locks the claim until the transaction ends, so that whoever changes it next sees what this one did. */
export async function lockClaim(tx: Tx, claimId: string): Promise<LockedClaim> {
  const rows = await tx.$queryRaw<LockedClaim[]>`
    SELECT id, number, slug, stage::text, public_state::text AS "publicState", version
    FROM claims WHERE id = ${claimId}::uuid FOR UPDATE`;
  const claim = rows[0];
  if (!claim) throw notFound("claim");
  return claim;
}

/** Locks the claim for a change of what readers would see, which is refused while an edition of it is decided on. */
export async function lockDraft(tx: Tx, actor: Member, claimId: string): Promise<LockedClaim> {
  const claim = await lockClaim(tx, claimId);
  if (!canWorkOnClaims(actor)) throw forbidden();
  if (!isDraftOpen(claim.stage)) throw conflict(closedSentence("This claim", claim.stage));
  await tx.$executeRaw`UPDATE claims SET updated_at = clock_timestamp() WHERE id = ${claimId}::uuid`;
  return claim;
}

/** What a step sets together with the stage. */
interface ClaimMove {
  publicState?: PublicState;
  slug?: string;
  assigneeId?: string;
  shelvedReason?: ShelvedReason | null;
  shelvedNote?: string | null;
  duplicateOfId?: string | null;
}

/** Moves a locked claim along the stage table; refuses a step that the table does not have. */
export async function moveClaim(
  tx: Tx,
  claim: LockedClaim,
  verb: StageVerb,
  more: ClaimMove = {},
): Promise<Stage> {
  const stage = nextStage(verb, claim);
  if (!stage)
    throw conflict(
      `This claim is ${stageNames[claim.stage].toLowerCase()} now, so this cannot be done. Reload to see where it stands.`,
    );
  await tx.claim.update({
    where: { id: claim.id },
    data: { stage, updatedAt: await databaseTime(tx), ...more },
    select: { id: true },
  });
  return stage;
}
