"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { NewSourceFields } from "#components/sources/new-source-fields";
import { addSourceAction } from "#lib/sources/actions";
import { addSourceInput } from "#lib/sources/schema";

/** Adds a source by itself, and goes to its page; a known address leads to the known source, which says so. */
export function AddSourceForm({ publishers }: { publishers: readonly string[] }) {
  const router = useRouter();
  const state = useActionForm({
    schema: addSourceInput,
    action: addSourceAction,
    idempotent: true,
    clearWhenDone: true,
    defaultValues: {
      kind: "document",
      title: "",
      url: "",
      description: "",
      publisher: "",
      publisherKind: "organisation",
      publishedOn: "",
      language: "en",
      capture: true,
      visibility: "public",
    },
    onDone: ({ sourceId, reused }) => router.push(`/desk/sources/${sourceId}${reused ? "?known=1" : ""}`),
  });
  return (
    <ActionForm state={state} label="Add a source">
      <NewSourceFields publishers={publishers} />
      <div className="form-actions">
        <SubmitButton shortcut>Add source</SubmitButton>
      </div>
    </ActionForm>
  );
}
