"use client";

import type { FieldProps } from "#components/form/field";
import { SelectField } from "#components/form/select-field";
import { partyKindNames } from "#lib/parties/rules";
import { partyKinds } from "#lib/parties/schema";

const options = partyKinds.map((value) => ({ value, label: partyKindNames[value] }));

/** What kind of party is named beside it. Nothing is chosen at first: whoever is in a hurry would leave it at that. */
export function PartyKindField(field: FieldProps) {
  return <SelectField {...field} empty="Choose what it is" options={options} />;
}
