"use client";

import { ActionButton } from "#components/form/action-button";
import { useIdempotencyKey } from "#components/form/use-idempotency-key";
import { captureArticleAgainAction } from "#lib/articles/actions";

/** Asks for a copy of an article's page as it stands now. */
export function FetchAgainButton({ articleId }: { articleId: string }) {
  const key = useIdempotencyKey();
  return (
    <ActionButton
      action={(input) => captureArticleAgainAction({ ...(input as object), idempotencyKey: key.current() })}
      input={{ articleId }}
      done={{ words: "A new copy was asked for." }}
      small
      pendingLabel="Asking…"
    >
      Fetch again
    </ActionButton>
  );
}
