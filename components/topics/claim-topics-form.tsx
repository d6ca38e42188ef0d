"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { Text } from "#components/ui/text";
import { setClaimTopicsAction } from "#lib/topics/actions";
import { versionOf } from "#lib/topics/rules";
import { setClaimTopicsInput } from "#lib/topics/schema";

/** Says what a claim is about, in a few names; `known` are those that the desk has already. */
export function ClaimTopicsForm({
  claimId,
  topics,
  known,
}: {
  claimId: string;
  topics: readonly string[];
  known: readonly string[];
}) {
  const state = useActionForm({
    schema: setClaimTopicsInput,
    action: setClaimTopicsAction,
    done: "Saved.",
    defaultValues: { claimId, topics: topics.join(", "), version: versionOf(topics) },
  });
  return (
    <ActionForm state={state} label="The topics of the claim">
      <TextField name="topics" label="Topics" hint="At most five, with commas between them" optional />
      {known.length > 0 && (
        <p className="small quiet">
          Used before: <Text>{known.join(", ")}</Text>
        </p>
      )}
      <div className="form-actions">
        <SubmitButton shortcut>Save the topics</SubmitButton>
      </div>
    </ActionForm>
  );
}
