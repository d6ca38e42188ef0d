"use client";

import { Field, useField, type FieldProps } from "#components/form/field";
import type { Search } from "#components/form/use-search";

/** The words of a search inside a form, and what came of it; `noun` names what is searched for and several of it. */
export function SearchField<T>({
  words,
  onWords,
  search,
  noun,
  ...field
}: FieldProps & {
  words: string;
  onWords: (words: string) => void;
  search: Search<T>;
  noun: [one: string, many: string];
}) {
  const wiring = useField(field.name, field.hint);
  const { found, problem } = search;
  return (
    <>
      <Field {...field} wiring={wiring}>
        <input
          {...wiring.control}
          type="search"
          className="field"
          dir="auto"
          autoComplete="off"
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            // Enter here means the search, not the form around it.
            if (event.key === "Enter" && !event.metaKey && !event.ctrlKey) event.preventDefault();
          }}
        />
      </Field>
      <p className="small quiet" role="status">
        {problem ?? (found && counted(found.length, noun))}
      </p>
    </>
  );
}

function counted(count: number, [one, many]: [string, string]): string {
  if (count === 0) return `No ${one} has these words.`;
  return count === 1 ? `1 ${one} found.` : `${count} ${many} found.`;
}
