"use client";

import { useEffect, useRef, useState } from "react";
import { get, useFormContext, useWatch } from "react-hook-form";
import { ComboField } from "#components/form/combo-field";
import type { FieldProps } from "#components/form/field";
import { useSearch } from "#components/form/use-search";
import { findPartiesAction } from "#lib/parties/actions";
import type { PartyView } from "#lib/parties/queries";

/**
 * The name of a party, with those that the desk knows proposed while somebody types; a new one may be typed. A known name
 * fills in the fields `kind` and `description` of the form, where they are named here and nobody has filled them in; another
 * name takes that back.
 */
export function PartyField({
  name,
  kind,
  description,
  proposals = [],
  ...field
}: FieldProps & {
  kind?: string;
  description?: string;
  placeholder?: string;
  /** Names to propose before anything is typed. */
  proposals?: readonly string[];
}) {
  const { setValue, getFieldState, formState } = useFormContext();
  const value: unknown = useWatch({ name });
  const words = typeof value === "string" ? value : "";
  const [first] = useState(words);
  const { found } = useSearch(findPartiesAction, words === first ? "" : words);
  const known = only(found ?? [], words);
  const { dirtyFields } = formState;
  const filled = useRef(false);
  useEffect(() => {
    if (!known && !filled.current) return;
    // What somebody chose by hand stays, however late the answer comes.
    const fill = (field: string | undefined, what: string) => {
      if (field !== undefined && !getFieldState(field, { ...formState, dirtyFields }).isDirty)
        setValue(field, what, { shouldValidate: formState.isSubmitted });
    };
    // Another name that nobody knows is not of the kind of the one that stood there before.
    const first = (field = "") => String(get(formState.defaultValues, field) ?? "");
    fill(kind, known?.kind ?? first(kind));
    fill(description, known ? (known.description ?? "") : first(description));
    filled.current = known !== null;
    // When the name is known, and at no other time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [known?.id, kind, description]);
  const names = found?.map((party) => party.name) ?? proposals;
  return <ComboField {...field} name={name} proposals={[...new Set(names)]} />;
}

/** The one party of exactly this name; several of one name are told apart by whoever types. */
function only(parties: readonly PartyView[], name: string): PartyView | null {
  const same = parties.filter((party) => party.name.toLowerCase() === name.trim().toLowerCase());
  return same.length === 1 ? (same[0] ?? null) : null;
}
