"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { Alert } from "#components/ui/alert";
import { setVisibilityAction } from "#lib/publication/actions";
import type { SourceView } from "#lib/sources/queries";
import { visibilityMeanings, visibilityNames } from "#lib/sources/rules";
import { setVisibilityInput, type SourceVisibility } from "#lib/sources/schema";

/**
 * Says who may see a source. `may` is what this member may choose; `named`, what stays named whatever is chosen, is read
 * before a public source becomes confidential.
 */
export function VisibilityForm({
  source,
  may,
  named,
}: {
  source: SourceView;
  may: readonly SourceVisibility[];
  named: ReactNode;
}) {
  const state = useActionForm({
    schema: setVisibilityInput,
    action: setVisibilityAction,
    done: "Saved.",
    defaultValues: {
      sourceId: source.id,
      version: source.version,
      visibility: source.visibility,
      description: source.description ?? "",
      attestation: source.attestation ?? "",
      confirmed: false,
    },
  });
  const options = may.map((value) => ({
    value,
    label: visibilityNames[value],
    description: visibilityMeanings[value],
  }));
  return (
    <ActionForm state={state} label="Who may see this source">
      <RadioGroup name="visibility" label="Who may see it" options={options} />
      <WhatIsTold was={source.visibility} named={named} />
      <p className="small quiet">
        You count as a contributor to the next editions of the claims that rest on this source.
      </p>
      <div className="form-actions">
        <SubmitButton>Save who may see it</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What goes with the choice: the words that readers get instead, what stays as it is, or what they will see again. */
function WhatIsTold({ was, named }: { was: SourceVisibility; named: ReactNode }) {
  const to: unknown = useWatch({ name: "visibility" });
  return (
    <>
      {was === "public" && to !== "public" && named}
      {to === "described" && (
        <TextArea
          name="description"
          label="Description for readers"
          hint="What kind of source it is, and why it can know. Everybody reads this instead of the source: write nothing that leads to it."
          rows={3}
        />
      )}
      {to === "hidden" && (
        <TextArea
          name="attestation"
          label="What you vouch for"
          hint="Everybody reads this instead of the source, as an editor’s word: that you have seen it, and what it bears out."
          rows={3}
        />
      )}
      {was !== "public" && to === "public" && (
        <>
          <Alert kind="warning" still title="Readers will see all of it">
            Its title, address, description, publisher and date will stand on the page of every claim that
            rests on it, from the next edition on. The whole desk sees them at once.
          </Alert>
          <CheckboxField name="confirmed" label="Readers and the whole desk may see all of this source" />
        </>
      )}
    </>
  );
}
