"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { VerdictChoices } from "#components/verdicts/verdict-choices";
import { VerdictGrounds } from "#components/verdicts/verdict-grounds";
import type { Submission } from "#lib/editions/queries";
import { proposeVerdictAction } from "#lib/verdicts/actions";
import type { RatingView, VerdictDraft } from "#lib/verdicts/queries";
import { proposeVerdictInput } from "#lib/verdicts/schema";

/** The draft verdict: saved as often as one likes, complete or not. */
export function VerdictForm({
  claimId,
  draft,
  ratings,
  wording,
  sources,
}: {
  claimId: string;
  draft: VerdictDraft;
  ratings: readonly RatingView[];
  wording: string;
  sources: Submission["sources"];
}) {
  const state = useActionForm({
    schema: proposeVerdictInput,
    action: proposeVerdictAction,
    defaultValues: { claimId, ...draft },
    done: "Draft saved.",
  });
  return (
    <ActionForm state={state} label="Draft verdict">
      <h3 className="eyebrow">Conclusion</h3>
      <VerdictChoices ratings={ratings} />
      <h3 className="eyebrow">Grounds</h3>
      <VerdictGrounds sources={sources} />
      <h3 className="eyebrow">Heading, and a note to the editor</h3>
      <TextField
        name="shortWording"
        label="Short wording"
        optional
        hint={`The claim as the heading of its public page. Without it: “${wording}”`}
      />
      <TextArea
        name="leastSure"
        label="What are you least sure of?"
        optional
        hint="For the editor alone; readers never see it."
        rows={2}
      />
      <div className="form-actions">
        <SubmitButton shortcut>Save draft</SubmitButton>
      </div>
    </ActionForm>
  );
}
