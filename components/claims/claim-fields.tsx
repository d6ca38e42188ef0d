"use client";

import { CheckboxField } from "#components/form/checkbox-field";
import { DateField } from "#components/form/date-field";
import { SelectField } from "#components/form/select-field";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { claimKindNames } from "#lib/claims/rules";
import { claimKinds } from "#lib/claims/schema";
import { PartyField } from "#components/parties/party-field";
import { PartyKindField } from "#components/parties/party-kind-field";

const kindOptions = claimKinds.map((value) => ({ value, label: claimKindNames[value] }));
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
        languageIn="language"
        serif
      />
      <PartyField
        name="claimant"
        label="Claimant"
        kind="claimantKind"
        proposals={parties}
        placeholder="Who asserts it, not the outlet"
        optional
      />
      <div className="form-grid">
        <PartyKindField name="claimantKind" label="The claimant is" />
        <CheckboxField name="claimantUnknown" label="No claimant is named" />
      </div>
      <div className="form-grid">
        <SelectField name="kind" label="Kind" empty="Choose a kind" options={kindOptions} />
        <TextField name="language" label="Language tag" placeholder="en, ru, ar" spellCheck={false} />
      </div>
      <div className="form-grid">
        <DateField name="saidOn" label="Date said" hint="As 2015-10-01 or 2015" optional />
        <TextField name="saidWords" label="In the source's words" hint="“Thursday”" optional />
      </div>
    </>
  );
}
