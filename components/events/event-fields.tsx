"use client";

import { DateField } from "#components/form/date-field";
import { SelectField } from "#components/form/select-field";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { placePrecisionNames } from "#lib/events/rules";
import { placePrecisions } from "#lib/events/schema";

const precisionOptions = placePrecisions.map((value) => ({ value, label: placePrecisionNames[value] }));

/** The fields of an event, for adding it and for setting it right. */
export function EventFields() {
  return (
    <>
      <TextField name="name" label="Name" hint="In neutral words: “Air strikes near Velm”" />
      <div className="form-grid">
        <DateField name="happenedOn" label="Date" optional />
        <TextField
          name="happenedWords"
          label="Date in the source's words"
          hint="“Before dawn on Thursday”"
          optional
        />
      </div>
      <div className="form-grid">
        <TextField name="place" label="Place" hint="As exactly as it is known" optional />
        <SelectField
          name="placePrecision"
          label="How exactly the place is known"
          hint="Goes with the place"
          options={precisionOptions}
          empty="No place"
        />
      </div>
      <TextArea
        name="description"
        label="Description"
        hint="What is agreed on, and what the conflict is about."
        rows={3}
        counted={5000}
        optional
      />
    </>
  );
}
