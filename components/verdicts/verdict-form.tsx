"use client";

import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { RatingMark } from "#components/ui/rating-mark";
import { proposeVerdictAction } from "#lib/verdicts/actions";
import type { RatingView, VerdictDraft } from "#lib/verdicts/queries";
import { gradeDefinitions, gradeNames } from "#lib/verdicts/rules";
import { grades, proposeVerdictInput } from "#lib/verdicts/schema";

/** The draft verdict: saved as often as one likes, complete or not. */
export function VerdictForm({
  claimId,
  draft,
  ratings,
  wording,
}: {
  claimId: string;
  draft: VerdictDraft;
  ratings: readonly RatingView[];
  wording: string;
}) {
  const state = useActionForm({
    schema: proposeVerdictInput,
    action: proposeVerdictAction,
    defaultValues: { claimId, ...draft },
    done: "Draft saved.",
  });
  return (
    <ActionForm state={state}>
      <TextArea
        name="finding"
        label="Finding"
        hint="The conclusion in one sentence: the first thing a reader reads."
        rows={2}
        counted={600}
        serif
      />
      <RadioGroup
        name="rating"
        label="Rating"
        across
        options={ratings.map((rating) => ({
          value: rating.code,
          label: <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} size="inline" />,
          description: rating.definition,
        }))}
      />
      <RadioGroup
        name="grade"
        label="Evidence grade"
        hint="How well our conclusion is supported; apart from the rating. Only evidence that shows what is so counts."
        across
        options={grades.map((value) => ({
          value,
          label: gradeNames[value],
          description: gradeDefinitions[value],
        }))}
      />
      <TextArea
        name="reasoning"
        label="Reasoning"
        hint="Markdown. Write [2] to point to source 2."
        rows={8}
        counted={20000}
        serif
        long
      />
      <TextField
        name="shortWording"
        label="Short wording"
        optional
        hint={`The claim as the heading of its public page. Without it: “${wording}”`}
      />
      <TextArea
        name="contradiction"
        label="Point of contradiction"
        optional
        hint="Needed for Contested: what exactly the sides disagree on."
        rows={2}
      />
      <TextArea
        name="search"
        label="Where we looked"
        optional
        hint="Needed when nothing shows what is so: where you searched, and what was not there."
        rows={2}
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
