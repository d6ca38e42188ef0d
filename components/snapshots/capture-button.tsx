"use client";

import { ActionButton } from "#components/form/action-button";
import { useIdempotencyKey } from "#components/form/use-idempotency-key";
import { captureAgainAction } from "#lib/sources/actions";

/** Asks for a copy of the source's page as it stands now. */
export function CaptureButton({ sourceId, again }: { sourceId: string; again: boolean }) {
  const key = useIdempotencyKey();
  return (
    <ActionButton
      action={(input) => captureAgainAction({ ...(input as object), idempotencyKey: key.current() })}
      input={{ sourceId }}
      done={{ words: "A new copy was asked for." }}
      small
      pendingLabel="Asking…"
    >
      {again ? "Capture again" : "Capture the page"}
    </ActionButton>
  );
}
