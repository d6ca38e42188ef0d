"use client";

import { useEffect } from "react";
import { ActionForm } from "#components/form/action-form";
import { ComboField } from "#components/form/combo-field";
import { focusField } from "#components/form/field-lookup";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { Button } from "#components/ui/button";
import { markCoverageAction } from "#lib/articles/actions";
import type { Span } from "#lib/articles/rules";
import { markCoverageInput } from "#lib/articles/schema";

const usualReasons = ["A forecast", "A wish or a demand", "Too vague to check", "Nothing is asserted"];

/** Asks why sentences cannot be checked and marks them so. Escape closes it. */
export function NotCheckableForm({
  articleVersionId,
  spans,
  onMarked,
  onClose,
}: {
  articleVersionId: string;
  spans: readonly Span[];
  onMarked: (reason: string) => void;
  onClose: () => void;
}) {
  const state = useActionForm({
    schema: markCoverageInput,
    action: markCoverageAction,
    defaultValues: {
      articleVersionId,
      spans: spans.map(({ start, end }) => ({ start, end })),
      kind: "not_checkable",
      reason: "",
    },
    onDone: () => onMarked(String(state.form.getValues("reason")).trim()),
  });
  useEffect(() => focusField(state.id, ["reason"]), [state.id]);
  return (
    <section
      className="note form"
      aria-label="Not checkable"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <p className="eyebrow">Not checkable</p>
      <ActionForm state={state} label="Why it cannot be checked">
        <ComboField
          name="reason"
          label="Reason"
          hint={spans.length === 1 ? "Why this sentence cannot be checked" : `For ${spans.length} sentences`}
          proposals={usualReasons}
        />
        <div className="form-actions">
          <SubmitButton pendingLabel="Marking…">Mark</SubmitButton>
          <Button kind="ghost" shortcut="esc" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
