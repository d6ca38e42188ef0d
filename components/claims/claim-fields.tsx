"use client";

import { CheckboxField } from "#components/form/checkbox-field";
import { ComboField } from "#components/form/combo-field";
import { DateField } from "#components/form/date-field";
import { SelectField } from "#components/form/select-field";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { claimKindNames } from "#lib/claims/rules";
import { claimKinds } from "#lib/claims/schema";
import { partyKindNames } from "#lib/parties/rules";
import { partyKinds } from "#lib/parties/schema";

const kindOptions = claimKinds.map((value) => ({ value, label: claimKindNames[value] }));
const partyOptions = partyKinds.map((value) => ({ value, label: partyKindNames[value] }));

/** The fields of a claim, for logging it and for rewording it. `parties` are names to propose as claimants. */
export function ClaimFields({ parties }: { parties: readonly string[] }) {
  return (
    <>
      <TextArea
        name="wording"
        label="In neutral words"
        hint="One assertion that can be checked."
        rows={2}
        counted={500}
        serif
      />
      <SelectField name="kind" label="Kind" empty="Choose a kind" options={kindOptions} />
      <ComboField
        name="claimant"
        label="Claimant"
        hint="Who claims it, not the outlet that reports it."
        proposals={parties}
        optional
      />
      <SelectField name="claimantKind" label="The claimant is" options={partyOptions} />
      <CheckboxField name="claimantUnknown" label="Nobody knows who claims it" />
      <DateField name="saidOn" label="Date said" optional />
      <TextField
        name="language"
        label="Language of the wording"
        hint="A tag such as en, ru or ar"
        spellCheck={false}
      />
    </>
  );
}
