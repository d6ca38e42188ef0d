"use client";

import { useFormContext } from "react-hook-form";
import { Field, useField, type FieldProps } from "#components/form/field";

/** One of a few: a native select. `empty` is the words of the first option, which has no value. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  empty,
}: FieldProps & { options: readonly { value: string; label: string }[]; empty?: string }) {
  const wiring = useField(name, hint);
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} hint={hint} optional={optional} wiring={wiring}>
      <select {...wiring.control} {...register(name)} aria-required={!optional} className="field">
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
