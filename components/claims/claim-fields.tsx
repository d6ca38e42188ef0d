"use client";

import { CheckboxField } from "#components/form/checkbox-field";
import { DateField } from "#components/form/date-field";
import { SelectField } from "#components/form/select-field";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { claimKindNames } from "#lib/claims/rules";
import { claimKinds } from "#lib/claims/schema";
import { PartyField } from "#components/parties/party-field";
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
      <div className="form-grid">
        <SelectField
          name="kind"
          label="Kind"
          hint="What it asserts"
          empty="Choose a kind"
          options={kindOptions}
        />
        <DateField name="saidOn" label="Date said" hint="As 2015-10-01 or 2015" optional />
        <TextField name="saidWords" label="Date in the source's words" hint="“Thursday”" optional />
      </div>
      <div className="form-grid">
        <PartyField
          name="claimant"
          label="Claimant"
          kind="claimantKind"
          proposals={parties}
          placeholder="Not the outlet"
          optional
        />
        <SelectField name="claimantKind" label="The claimant is" options={partyOptions} />
      </div>
      <CheckboxField name="claimantUnknown" label="Nobody knows who claims it" />
      <TextField
        name="language"
        label="Language of the wording"
        hint="A tag such as en, ru or ar"
        spellCheck={false}
      />
    </>
  );
}
