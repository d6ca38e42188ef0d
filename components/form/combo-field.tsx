"use client";

import { useFormContext } from "react-hook-form";
import { Field, useField, type FieldProps } from "#components/form/field";

/** Free text with proposals from what the desk already knows; anything else may be typed. */
export function ComboField({
  name,
  label,
  hint,
  optional,
  proposals,
  placeholder,
}: FieldProps & { proposals: readonly string[]; placeholder?: string }) {
  const wiring = useField(name, hint);
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} hint={hint} optional={optional} wiring={wiring}>
      <input
        type="text"
        dir="auto"
        autoComplete="off"
        placeholder={placeholder}
        list={`${wiring.id}-list`}
        {...wiring.control}
        {...register(name)}
        aria-required={!optional}
        className="field"
      />
      <datalist id={`${wiring.id}-list`}>
        {proposals.map((proposal) => (
          <option key={proposal} value={proposal} />
        ))}
      </datalist>
    </Field>
  );
}
