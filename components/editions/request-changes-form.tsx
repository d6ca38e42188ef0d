"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { requestChangesAction } from "#lib/editions/actions";
import { requestChangesInput } from "#lib/editions/schema";

/** Sends the edition back with a note; then the queue is shown again. */
export function RequestChangesForm({ editionId }: { editionId: string }) {
  const router = useRouter();
  const state = useActionForm({
    schema: requestChangesInput,
    action: requestChangesAction,
    defaultValues: { editionId, note: "" },
    onDone: () => router.push("/desk/review"),
  });
  return (
    <ActionForm state={state}>
      <TextArea name="note" label="What should change?" rows={5} counted={5000} autoFocus />
      <div className="form-actions">
        <SubmitButton shortcut pendingLabel="Sending…">
          Send back
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
