"use client";

import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { submitForReviewAction } from "#lib/editions/actions";
import { correctionClassDefinitions, correctionClassNames } from "#lib/editions/rules";
import { submitInput } from "#lib/editions/schema";

const classes = ["typo", "clarification", "update", "correction"] as const;

/** What is submitted is the draft as it was saved; what was typed since would be lost with its form. */
const unsaved = {
  ok: false,
  code: "invalid",
  message: "The draft verdict has changes that are not saved. Save the draft, then submit it.",
} as const;

/** Submits the saved draft, and nothing while the form beside it holds more; after the first edition readers are told what changed, and why. */
export function SubmitForm({ claimId, number, first }: { claimId: string; number: number; first: boolean }) {
  const state = useActionForm({
    schema: submitInput,
    action: async (input: unknown) =>
      document.querySelector("#verdict form[data-unsaved][aria-label='Draft verdict']")
        ? unsaved
        : submitForReviewAction(input),
    defaultValues: { claimId, correctionClass: "", correctionReason: "" },
    outcome: { claim: number, words: "was submitted for review." },
  });
  return (
    <ActionForm state={state} label="Submit for review">
      {!first && (
        <>
          <RadioGroup
            name="correctionClass"
            label="What kind of change is this?"
            options={classes.map((value) => ({
              value,
              label: correctionClassNames[value],
              description: correctionClassDefinitions[value],
            }))}
          />
          <TextArea
            name="correctionReason"
            label="What changed, and why, for readers"
            rows={2}
            counted={1000}
          />
        </>
      )}
      <div className="form-actions">
        <SubmitButton pendingLabel="Submitting…">Submit for review</SubmitButton>
      </div>
    </ActionForm>
  );
}
