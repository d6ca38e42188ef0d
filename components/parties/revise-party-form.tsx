"use client";

import { ActionForm } from "#components/form/action-form";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { PartyPicker } from "#components/parties/party-picker";
import { revisePartyAction } from "#lib/parties/actions";
import type { PartyDetail } from "#lib/parties/queries";
import { partyKindNames } from "#lib/parties/rules";
import { partyKinds, revisePartyInput } from "#lib/parties/schema";

const kindOptions = partyKinds.map((value) => ({ value, label: partyKindNames[value] }));

/** Sets a party right wherever it is named. */
export function RevisePartyForm({ party }: { party: PartyDetail }) {
  const state = useActionForm({
    schema: revisePartyInput,
    action: revisePartyAction,
    done: "Saved.",
    defaultValues: {
      partyId: party.id,
      name: party.name,
      kind: party.kind,
      description: party.description ?? "",
      speaksFor: party.speaksFor?.id ?? "",
      version: party.version,
    },
  });
  return (
    <ActionForm state={state} label="Revise the party">
      <TextField name="name" label="Name" />
      <SelectField name="kind" label="Kind" options={kindOptions} />
      <TextArea
        name="description"
        label="Description"
        hint="Tells parties of one name apart, and says who an unnamed source is."
        rows={2}
        optional
      />
      <PartyPicker
        name="speaksFor"
        label="Speaks for"
        hint="The party whose words these are: a spokesman speaks for a government."
        first={party.speaksFor}
        optional
      />
      <p className="small quiet">
        The change shows in every claim that names this party. You count as a contributor to their next
        editions.
      </p>
      <div className="form-actions">
        <SubmitButton shortcut>Save the party</SubmitButton>
      </div>
    </ActionForm>
  );
}
