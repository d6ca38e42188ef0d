"use client";

import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { answerRequestAction } from "#lib/corrections/actions";
import { requestOutcomeMeanings, requestOutcomeNames } from "#lib/corrections/rules";
import { answerInput, requestOutcomes } from "#lib/corrections/schema";

const options = requestOutcomes.map((value) => ({
  value,
  label: requestOutcomeNames[value],
  description: requestOutcomeMeanings[value],
}));

/** How a correction request ends, in words for the reader; given once. */
export function AnswerForm({ request }: { request: { id: string; version: number } }) {
  const state = useActionForm({
    schema: answerInput,
    action: answerRequestAction,
    outcome: { words: "The reader finds your answer on the page of the report." },
    defaultValues: { requestId: request.id, version: request.version, answer: "" },
  });
  return (
    <ActionForm state={state} label="Answer the reader">
      <RadioGroup name="outcome" label="Outcome" options={options} />
      <TextArea
        name="answer"
        label="Answer"
        hint="The reader finds it on the page of the report. It cannot be changed afterwards."
        rows={6}
      />
      <div className="form-actions">
        <SubmitButton shortcut>Answer</SubmitButton>
      </div>
    </ActionForm>
  );
}
