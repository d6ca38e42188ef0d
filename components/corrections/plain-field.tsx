import type { ReactNode } from "react";

/** A labelled field of a form that works without any script: label, hint, control, and what was wrong with it. */
export function PlainField({
  name,
  label,
  hint,
  optional = false,
  error,
  children,
}: {
  name: string;
  label: string;
  hint: string;
  optional?: boolean;
  error: string | undefined;
  children: (control: {
    id: string;
    name: string;
    "aria-describedby": string;
    "aria-invalid": true | undefined;
  }) => ReactNode;
}) {
  return (
    <div>
      <label htmlFor={name}>
        {label} {optional && <span className="optional">(optional)</span>}
      </label>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {children({
        id: name,
        name,
        "aria-describedby": error === undefined ? `${name}-hint` : `${name}-error ${name}-hint`,
        "aria-invalid": error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
