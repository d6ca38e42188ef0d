"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { RequestFields } from "#components/verdicts/request-fields";
import { updateRequestAction } from "#lib/verdicts/actions";
import type { RequestView } from "#lib/verdicts/queries";
import { updateRequestInput } from "#lib/verdicts/schema";

/** What came of a request meanwhile: the answer, silence, another day. */
export function UpdateRequestForm({ claimId, request }: { claimId: string; request: RequestView }) {
  const { id: requestId, party: _party, overdue: _overdue, ...outcome } = request;
  const state = useActionForm({
    schema: updateRequestInput,
    action: updateRequestAction,
    defaultValues: { claimId, requestId, ...outcome },
    done: "Saved.",
  });
  return (
    <ActionForm state={state} label="What came of the request">
      <RequestFields />
      <div className="form-actions">
        <SubmitButton shortcut>Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
