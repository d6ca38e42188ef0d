"use client";

import { useState, type ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { Action } from "#components/form/call-action";
import { Field, useField, type FieldProps } from "#components/form/field";
import { useSearch } from "#components/form/use-search";
import { Button } from "#components/ui/button";
import { Text } from "#components/ui/text";

type Found = { id: string; name: string };

/**
 * Chooses one of many by words that a server action searches for, and keeps its id as the field. `first` is the one that
 * the form comes with, `describe` says what tells it apart, `noun` names it and several of it.
 */
export function SearchChoice<T extends Found>({
  name,
  label,
  hint,
  optional,
  action,
  describe,
  noun,
  first = null,
}: FieldProps & {
  action: Action<T[]>;
  describe: (found: T) => ReactNode;
  noun: [one: string, many: string];
  first?: Found | null;
}) {
  const wiring = useField(name, hint);
  const { setValue } = useFormContext();
  const id: unknown = useWatch({ name });
  const [picked, setPicked] = useState(first);
  const [words, setWords] = useState("");
  const { found, problem } = useSearch(action, words);
  const chosen = picked !== null && picked.id === id ? picked : null;
  function choose(one: Found | null) {
    setPicked(one);
    setWords("");
    setValue(name, one?.id ?? "", { shouldDirty: true });
  }
  if (chosen)
    return (
      <div className="note row between" data-field={name} data-label={label}>
        <span>
          {label}: <Text>{chosen.name}</Text>
        </span>
        <Button kind="link" small onClick={() => choose(null)}>
          {optional ? "Take off or choose another" : "Choose another"}
        </Button>
        {wiring.error !== undefined && <p className="field-error">{wiring.error}</p>}
      </div>
    );
  return (
    <div className="stack">
      <Field name={name} label={label} hint={hint} optional={optional} wiring={wiring}>
        <input
          {...wiring.control}
          type="search"
          className="field"
          dir="auto"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            // Enter here means the search, not the form around it.
            if (event.key === "Enter" && !event.metaKey && !event.ctrlKey) event.preventDefault();
          }}
        />
      </Field>
      <p className="small quiet" role="status">
        {problem ?? (found && counted(found.length, noun))}
      </p>
      {found !== null && found.length > 0 && (
        <ul className="plain-list">
          {found.slice(0, 12).map((one) => (
            <li key={one.id}>
              <Button kind="ghost" small onClick={() => choose(one)}>
                <Text>{one.name}</Text>
                <span className="faint">{describe(one)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function counted(count: number, [one, many]: [string, string]): string {
  if (count === 0) return `No ${one} has these words.`;
  return count === 1 ? `1 ${one} found.` : `${count} ${many} found.`;
}
