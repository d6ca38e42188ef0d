"use client";

import { OrderedRows } from "#components/form/ordered-rows";
import { PartyField } from "#components/parties/party-field";
import { PartyKindField } from "#components/parties/party-kind-field";
import { Button } from "#components/ui/button";
import { maxRelays } from "#lib/disputes/schema";

/** The ordered chain of who passed a position on: the first heard it from the party, the last told us. */
export function RelayFields() {
  return (
    <fieldset className="stack" data-field="relays" data-label="Relayed by">
      <legend>
        Relayed by <span className="optional">(optional)</span>
      </legend>
      <p className="hint">
        Who passed it on, in order: the first heard it from the party, the last is where it stands.
      </p>
      <OrderedRows
        name="relays"
        noun="place"
        className="relays"
        after={({ count, add }) => (
          <div>
            <Button small disabled={count >= maxRelays} onClick={() => add({ name: "", kind: "" }, "name")}>
              Add a relay
            </Button>
          </div>
        )}
      >
        {(at) => (
          <>
            <PartyField
              name={`relays.${at}.name`}
              label={at === 0 ? "Heard by" : "Then by"}
              kind={`relays.${at}.kind`}
            />
            <PartyKindField name={`relays.${at}.kind`} label="Which is" />
          </>
        )}
      </OrderedRows>
    </fieldset>
  );
}
