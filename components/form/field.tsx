"use client";

import { useId, type ReactNode } from "react";
import { useFormContext, useFormState } from "react-hook-form";

export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
};

export type FieldWiring = {
  id: string;
  error: string | undefined;
  /** For the control: its id, and what describes it. */
  control: { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };
};

/** The ids, the current error and the ARIA attributes of the field with this name in the form around. */
export function useField(name: string, hint: ReactNode): FieldWiring {
  const id = useId();
  const { control, getFieldState } = useFormContext();
  const state = useFormState({ control, name });
  const { error: found } = getFieldState(name, state);
  const error =
    found === undefined ? undefined : (found.message ?? "Check this field.") || "Check this field.";
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    Boolean,
  );
  return {
    id,
    error,
    control: {
      id,
      "aria-describedby": describedBy.length > 0 ? describedBy.join(" ") : undefined,
      "aria-invalid": error === undefined ? undefined : true,
    },
  };
}

/** Label above, hint under it, then the control, then what is wrong with it. */
export function Field({
  name,
  label,
  hint,
  optional = false,
  wiring,
  foot,
  children,
}: FieldProps & { wiring: FieldWiring; foot?: ReactNode; children: ReactNode }) {
  return (
    <div data-field={name} data-label={label}>
      <label htmlFor={wiring.id}>
        {label} {optional && <span className="optional">(optional)</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${wiring.id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <div className="field-foot">
        {wiring.error !== undefined && (
          <p className="field-error" id={`${wiring.id}-error`}>
            {wiring.error}
          </p>
        )}
        {foot}
      </div>
    </div>
  );
}
