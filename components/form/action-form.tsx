"use client";

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { FormProvider } from "react-hook-form";
import { Alert } from "#components/ui/alert";
import { ConflictPanel } from "#components/form/conflict-panel";
import type { ActionFormState } from "#components/form/use-action-form";
import { PendingContext } from "#components/form/pending-context";

/**
 * The form element of `useActionForm`: fields as children, its messages after them, next to the button that caused them.
 * Command or Ctrl with Enter submits from anywhere inside.
 */
export function ActionForm({
  state,
  children,
  className = "form",
  label,
}: {
  state: ActionFormState;
  children: ReactNode;
  className?: string;
  label?: string;
}) {
  const messages = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.problem === null && state.conflict === null) return;
    // A field that is wrong has the focus already, and is where to look first.
    if (document.activeElement?.getAttribute("aria-invalid") === "true") return;
    messages.current?.scrollIntoView({ block: "nearest" });
  }, [state.problem, state.conflict]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
    state.submit();
  }
  return (
    <FormProvider {...state.form}>
      <PendingContext value={state.pending}>
        <form
          id={state.id}
          // Submitted before its script runs, a form must not put what was typed into the address.
          method="post"
          className={className}
          aria-label={label}
          data-unsaved={state.form.formState.isDirty || undefined}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            // A form in a dialog in a form: React bubbles the event through both.
            event.stopPropagation();
            state.submit();
          }}
        >
          {children}
          <div className="messages" ref={messages}>
            {state.problem !== null && (
              <Alert kind="problem">
                <p>{state.problem.message}</p>
                {state.problem.details.length > 0 && (
                  <ul>
                    {state.problem.details.map((detail) => (
                      <li key={detail}>{detail}</li>
                    ))}
                  </ul>
                )}
              </Alert>
            )}
            {state.conflict !== null && (
              <ConflictPanel
                conflict={state.conflict}
                pending={state.pending}
                onKeepMine={state.keepMine}
                onTakeTheirs={state.takeTheirs}
              />
            )}
          </div>
          <p className="live alert done" role="status">
            {state.announcement}
          </p>
        </form>
      </PendingContext>
    </FormProvider>
  );
}
