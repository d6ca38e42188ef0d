"use client";

import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { MeasurePicker } from "#components/figures/measure-picker";
import { ActionForm } from "#components/form/action-form";
import { DateField } from "#components/form/date-field";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { addFigureAction } from "#lib/figures/actions";
import type { FigureView, MeasureView } from "#lib/figures/queries";
import { figureQualifierNames } from "#lib/figures/rules";
import { addFigureInput, figureQualifiers, type AddFigureInput } from "#lib/figures/schema";

const qualifierOptions = [
  ...figureQualifiers.map((value) => ({ value: value as string, label: figureQualifierNames[value] })),
  { value: "words_only", label: "words only, without a number" },
];

const emptyMeasure = { unit: "", what: "", status: "", place: "", period: "", base: "" };

/** Adds a figure to a position or a piece of evidence; with `replaces` it begins from that figure and takes its place. */
export function AddFigureForm({
  claimId,
  on,
  ownerId,
  used,
  replaces,
}: {
  claimId: string;
  on: "position" | "evidence";
  ownerId: string;
  used: readonly MeasureView[];
  replaces?: FigureView;
}) {
  const state = useActionForm({
    schema: addFigureInput,
    action: addFigureAction,
    clearWhenDone: true,
    done: "Figure saved.",
    defaultValues: {
      ...emptyMeasure,
      ...valuesOf(replaces),
      claimId,
      on,
      ownerId,
      replaces: replaces?.id ?? "",
    },
  });
  return (
    <ActionForm state={state} label={replaces ? "Change the figure" : "Add a figure"}>
      <TextField
        name="words"
        label="Words of the figure"
        hint="Exactly as they stand in the quote: “at least 33”, “millions”."
      />
      <Numbers />
      <DateField name="asOf" label="As of" optional />
      <MeasurePicker used={used} />
      <div className="form-actions">
        <SubmitButton shortcut>{replaces ? "Save figure" : "Add figure"}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** How the number is meant, and as many numbers as that needs. */
function Numbers() {
  const qualifier: unknown = useWatch({ name: "qualifier" });
  const between = qualifier === "between";
  const { setValue } = useFormContext();
  useEffect(() => {
    // What can no longer be seen must not be sent.
    if (qualifier === "words_only") setValue("number", "");
    if (!between) setValue("upTo", "");
  }, [qualifier, between, setValue]);
  return (
    <div className="form-grid">
      <SelectField name="qualifier" label="How it is meant" options={qualifierOptions} empty="Choose …" />
      {qualifier !== "words_only" && (
        <TextField
          name="number"
          label={between ? "Lower number" : "Number"}
          hint="In digits: 36, 1,200 or 1.5"
          inputMode="decimal"
          autoComplete="off"
        />
      )}
      {between && <TextField name="upTo" label="Upper number" inputMode="decimal" autoComplete="off" />}
    </div>
  );
}

/** Nothing is proposed for a new figure; the schema refuses the qualifier "". */
function valuesOf(figure: FigureView | undefined) {
  const qualifier = figure ? (figure.qualifier ?? "words_only") : "";
  return {
    words: figure?.words ?? "",
    qualifier: qualifier as AddFigureInput["qualifier"],
    number: String(figure?.minimum ?? figure?.maximum ?? ""),
    upTo: figure?.qualifier === "between" ? String(figure.maximum ?? "") : "",
    asOf: figure?.asOf ?? "",
    measureBy: (figure?.measure ? "known" : "none") as "known",
    measureId: figure?.measure?.id ?? "",
  };
}
