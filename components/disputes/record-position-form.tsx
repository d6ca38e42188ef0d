"use client";

import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { ComboField } from "#components/form/combo-field";
import { DateField } from "#components/form/date-field";
import { RadioGroup } from "#components/form/radio-group";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { SourcePicker } from "#components/sources/source-picker";
import { recordPositionAction } from "#lib/disputes/actions";
import { positionStanceMeanings, positionStanceNames } from "#lib/disputes/rules";
import { positionStances, recordPositionInput, type RecordPositionInput } from "#lib/disputes/schema";
import { partyKindNames } from "#lib/parties/rules";
import { partyKinds } from "#lib/parties/schema";
import { emptyNewSource } from "#lib/sources/rules";

const kindOptions = partyKinds.map((value) => ({ value, label: partyKindNames[value] }));
const stanceOptions = positionStances.map((value) => ({
  value,
  label: capital(positionStanceNames[value]),
  description: positionStanceMeanings[value],
}));

/** No stance is proposed, and emptying the form takes the last answer back; the schema refuses "". */
const unanswered = { stance: "" } as object;

/** Records what a party says about a claim; the form empties for the next one. */
export function RecordPositionForm({
  claim,
  parties,
}: {
  claim: { id: string; language: string };
  parties: readonly string[];
}) {
  const state = useActionForm({
    schema: recordPositionInput,
    action: recordPositionAction,
    idempotent: true,
    clearWhenDone: true,
    done: "Position recorded.",
    defaultValues: {
      ...emptyNewSource,
      ...unanswered,
      by: "none" as RecordPositionInput["by"],
      sourceId: "",
      claimId: claim.id,
      party: "",
      partyKind: "person",
      partyDescription: "",
      hedged: false,
      quote: "",
      language: claim.language,
      saidOn: "",
      locator: "",
    },
  });
  return (
    <ActionForm state={state} label="Record a position">
      <div className="form-grid">
        <ComboField
          name="party"
          label="Party"
          hint="Who says it, or “a military source”"
          proposals={parties}
        />
        <SelectField name="partyKind" label="The party is" options={kindOptions} />
        <TextField
          name="partyDescription"
          label="Described as"
          hint="Tells parties of one name apart"
          optional
        />
      </div>
      <RadioGroup name="stance" label="The party …" options={stanceOptions} across />
      <CheckboxField
        name="hedged"
        label="Hedged"
        hint="Said with a reserve: “appeared to”, “as far as we know”."
      />
      <TextArea
        name="quote"
        label="Quote"
        hint="The party's own words, in their language."
        serif
        counted={5000}
      />
      <div className="form-grid">
        <TextField
          name="language"
          label="Language of the quote"
          hint="A tag such as en, ru or ar"
          spellCheck={false}
        />
        <DateField name="saidOn" label="Said on" optional />
        <TextField name="locator" label="Place in the source" hint="Page, paragraph or time" optional />
      </div>
      <SourcePicker open="none" publishers={parties} />
      <div className="form-actions">
        <SubmitButton shortcut>Record position</SubmitButton>
      </div>
    </ActionForm>
  );
}

function capital(words: string): string {
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}
