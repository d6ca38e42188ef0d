"use client";

import { useContext, type ReactNode } from "react";
import { Button } from "#components/ui/button";
import { PendingContext } from "#components/form/pending-context";

/**
 * Submits the form around it. While the answer is awaited it keeps the focus and refuses further clicks.
 * `shortcut` shows the keys; Command or Ctrl with Enter works in every form.
 */
export function SubmitButton({
  children,
  pendingLabel = "Saving…",
  kind = "primary",
  shortcut = false,
}: {
  children: ReactNode;
  pendingLabel?: string;
  kind?: "primary" | "plain" | "danger";
  shortcut?: boolean;
}) {
  const pending = useContext(PendingContext);
  return (
    <Button
      type="submit"
      kind={kind}
      shortcut={shortcut && !pending ? "Command Enter" : undefined}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
    >
      {pending ? pendingLabel : children}
    </Button>
  );
}
