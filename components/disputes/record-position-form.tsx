"use client";

import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { DateField } from "#components/form/date-field";
import { RadioGroup } from "#components/form/radio-group";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { PartyField } from "#components/parties/party-field";
import { RelayFields } from "#components/disputes/relay-fields";
import { SourcePicker } from "#components/sources/source-picker";
import { PartyKindField } from "#components/parties/party-kind-field";
import { recordPositionAction } from "#lib/disputes/actions";
import type { PositionView } from "#lib/disputes/queries";
import { positionStanceMeanings, positionStanceNames } from "#lib/disputes/rules";
import { positionStances, recordPositionInput, type RecordPositionInput } from "#lib/disputes/schema";
import { emptyNewSource } from "#lib/sources/rules";

const stanceOptions = positionStances.map((value) => ({
  value,
  label: capital(positionStanceNames[value]),
  description: positionStanceMeanings[value],
}));

/** No stance is proposed, and emptying the form takes the last answer back; the schema refuses "". */
const unanswered = { stance: "", partyKind: "" } as object;

/**
 * Records what a party says about a claim; the form empties for the next one. With a position to begin `from`, it shows
 * what that one says, and what is recorded stands instead of it.
 */
export function RecordPositionForm({
  claim,
  from,
}: {
  claim: { id: string; language: string };
  from?: PositionView;
}) {
  const state = useActionForm({
    schema: recordPositionInput,
    action: recordPositionAction,
    idempotent: true,
    clearWhenDone: true,
    done: "Position recorded.",
    defaultValues: {
      ...emptyNewSource,
      ...unanswered,
      by: "none" as RecordPositionInput["by"],
      sourceId: "",
      party: "",
      partyDescription: "",
      hedged: false,
      quote: "",
      language: claim.language,
      translation: "",
      translator: "",
      saidOn: "",
      saidWords: "",
      primary: false,
      relays: [],
      locator: "",
      ...(from && valuesOf(from)),
      claimId: claim.id,
      replaces: from?.id ?? "",
    },
  });
  return (
    <ActionForm state={state} label={from ? "Change a position" : "Record a position"}>
      <div className="form-grid">
        <PartyField
          name="party"
          label="Party"
          hint="Who says it, or “a military source”"
          kind="partyKind"
          description="partyDescription"
        />
        <PartyKindField name="partyKind" label="The party is" />
        <TextField
          name="partyDescription"
          label="Described as"
          hint="Tells parties of one name apart"
          optional
        />
      </div>
      <RadioGroup name="stance" label="The party …" options={stanceOptions} across />
      <CheckboxField
        name="hedged"
        label="Hedged"
        hint="Said with a reserve: “appeared to”, “as far as we know”."
      />
      <TextArea
        name="quote"
        label="Quote"
        hint="The party's own words, in their language."
        languageIn="language"
        serif
        counted={5000}
      />
      <div className="form-grid">
        <TextField
          name="language"
          label="Language of the quote"
          hint="A tag such as en, ru or ar"
          spellCheck={false}
        />
        <DateField name="saidOn" label="Said on" optional />
        <TextField
          name="saidWords"
          label="In the source's words"
          hint="“Thursday”, or a date without a year"
          optional
        />
      </div>
      <TextArea
        name="translation"
        label="Translation"
        hint="Where the quote needs one."
        rows={2}
        serif
        optional
      />
      <TextField name="translator" label="Translated by" hint="A name, or “the desk”" optional />
      <RelayFields />
      <SourcePicker open="none" first={from?.source ?? null} />
      <TextField name="locator" label="Place in the source" hint="Page, paragraph or time" optional />
      <CheckboxField
        name="primary"
        label="The source is the utterance itself"
        hint="A recording, a transcript, or the party's own channel; not a report of it."
      />
      <div className="form-actions">
        <SubmitButton shortcut>{from ? "Record instead" : "Record position"}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function valuesOf(position: PositionView) {
  const { party, source, relays, stance, hedged, quote, language, primary } = position;
  return {
    ...(source && { by: "known" as const, sourceId: source.id }),
    party: party.name,
    partyKind: party.kind,
    partyDescription: party.description ?? "",
    stance,
    hedged,
    quote,
    language,
    primary,
    translation: position.translation ?? "",
    translator: position.translator ?? "",
    saidOn: position.saidOn ?? "",
    saidWords: position.saidWords ?? "",
    relays: relays.map(({ name, kind }) => ({ name, kind })),
    locator: position.locator ?? "",
  };
}

function capital(words: string): string {
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}
