"use client";

import { useFormContext } from "react-hook-form";
import { useField } from "#components/form/field";

/** A yes or no; the whole line is the target. */
export function CheckboxField({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const wiring = useField(name, hint);
  const { register } = useFormContext();
  return (
    <div data-field={name} data-label={label}>
      <label className="choice">
        <input
          type="checkbox"
          aria-labelledby={`${wiring.id}-label`}
          {...wiring.control}
          {...register(name)}
        />
        <span id={`${wiring.id}-label`}>{label}</span>
        {hint !== undefined && (
          <span className="description" id={`${wiring.id}-hint`}>
            {hint}
          </span>
        )}
      </label>
      {wiring.error !== undefined && (
        <p className="field-error" id={`${wiring.id}-error`}>
          {wiring.error}
        </p>
      )}
    </div>
  );
}
