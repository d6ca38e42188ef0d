"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "#components/ui/button";
import { Sign } from "#components/ui/sign";

/**
 * The rows of a form that have an order: each can be moved and removed, by keyboard as well, with the focus kept and what
 * happened said. `noun` is what one is called ("place"); `after` gets the way to add a row, whose field of that name is focused.
 */
export function OrderedRows({
  name,
  noun,
  removal = "Remove",
  least = 0,
  className,
  children,
  after,
}: {
  name: string;
  noun: string;
  removal?: string;
  least?: number;
  className?: string;
  children: (at: number) => ReactNode;
  after: (rows: { count: number; add: (row: object, field: string) => void }) => ReactNode;
}) {
  const { control } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name });
  const list = useRef<HTMLOListElement>(null);
  const [done, setDone] = useState<{ said: string; row: number; control: string } | null>(null);
  useEffect(() => {
    // Rows move under the focus, and removed ones take it with them.
    if (!done) return;
    const row = list.current?.children[Math.min(done.row, fields.length - 1)];
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-control="${done.control}"]:not(:disabled)`);
    (wanted ?? row?.querySelector<HTMLElement>("button:not(:disabled)"))?.focus();
  }, [done, fields.length]);
  function shift(from: number, to: number) {
    move(from, to);
    setDone({ said: `Moved to ${noun} ${to + 1}.`, row: to, control: to < from ? "up" : "down" });
  }
  function drop(at: number) {
    remove(at);
    setDone({ said: `${capital(noun)} ${at + 1} removed.`, row: at, control: "remove" });
  }
  return (
    <>
      <ol className={["plain-list", className].filter(Boolean).join(" ")} ref={list}>
        {fields.map((field, at) => (
          <li key={field.id} aria-label={`${capital(noun)} ${at + 1}`}>
            {children(at)}
            <div className="row">
              <Button
                small
                data-control="up"
                aria-label={`Move ${noun} ${at + 1} up`}
                disabled={at === 0}
                onClick={() => shift(at, at - 1)}
              >
                <Sign name="up" />
              </Button>
              <Button
                small
                data-control="down"
                aria-label={`Move ${noun} ${at + 1} down`}
                disabled={at === fields.length - 1}
                onClick={() => shift(at, at + 1)}
              >
                <Sign name="down" />
              </Button>
              <Button
                small
                kind="ghost"
                data-control="remove"
                aria-label={`${removal} ${noun} ${at + 1}`}
                disabled={fields.length <= least}
                onClick={() => drop(at)}
              >
                {removal}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {done?.said}
      </p>
      {after({
        count: fields.length,
        add: (row, field) => append(row, { focusName: `${name}.${fields.length}.${field}` }),
      })}
    </>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
