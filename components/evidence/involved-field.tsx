"use client";

import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { involvementOf, type InvolvedParty } from "#lib/evidence/rules";

/**
 * Whether the source is involved in the conflict: ticked when its publisher is, with the reason, and left to the person
 * from then on. `publisher` is that of the chosen source; that of a new source is read from the form around.
 */
export function InvolvedField({
  involved,
  publisher,
}: {
  involved: readonly InvolvedParty[];
  publisher: string;
}) {
  const { setValue } = useFormContext();
  const [by, typed]: unknown[] = useWatch({ name: ["by", "sourcePublisher"] });
  const named = by === "new" && typeof typed === "string" ? typed : publisher;
  const because = involvementOf(named, involved);
  useEffect(() => {
    if (because !== null) setValue("involved", true, { shouldDirty: true });
  }, [because, setValue]);
  return (
    <CheckboxField
      name="involved"
      label="The source is involved in the conflict"
      hint={because === null ? "It is a party to it, or speaks for one." : `Ticked because ${because}.`}
    />
  );
}
