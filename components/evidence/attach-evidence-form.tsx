"use client";

import { useEffect, useState } from "react";
import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { ComboField } from "#components/form/combo-field";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm, type ActionFormState } from "#components/form/use-action-form";
import { EvidenceWords } from "#components/evidence/evidence-words";
import { InvolvedField } from "#components/evidence/involved-field";
import { SourcePicker } from "#components/sources/source-picker";
import { attachEvidenceAction } from "#lib/evidence/actions";
import type { EvidenceView } from "#lib/evidence/queries";
import {
  evidenceKindMeanings,
  evidenceKindNames,
  evidenceShowsMeanings,
  evidenceShowsNames,
  evidenceStanceMeanings,
  evidenceStanceNames,
  groupsSentence,
  type InvolvedParty,
} from "#lib/evidence/rules";
import {
  attachEvidenceInput,
  evidenceKinds,
  evidenceShowsWords,
  evidenceStances,
} from "#lib/evidence/schema";
import type { SourceView } from "#lib/sources/queries";
import { emptyNewSource } from "#lib/sources/rules";

const kindOptions = evidenceKinds.map((value) => ({
  value,
  label: withArticle(evidenceKindNames[value]),
  description: evidenceKindMeanings[value],
}));
const stanceOptions = evidenceStances.map((value) => ({
  value,
  label: evidenceStanceNames[value],
  description: evidenceStanceMeanings[value],
}));
const showsOptions = evidenceShowsWords.map((value) => ({
  value,
  label: evidenceShowsNames[value],
  description: evidenceShowsMeanings[value],
}));

/** Words of a copy that are to become evidence; `quoteStart` counts code points, null for words that were typed. */
export interface QuotedCopy {
  source: SourceView;
  snapshotId: string;
  language: string;
  quote: string;
  quoteStart: number | null;
  locator: string;
}

/** Nothing is proposed, and emptying the form takes the last answers back; the schema refuses "". */
const unanswered = { stance: "", shows: "" } as object;

/** Attaches a quote, an observation or a search in a source to a claim; the form empties for the next one. */
export function AttachEvidenceForm({
  claim,
  publishers,
  evidence,
  involved,
  copy,
}: {
  claim: { id: string; language: string };
  publishers: readonly string[];
  /** What the claim has already: its groups are proposed. */
  evidence: readonly EvidenceView[];
  involved: readonly InvolvedParty[];
  /** What was selected in a copy of a source: that source, and no other. */
  copy?: QuotedCopy;
}) {
  const [publisher, setPublisher] = useState(copy?.source.publisher ?? "");
  const groups = [...new Set(evidence.flatMap(({ independenceGroup }) => independenceGroup ?? []))];
  const state = useActionForm({
    schema: attachEvidenceInput,
    action: attachEvidenceAction,
    idempotent: true,
    clearWhenDone: true,
    done: "Evidence attached.",
    defaultValues: {
      ...emptyNewSource,
      ...unanswered,
      by: "known",
      claimId: claim.id,
      sourceId: copy?.source.id ?? "",
      kind: "quote",
      quote: "",
      withoutQuote: false,
      observation: "",
      translation: "",
      translator: "",
      language: copy?.language ?? claim.language,
      locator: "",
      independenceGroup: "",
      involved: false,
      conclusive: false,
      snapshotId: copy?.snapshotId ?? "",
      quoteStart: null,
    },
  });
  useSelection(state, copy);
  return (
    <ActionForm state={state} label="Attach evidence">
      {copy === undefined && (
        <>
          <SourcePicker
            open="known"
            publishers={publishers}
            onPick={(source) => setPublisher(source?.publisher ?? "")}
          />
          <RadioGroup name="kind" label="What it is" options={kindOptions} across />
        </>
      )}
      <EvidenceWords fromCopy={copy !== undefined} />
      <div className="form-grid">
        <TextField name="locator" label="Place in the source" hint="Page, paragraph or time" optional />
        <TextField
          name="language"
          label="Language of the quote"
          hint="A tag such as en, ru or ar"
          spellCheck={false}
        />
      </div>
      <RadioGroup name="stance" label="How it bears on the claim" options={stanceOptions} across />
      <RadioGroup name="shows" label="What it shows" options={showsOptions} across />
      <ComboField
        name="independenceGroup"
        label="Common origin"
        hint={`Pieces that go back to one origin carry the same name; only different origins count as independent. On this claim so far: ${groupsSentence(evidence)}.`}
        proposals={groups}
        optional
      />
      <InvolvedField involved={involved} publisher={publisher} />
      <CheckboxField
        name="conclusive"
        label="It settles the matter by itself"
        hint="A register, a signed order, the full recording."
      />
      <div className="form-actions">
        <SubmitButton shortcut>Attach evidence</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What was selected last stands in the form; the rest of what was typed stays. */
function useSelection({ form }: ActionFormState, copy: QuotedCopy | undefined) {
  const { setValue } = form;
  const { quote = "", quoteStart = null, locator = "" } = copy ?? {};
  useEffect(() => {
    if (quoteStart === null) return;
    setValue("quote", quote, { shouldDirty: true, shouldValidate: true });
    setValue("quoteStart", quoteStart);
    setValue("locator", locator);
  }, [setValue, quote, quoteStart, locator]);
}

function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? "An" : "A"} ${name.toLowerCase()}`;
}
