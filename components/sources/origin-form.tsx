"use client";

import { ActionForm } from "#components/form/action-form";
import { ComboField } from "#components/form/combo-field";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { groupSourceAction } from "#lib/sources/actions";
import type { SourceView } from "#lib/sources/queries";
import { groupSourceInput } from "#lib/sources/schema";

/** Says to which origin a source goes back. `origins` are the names in use. */
export function OriginForm({ source, origins }: { source: SourceView; origins: readonly string[] }) {
  const state = useActionForm({
    schema: groupSourceInput,
    action: groupSourceAction,
    done: "Saved.",
    defaultValues: {
      sourceId: source.id,
      version: source.version,
      independenceGroup: source.independenceGroup ?? "",
    },
  });
  const isPublic = source.visibility === "public";
  return (
    <ActionForm state={state} label="Common origin">
      <ComboField
        name="independenceGroup"
        label="Goes back to"
        hint={`Twenty newspapers that print one agency’s story are one source: give all of them the name of that story. Evidence from here counts as of this origin, unless it names its own.${isPublic ? "" : " Readers are not told the origin of a confidential source."}`}
        proposals={origins}
        optional
      />
      <div className="form-actions">
        <SubmitButton kind="plain">Save the origin</SubmitButton>
      </div>
    </ActionForm>
  );
}
