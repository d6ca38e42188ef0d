"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { requestChangesAction } from "#lib/editions/actions";
import { requestChangesInput } from "#lib/editions/schema";

/** Sends the edition of the claim of that number back with a note; then the queue is shown again. */
export function RequestChangesForm({
  editionId,
  number,
  suggested,
}: {
  editionId: string;
  number: number;
  suggested: number;
}) {
  const state = useActionForm({
    schema: requestChangesInput,
    action: requestChangesAction,
    defaultValues: { editionId, note: "" },
    outcome: { claim: number, words: "was sent back for changes." },
    href: "/desk/review",
  });
  return (
    <ActionForm state={state}>
      <TextArea
        name="note"
        label="What should change?"
        hint={goesWithIt(suggested)}
        rows={5}
        counted={5000}
        autoFocus
      />
      <div className="form-actions">
        <SubmitButton shortcut pendingLabel="Sending…">
          Send back
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function goesWithIt(suggested: number): string | undefined {
  if (suggested === 0) return undefined;
  return suggested === 1 ? "One suggestion goes with it." : `${suggested} suggestions go with it.`;
}
