"use client";

import { focusWithin } from "#components/form/field-lookup";
import type { Missing } from "#lib/editions/missing";

/** An item of the checklist as the way to where it is mended: into the field where there is one, else to its place. */
export function MendLink({ item }: { item: Missing }) {
  const { where, at, field, message } = item;
  return (
    <a
      href={`#${at ?? where}`}
      onClick={(event) => {
        if (field !== undefined && focusWithin(where, field)) event.preventDefault();
      }}
    >
      {message}
    </a>
  );
}
