"use client";

import { TextField } from "#components/form/text-field";
import type { FieldProps } from "#components/form/field";

/** A calendar date as precise as it is known. A text field, since the native date picker cannot leave out the day, and for the keyboard of letters: that of digits has no hyphen. */
export function DateField({ hint = "2015-10-01, 2015-10 or about 2015", ...field }: FieldProps) {
  return <TextField {...field} hint={hint} autoComplete="off" spellCheck={false} />;
}
