"use client";

import { useEffect, useRef } from "react";
import { useWatch, type FieldValues, type UseFormReturn } from "react-hook-form";
import { ActionForm } from "#components/form/action-form";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { DialogButton } from "#components/ui/dialog-button";
import { suggestAction } from "#lib/suggestions/actions";
import { suggestionFieldNames } from "#lib/suggestions/rules";
import { suggestInput, type SuggestionField } from "#lib/suggestions/schema";

interface Suggestible {
  editionId: string;
  /** What the edition says, text by text, in the order of the page. */
  texts: readonly { field: SuggestionField; words: string }[];
  /** What was suggested already: with another suggestion the form begins anew. */
  made: string;
}

/** Suggests other words for one text of the edition, beginning with those that stand there. */
export function SuggestButton(props: Suggestible) {
  return (
    <DialogButton label="Suggest other words" title="Suggest other words" shortcut="s" wide>
      <SuggestForm key={props.made} {...props} />
    </DialogButton>
  );
}

function SuggestForm({ editionId, texts }: Suggestible) {
  const state = useActionForm({
    schema: suggestInput,
    action: suggestAction,
    defaultValues: { editionId, field: "finding", words: wordsOf(texts, "finding"), reason: "" },
    done: "Suggested. It goes with the edition when you request changes.",
  });
  return (
    <ActionForm state={state}>
      <p className="small quiet">
        The edition stays as it is, and you stay free to approve the next one: whoever takes the words over
        makes them theirs.
      </p>
      <SelectField
        name="field"
        label="Text"
        options={texts.map(({ field }) => ({ value: field, label: suggestionFieldNames[field] }))}
      />
      <ChosenText form={state.form} texts={texts} />
      <Words />
      <TextArea name="reason" label="Why" optional rows={2} counted={2000} />
      <div className="form-actions">
        <SubmitButton shortcut pendingLabel="Suggesting…">
          Suggest
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Words() {
  const field: unknown = useWatch({ name: "field" });
  const isList = field === "known" || field === "notKnown";
  return (
    <TextArea name="words" label="Your words" hint={isList ? "One item a line." : undefined} rows={6} serif />
  );
}

const wordsOf = (texts: Suggestible["texts"], field: unknown): string =>
  texts.find((text) => text.field === field)?.words ?? "";

/** Another text brings its own words; what was typed for the one before is kept for when it is chosen again. */
function ChosenText({ form, texts }: { form: UseFormReturn<FieldValues>; texts: Suggestible["texts"] }) {
  const field: unknown = useWatch({ name: "field" });
  const shown = useRef(field);
  const typed = useRef(new Map<unknown, string>());
  useEffect(() => {
    if (shown.current === field) return;
    typed.current.set(shown.current, String(form.getValues("words")));
    shown.current = field;
    form.setValue("words", typed.current.get(field) ?? wordsOf(texts, field));
    form.clearErrors("words");
  }, [field, form, texts]);
  return null;
}
