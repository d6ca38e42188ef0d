"use client";

import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { SourcePicker } from "#components/sources/source-picker";
import { attachEvidenceAction } from "#lib/evidence/actions";
import {
  evidenceShowsMeanings,
  evidenceShowsNames,
  evidenceStanceMeanings,
  evidenceStanceNames,
} from "#lib/evidence/rules";
import { attachEvidenceInput, evidenceShowsWords, evidenceStances } from "#lib/evidence/schema";
import { emptyNewSource } from "#lib/sources/rules";

const stanceOptions = evidenceStances.map((value) => ({
  value,
  label: evidenceStanceNames[value],
  description: evidenceStanceMeanings[value],
}));
const showsOptions = evidenceShowsWords.map((value) => ({
  value,
  label: evidenceShowsNames[value],
  description: evidenceShowsMeanings[value],
}));

/** Nothing is proposed, and emptying the form takes the last answers back; the schema refuses "". */
const unanswered = { stance: "", shows: "" } as object;

/** Attaches a quoted passage of a source to a claim; the form empties for the next one. */
export function AttachEvidenceForm({
  claim,
  publishers,
}: {
  claim: { id: string; language: string };
  publishers: readonly string[];
}) {
  const state = useActionForm({
    schema: attachEvidenceInput,
    action: attachEvidenceAction,
    idempotent: true,
    clearWhenDone: true,
    done: "Evidence attached.",
    defaultValues: {
      ...emptyNewSource,
      ...unanswered,
      by: "known",
      claimId: claim.id,
      sourceId: "",
      quote: "",
      language: claim.language,
      locator: "",
      independenceGroup: "",
      involved: false,
      conclusive: false,
    },
  });
  return (
    <ActionForm state={state} label="Attach evidence">
      <SourcePicker open="known" publishers={publishers} />
      <TextArea
        name="quote"
        label="Quote"
        hint="The words of the source that bear on the claim, in its own language."
        serif
        counted={5000}
      />
      <div className="form-grid">
        <TextField name="locator" label="Place in the source" hint="Page, paragraph or time" optional />
        <TextField
          name="language"
          label="Language of the quote"
          hint="A tag such as en, ru or ar"
          spellCheck={false}
        />
      </div>
      <RadioGroup name="stance" label="How it bears on the claim" options={stanceOptions} across />
      <RadioGroup name="shows" label="What it shows" options={showsOptions} across />
      <TextField
        name="independenceGroup"
        label="Common origin"
        hint="Pieces that go back to one origin carry the same name; only different origins count as independent."
        optional
      />
      <CheckboxField
        name="involved"
        label="The source is involved in the conflict"
        hint="It is a party to it, or speaks for one."
      />
      <CheckboxField
        name="conclusive"
        label="It settles the matter by itself"
        hint="A register, a signed order, the full recording."
      />
      <div className="form-actions">
        <SubmitButton shortcut>Attach evidence</SubmitButton>
      </div>
    </ActionForm>
  );
}
