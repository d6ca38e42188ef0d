"use client";

import type { ComponentProps } from "react";
import { useFormContext } from "react-hook-form";
import { Field, useField, type FieldProps } from "#components/form/field";

type TextFieldProps = FieldProps &
  Pick<
    ComponentProps<"input">,
    | "type"
    | "autoComplete"
    | "inputMode"
    | "placeholder"
    | "autoFocus"
    | "lang"
    | "maxLength"
    | "spellCheck"
    | "readOnly"
  > & { serif?: boolean };

/** One line of text; its direction follows what is typed. */
export function TextField({ name, label, hint, optional, serif = false, ...input }: TextFieldProps) {
  const wiring = useField(name, hint);
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} hint={hint} optional={optional} wiring={wiring}>
      <input
        type="text"
        dir="auto"
        {...input}
        {...wiring.control}
        {...register(name)}
        aria-required={!optional}
        className={serif ? "field serif-field" : "field"}
      />
    </Field>
  );
}
