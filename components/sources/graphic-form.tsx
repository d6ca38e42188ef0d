"use client";

import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { markGraphicAction } from "#lib/sources/actions";
import type { SourceView } from "#lib/sources/queries";
import { markGraphicInput } from "#lib/sources/schema";

/** Says that a source is graphic, or that it is not. */
export function GraphicForm({ source }: { source: SourceView }) {
  const state = useActionForm({
    schema: markGraphicInput,
    action: markGraphicAction,
    done: "Saved.",
    defaultValues: { sourceId: source.id, version: source.version, graphic: source.graphic },
  });
  return (
    <ActionForm state={state} label="Graphic material">
      <CheckboxField
        name="graphic"
        label="It shows graphic material"
        hint="Dead or wounded people, violence, abuse. Its pictures stay covered at the desk until somebody asks for them, and readers are told before they follow the link."
      />
      <div className="form-actions">
        <SubmitButton kind="plain">Save the mark</SubmitButton>
      </div>
    </ActionForm>
  );
}
