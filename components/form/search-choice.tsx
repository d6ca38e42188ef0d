"use client";

import { useState, type ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { Action } from "#components/form/call-action";
import { useField, type FieldProps } from "#components/form/field";
import { SearchField } from "#components/form/search-field";
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
  const search = useSearch(action, words);
  const { found } = search;
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
      <SearchField
        {...{ name, label, hint, noun, words, search }}
        {...(optional !== undefined && { optional })}
        onWords={setWords}
      />
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
