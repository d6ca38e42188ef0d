import { ActionButton } from "#components/form/action-button";
import { DialogButton } from "#components/ui/dialog-button";
import { ShelveForm } from "#components/claims/shelve-form";
import { reopenClaimAction, startCheckingAction } from "#lib/claims/actions";
import { nextStage } from "#lib/claims/rules";
import type { PublicState, Stage } from "#lib/claims/schema";

/** The steps that any member takes by themselves: start checking, shelve, reopen; what the stage does not allow is left out. */
export function StageButtons({
  claim,
}: {
  claim: { id: string; number: number; stage: Stage; publicState: PublicState };
}) {
  const input = { claimId: claim.id };
  return (
    <>
      {nextStage("start checking", claim) && (
        <ActionButton
          action={startCheckingAction}
          input={input}
          kind="primary"
          pendingLabel="Starting…"
          done={{ claim: claim.number, words: "is being checked." }}
        >
          Start checking
        </ActionButton>
      )}
      {nextStage("shelve", claim) && (
        <DialogButton label="Shelve" title="Shelve this claim" kind="ghost">
          <ShelveForm claimId={claim.id} number={claim.number} />
        </DialogButton>
      )}
      {nextStage("reopen", claim) && (
        <ActionButton
          action={reopenClaimAction}
          input={input}
          pendingLabel="Reopening…"
          done={{ claim: claim.number, words: "is being checked again." }}
        >
          Reopen
        </ActionButton>
      )}
    </>
  );
}
