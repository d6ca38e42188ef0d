"use client";

import { ActionForm } from "#components/form/action-form";
import { RadioGroup } from "#components/form/radio-group";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { DialogButton } from "#components/ui/dialog-button";
import { withholdAction } from "#lib/withholdings/actions";
import { groundMeanings, groundNames } from "#lib/withholdings/rules";
import { withholdingGrounds, withholdInput } from "#lib/withholdings/schema";

interface Withholdable {
  claimId: string;
  /** Of the claim. */
  number: number;
  /** The editions that readers can read, the current one first. */
  editions: readonly { editionId: string; number: number }[];
}

/** Asks on which ground and why, then takes the page from readers at once. */
export function WithholdButton(props: Withholdable) {
  return (
    <DialogButton label="Withhold…" title="Withhold from readers" kind="ghost">
      <WithholdForm {...props} />
    </DialogButton>
  );
}

const grounds = withholdingGrounds.map((value) => ({
  value,
  label: groundNames[value],
  description: groundMeanings[value],
}));

function WithholdForm({ claimId, number, editions: [current, ...earlier] }: Withholdable) {
  const state = useActionForm({
    schema: withholdInput,
    action: withholdAction,
    defaultValues: { claimId, editionId: "", reason: "" },
    outcome: {
      claim: number,
      words: "is withheld from readers, as far as you chose. Another editor has to confirm it.",
    },
  });
  return (
    <ActionForm state={state}>
      <p className="small quiet">
        Readers see a notice with the ground in its place at once. Another editor confirms or lifts it within
        24 hours. For a fact-check that is wrong, retract it instead.
      </p>
      {earlier.length > 0 && (
        <SelectField
          name="editionId"
          label="What"
          empty={`The page, with every edition up to ${current?.number}`}
          options={earlier.map((edition) => ({
            value: edition.editionId,
            label: `Edition ${edition.number} alone`,
          }))}
        />
      )}
      <RadioGroup name="ground" label="Ground" hint="Readers are told." options={grounds} />
      <TextArea
        name="reason"
        label="Reason"
        hint="For the desk and its log; never public."
        rows={3}
        counted={2000}
      />
      <div className="form-actions">
        <SubmitButton kind="danger" pendingLabel="Withholding…">
          Withhold now
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
