"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { ClaimFields } from "#components/claims/claim-fields";
import { rewordClaimAction } from "#lib/claims/actions";
import type { ClaimView } from "#lib/claims/queries";
import { rewordClaimInput } from "#lib/claims/schema";

/** Rewords a claim, and sets its kind, claimant and date right. `parties` are names to propose as claimants. */
export function ClaimDetailsForm({
  claim,
  parties,
}: {
  claim: Pick<
    ClaimView,
    | "id"
    | "wording"
    | "kind"
    | "language"
    | "claimant"
    | "claimantUnknown"
    | "saidOn"
    | "saidWords"
    | "version"
  >;
  parties: readonly string[];
}) {
  const state = useActionForm({
    schema: rewordClaimInput,
    action: rewordClaimAction,
    defaultValues: {
      claimId: claim.id,
      wording: claim.wording,
      kind: claim.kind,
      language: claim.language,
      claimant: claim.claimant?.name ?? "",
      claimantKind: claim.claimant?.kind ?? "",
      claimantUnknown: claim.claimantUnknown,
      saidOn: claim.saidOn ?? "",
      saidWords: claim.saidWords ?? "",
      version: claim.version,
    },
    done: "Saved.",
  });
  return (
    <ActionForm state={state} label="The claim">
      <ClaimFields parties={parties} />
      <div className="form-actions">
        <SubmitButton shortcut>Save the claim</SubmitButton>
      </div>
    </ActionForm>
  );
}
