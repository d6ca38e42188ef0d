import type { FieldValues, UseFormReturn } from "react-hook-form";

export type Conflict = {
  version: unknown;
  theirs: Record<string, unknown>;
  differing: { name: string; label: string; mine: string; theirs: string }[];
};

/** What differs between the form and what stands in the database now, for the fields that the form shows. */
export function readConflict(
  mine: FieldValues,
  theirs: Record<string, unknown>,
  labelOf: (name: string) => string | null,
): Conflict {
  const differing = Object.keys(theirs)
    .filter((name) => name !== "version" && asText(mine[name]) !== asText(theirs[name]))
    .flatMap((name) => {
      const label = labelOf(name);
      return label === null ? [] : [{ name, label, mine: asText(mine[name]), theirs: asText(theirs[name]) }];
    });
  return { version: theirs.version, theirs, differing };
}

/** Puts their values into the form as the saved ones; what the database holds as null is empty in a form. */
export function loadTheirs(form: UseFormReturn<FieldValues>, conflict: Conflict): void {
  const mine = form.getValues();
  const known = Object.entries(conflict.theirs).filter(([name]) => name in mine);
  form.reset({ ...mine, ...Object.fromEntries(known.map(([name, value]) => [name, value ?? ""])) });
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
