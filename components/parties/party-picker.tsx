"use client";

import type { FieldProps } from "#components/form/field";
import { SearchChoice } from "#components/form/search-choice";
import { findPartiesAction } from "#lib/parties/actions";
import { partyKindNames } from "#lib/parties/rules";

/** Chooses one of the desk's parties by its name and keeps its id as the field; `first` is the one the form comes with. */
export function PartyPicker(field: FieldProps & { first?: { id: string; name: string } | null }) {
  return (
    <SearchChoice
      {...field}
      action={findPartiesAction}
      noun={["party", "parties"]}
      describe={({ kind, description }) => description ?? partyKindNames[kind]}
    />
  );
}
