"use client";

import { useEffect, useRef, useState } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { PartyField } from "#components/parties/party-field";
import { PartyKindField } from "#components/parties/party-kind-field";
import { Button } from "#components/ui/button";
import { Sign } from "#components/ui/sign";
import { maxRelays } from "#lib/disputes/schema";

/** The ordered chain of who passed a position on: the first heard it from the party, the last told us. */
export function RelayFields() {
  const { control } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name: "relays" });
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
    setDone({ said: `Moved to place ${to + 1}.`, row: to, control: to < from ? "up" : "down" });
  }
  function drop(at: number) {
    remove(at);
    setDone({ said: `Place ${at + 1} removed.`, row: at, control: "remove" });
  }
  return (
    <fieldset className="stack" data-field="relays" data-label="Relayed by">
      <legend>
        Relayed by <span className="optional">(optional)</span>
      </legend>
      <p className="hint">
        Who passed it on, in order: the first heard it from the party, the last is where it stands.
      </p>
      <ol className="relays plain-list" ref={list}>
        {fields.map((field, at) => (
          <li key={field.id} className="relay" aria-label={`Place ${at + 1}`}>
            <PartyField
              name={`relays.${at}.name`}
              label={at === 0 ? "Heard by" : "Then by"}
              kind={`relays.${at}.kind`}
            />
            <PartyKindField name={`relays.${at}.kind`} label="Which is" />
            <div className="row">
              <Button
                small
                data-control="up"
                aria-label={`Move place ${at + 1} up`}
                disabled={at === 0}
                onClick={() => shift(at, at - 1)}
              >
                <Sign name="up" />
              </Button>
              <Button
                small
                data-control="down"
                aria-label={`Move place ${at + 1} down`}
                disabled={at === fields.length - 1}
                onClick={() => shift(at, at + 1)}
              >
                <Sign name="down" />
              </Button>
              <Button
                small
                kind="ghost"
                data-control="remove"
                aria-label={`Remove place ${at + 1}`}
                onClick={() => drop(at)}
              >
                Remove
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {done?.said}
      </p>
      <div>
        <Button
          small
          disabled={fields.length >= maxRelays}
          onClick={() => append({ name: "", kind: "" }, { focusName: `relays.${fields.length}.name` })}
        >
          Add a relay
        </Button>
      </div>
    </fieldset>
  );
}
