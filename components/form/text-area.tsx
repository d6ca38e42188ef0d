"use client";

import type { ComponentProps } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Field, useField, type FieldProps } from "#components/form/field";

type TextAreaProps = FieldProps &
  Pick<
    ComponentProps<"textarea">,
    "rows" | "placeholder" | "autoFocus" | "lang" | "spellCheck" | "onPaste"
  > & {
    /** Shows how many characters are used of this many; the schema is what refuses more. */
    counted?: number;
    /** For whole articles: tall, in the reading face. */
    long?: boolean;
    serif?: boolean;
    /** The field of the same form in which the language of this text stands, for voices, typefaces and spelling. */
    languageIn?: string;
  };

/** Several lines of text; grows with its content, and its direction follows what is typed. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  counted,
  long = false,
  serif = false,
  languageIn,
  ...area
}: TextAreaProps) {
  const wiring = useField(name, hint);
  const { register } = useFormContext();
  const language: unknown = useWatch({ name: languageIn ?? name, disabled: languageIn === undefined });
  const className = ["field", long && "long", serif && "serif-field"].filter(Boolean).join(" ");
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      wiring={wiring}
      foot={counted !== undefined && <Counter name={name} limit={counted} />}
    >
      <textarea
        rows={3}
        dir="auto"
        lang={
          languageIn !== undefined && typeof language === "string" && language !== "" ? language : undefined
        }
        {...area}
        {...wiring.control}
        {...register(name)}
        aria-required={!optional}
        className={className}
      />
    </Field>
  );
}

function Counter({ name, limit }: { name: string; limit: number }) {
  const value: unknown = useWatch({ name });
  const used = typeof value === "string" ? value.length : 0;
  return (
    <span className={used > limit ? "counter over" : "counter"}>{`${used} of ${limit} characters`}</span>
  );
}
