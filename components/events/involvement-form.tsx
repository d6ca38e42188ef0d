"use client";

import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { PartyField } from "#components/parties/party-field";
import { PartyKindField } from "#components/parties/party-kind-field";
import { setInvolvementAction } from "#lib/events/actions";
import { involvementMeanings, involvementNames, versionOf } from "#lib/events/rules";
import { involvements, setInvolvementInput, type Involvement } from "#lib/events/schema";

const options = involvements.map((value) => ({
  value,
  label: involvementNames[value],
  description: involvementMeanings[value],
}));

/** Says whether a party is involved in the conflict of an event; for the party `of` the list, or for one that is named. */
export function InvolvementForm({
  eventId,
  of,
}: {
  eventId: string;
  of?: { id: string; involved: boolean; note: string };
}) {
  const first: Involvement = of && !of.involved ? "not_involved" : "involved";
  const state = useActionForm({
    schema: setInvolvementInput,
    action: setInvolvementAction,
    clearWhenDone: true,
    done: "Saved.",
    defaultValues: {
      eventId,
      partyId: of?.id ?? "",
      party: "",
      partyKind: "",
      involvement: first,
      note: of?.note ?? "",
      version: versionOf(of ?? null),
    },
  });
  return (
    <ActionForm state={state} label={of ? "Change the involvement" : "Say who is involved"}>
      {!of && (
        <div className="form-grid">
          <PartyField name="party" label="Party" kind="partyKind" />
          <PartyKindField name="partyKind" label="The party is" />
        </div>
      )}
      <RadioGroup name="involvement" label="In the conflict" options={options} across />
      <TextField name="note" label="In what way, or why not" optional />
      <div className="form-actions">
        <SubmitButton shortcut>Save the involvement</SubmitButton>
      </div>
    </ActionForm>
  );
}
