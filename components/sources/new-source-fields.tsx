"use client";

import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { DateField } from "#components/form/date-field";
import { RadioGroup } from "#components/form/radio-group";
import { SelectField } from "#components/form/select-field";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { PartyField } from "#components/parties/party-field";
import { partyKindNames } from "#lib/parties/rules";
import { partyKinds } from "#lib/parties/schema";
import { sourceKindNames, visibilityMeanings, visibilityNames } from "#lib/sources/rules";
import { sourceKinds } from "#lib/sources/schema";

const kindOptions = sourceKinds.map((value) => ({ value, label: sourceKindNames[value] }));
const visibilityOptions = (["public", "described"] as const).map((value) => ({
  value,
  label: visibilityNames[value],
  description: visibilityMeanings[value],
}));
const publisherKindOptions = partyKinds.map((value) => ({ value, label: partyKindNames[value] }));

/**
 * The fields of a new source. Inside a form about something else their names carry the word source
 * (`prefix="source"`: sourceTitle, sourceUrl, …), as its schema has them.
 */
export function NewSourceFields({
  prefix = "",
  publishers = [],
}: {
  prefix?: "" | "source";
  publishers?: readonly string[];
}) {
  const name = (field: string) => (prefix ? `${prefix}${field[0]?.toUpperCase()}${field.slice(1)}` : field);
  useKindByAddress(name("url"), name("kind"));
  return (
    <div className="stack">
      <TextField
        name={name("url")}
        label="Address of the source"
        hint="Starts with https://. If the desk has this address already, that source is used."
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <TextField name={name("title")} label="Title of the source" />
      <TextArea
        name={name("description")}
        label="What it is, and where it can be found"
        hint="Needed where there is no address: an archive and shelf mark, a broadcast and its time, who was interviewed."
        rows={2}
        optional
      />
      <div className="form-grid">
        <SelectField name={name("kind")} label="Kind of source" options={kindOptions} />
        <PartyField
          name={name("publisher")}
          label="Publisher"
          kind={name("publisherKind")}
          proposals={publishers}
          optional
        />
        <SelectField name={name("publisherKind")} label="The publisher is" options={publisherKindOptions} />
        <DateField name={name("publishedOn")} label="Date of the source" optional />
        <TextField
          name={name("language")}
          label="Language of the source"
          hint="A tag such as en, ru or ar"
          spellCheck={false}
        />
      </div>
      <RadioGroup
        name={name("visibility")}
        label="Who may see it"
        hint="Beside you, editors and admins. Of a described source everybody reads what it is: write nothing there that leads to it. It takes no publisher, who would stand among the desk’s parties."
        options={visibilityOptions}
        across
      />
      <CheckboxField
        name={name("capture")}
        label="Capture the page at this address"
        hint="A copy is taken in the background, and stays when the page changes or goes."
      />
    </div>
  );
}

/** Once it has an address, a document is a web page, and the other way round; what is chosen after that, or any other kind, stays. */
function useKindByAddress(url: string, kind: string): void {
  const { getValues, setValue } = useFormContext();
  const hasAddress = String(useWatch({ name: url }) ?? "").trim() !== "";
  useEffect(() => {
    const [usual, other] = hasAddress ? ["page", "document"] : ["document", "page"];
    if (getValues(kind) === other) setValue(kind, usual);
  }, [getValues, setValue, kind, hasAddress]);
}
