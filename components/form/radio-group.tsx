"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { useField, type FieldProps } from "#components/form/field";

export type RadioOption = { value: string; label: ReactNode; description?: ReactNode; disabled?: boolean };

/** One of a few, all in sight, each with what it means. `across` sets them in columns where there is room. */
export function RadioGroup({
  name,
  label,
  hint,
  optional = false,
  options,
  across = false,
}: FieldProps & { options: readonly RadioOption[]; across?: boolean }) {
  const wiring = useField(name, hint);
  const { register } = useFormContext();
  return (
    <fieldset
      data-field={name}
      data-label={label}
      role="radiogroup"
      aria-describedby={wiring.control["aria-describedby"]}
      aria-invalid={wiring.control["aria-invalid"]}
      className={wiring.error === undefined ? undefined : "fieldset-error"}
    >
      <legend>
        {label} {optional && <span className="optional">(optional)</span>}
      </legend>
      {hint !== undefined && (
        <p className="hint" id={`${wiring.id}-hint`}>
          {hint}
        </p>
      )}
      <div className={across ? "choices across" : "choices"}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              value={option.value}
              disabled={option.disabled}
              aria-labelledby={`${wiring.id}-${option.value}-label`}
              aria-describedby={option.description === undefined ? undefined : `${wiring.id}-${option.value}`}
              {...register(name)}
            />
            <span id={`${wiring.id}-${option.value}-label`}>{option.label}</span>
            {option.description !== undefined && (
              <span className="description" id={`${wiring.id}-${option.value}`}>
                {option.description}
              </span>
            )}
          </label>
        ))}
      </div>
      {wiring.error !== undefined && (
        <p className="field-error" id={`${wiring.id}-error`}>
          {wiring.error}
        </p>
      )}
    </fieldset>
  );
}
