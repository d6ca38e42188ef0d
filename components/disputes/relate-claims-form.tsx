"use client";

import { useWatch } from "react-hook-form";
import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { relateClaimsAction } from "#lib/disputes/actions";
import { relationMeanings, relationNames } from "#lib/disputes/rules";
import { relateClaimsInput, relationKinds } from "#lib/disputes/schema";

const kindOptions = relationKinds.map((value) => ({
  value,
  label: `This claim ${relationNames[value].out}`,
  description: relationMeanings[value],
}));

/** No relation is proposed: one that disputes must be meant. The schema refuses "". */
const unanswered = { kind: "" } as object;

/** Says how a claim stands to another one, which is named by its number. */
export function RelateClaimsForm({ claimId }: { claimId: string }) {
  const state = useActionForm({
    schema: relateClaimsInput,
    action: relateClaimsAction,
    clearWhenDone: true,
    done: "Relation added.",
    defaultValues: { ...unanswered, claimId, other: "", reason: "" },
  });
  return (
    <ActionForm state={state} label="Relate to another claim">
      <RadioGroup name="kind" label="How they stand to each other" options={kindOptions} across />
      <TextField
        name="other"
        label="The other claim"
        hint={
          <>
            Its number, such as <span className="nr">C-1042</span>
          </>
        }
        spellCheck={false}
      />
      <Reason />
      <div className="form-actions">
        <SubmitButton shortcut>Add relation</SubmitButton>
      </div>
    </ActionForm>
  );
}

const shown = "In your own words: readers see it once both claims are public.";

/** Two similar claims are told apart by nothing but what they differ in. */
function Reason() {
  const kind: unknown = useWatch({ name: "kind" });
  return kind === "similar" ? (
    <TextArea
      name="reason"
      label="What they differ in"
      hint={`Speaker, count, place or time. ${shown}`}
      rows={2}
    />
  ) : (
    <TextArea name="reason" label="Why" hint={`What exactly they share or differ in. ${shown}`} rows={2} />
  );
}
