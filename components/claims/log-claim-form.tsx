"use client";

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useWatch, type UseFormReturn, type FieldValues } from "react-hook-form";
import { ActionForm } from "#components/form/action-form";
import { focusField } from "#components/form/field-lookup";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { ClaimFields } from "#components/claims/claim-fields";
import { logClaimAction } from "#lib/claims/actions";
import { logClaimInput } from "#lib/claims/schema";

/** Words of the article that were selected; `start` and `end` count code points. */
export interface PickedWords {
  exact: string;
  start: number;
  end: number;
}

/**
 * Logs a claim beside the text of its article. Takes over the words that are picked in the text; typed or pasted words
 * do as well. Whoever shows it takes it away when a claim is logged; Escape closes it, and asks first when something was typed.
 */
export function LogClaimForm({
  article,
  picked,
  summons,
  parties,
  origin,
  onLogged,
  onClose,
}: {
  article: { versionId: string; language: string };
  picked: PickedWords | null;
  /** Each new number moves the cursor into the form; words that are picked without one leave it where it is. */
  summons: number;
  parties: readonly string[];
  /** From how much of the text it is made, and how that is changed. */
  origin?: ReactNode;
  onLogged: (claim: { claimId: string; number: number }) => void;
  onClose: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const state = useActionForm({
    schema: logClaimInput,
    action: logClaimAction,
    idempotent: true,
    defaultValues: {
      articleVersionId: article.versionId,
      exact: "",
      start: undefined,
      end: undefined,
      wording: "",
      language: article.language,
      claimant: "",
      claimantKind: "",
      claimantUnknown: false,
      saidOn: "",
      saidWords: "",
    },
    onDone: onLogged,
  });
  usePicked(state.form, picked);
  useEffect(() => {
    focusField(state.id, [picked ? "wording" : "exact"]);
    // When it is summoned and at no other time: the focus is the person's own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [summons]);

  const { dirtyFields } = state.form.formState;
  const close = () => (Object.keys(dirtyFields).length > 0 ? setAsking(true) : onClose());
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented || asking) return;
    event.preventDefault();
    close();
  }
  return (
    <section className="note form" aria-label="New claim" onKeyDown={onKeyDown}>
      <div className="row between">
        <p className="eyebrow">New claim</p>
        {origin}
      </div>
      <ActionForm state={state} label="Log a claim">
        <TextArea
          name="exact"
          label="Words in the article"
          hint="Selected in the text, or pasted exactly."
          rows={2}
          lang={article.language}
          serif
        />
        <TypedWords picked={picked} form={state.form} />
        <ClaimFields parties={parties} />
        <div className="form-actions">
          <SubmitButton shortcut pendingLabel="Logging…">
            Log
          </SubmitButton>
          <Button kind="ghost" shortcut="esc" onClick={close}>
            Close
          </Button>
        </div>
      </ActionForm>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={onClose}
        title="Close without logging?"
        confirmLabel="Close the form"
      >
        What you typed in the form is lost then.
      </ConfirmDialog>
    </section>
  );
}

/** Puts newly picked words into the form; the wording follows them until somebody has changed it. */
function usePicked(form: UseFormReturn<FieldValues>, picked: PickedWords | null) {
  const filled = useRef("");
  useEffect(() => {
    if (!picked) return;
    for (const name of ["exact", "start", "end"] as const) form.setValue(name, picked[name]);
    form.clearErrors("exact");
    const wording: unknown = form.getValues("wording");
    if (wording === "" || wording === filled.current) {
      filled.current = picked.exact.replace(/\s+/g, " ").trim();
      form.setValue("wording", filled.current);
    }
  }, [form, picked]);
}

/** Words that were typed have no place yet: they are looked for when the claim is logged. */
function TypedWords({ picked, form }: { picked: PickedWords | null; form: UseFormReturn<FieldValues> }) {
  const exact: unknown = useWatch({ name: "exact" });
  useEffect(() => {
    if (picked && exact === picked.exact) return;
    form.setValue("start", undefined);
    form.setValue("end", undefined);
  }, [exact, form, picked]);
  return null;
}
