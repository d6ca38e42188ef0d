"use client";

import { useWatch } from "react-hook-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";

/**
 * What a piece of evidence says: the fields that its kind needs, and the translation once there is a quote. What is taken
 * from a copy has its quote.
 */
export function EvidenceWords({ fromCopy = false }: { fromCopy?: boolean }) {
  const kind: unknown = useWatch({ name: "kind" });
  const [quote, translation, translator]: unknown[] = useWatch({
    name: ["quote", "translation", "translator"],
  });
  const isQuote = kind === "quote";
  return (
    <>
      {kind === "observation" && (
        <TextArea
          name="observation"
          label="What the source shows"
          hint="In the desk's own words: “the image shows …”. Only what is to be seen, not what it means."
          counted={5000}
        />
      )}
      {kind === "search" && (
        <TextArea
          name="observation"
          label="What was looked for, where, and what was found"
          hint="“Looked for … in …, found nothing” is a finding too."
          counted={5000}
        />
      )}
      <TextArea
        name="quote"
        label="Quote"
        hint={
          isQuote
            ? "The words of the source that bear on the claim, in its own language."
            : "Words of the source beside it, such as a caption, in its own language."
        }
        optional={!isQuote}
        languageIn="language"
        serif
        counted={5000}
      />
      {isQuote && !fromCopy && quote === "" && (
        <CheckboxField
          name="withoutQuote"
          label="Without a quote for now"
          hint="The checklist asks for it before review."
        />
      )}
      {(quote !== "" || translation !== "" || translator !== "") && (
        <div className="form-grid">
          <TextArea
            name="translation"
            label="Translation of the quote"
            hint="Where readers would not understand the original."
            optional
          />
          <TextField name="translator" label="Translated by" hint="A name, or “the desk”" optional />
        </div>
      )}
    </>
  );
}
