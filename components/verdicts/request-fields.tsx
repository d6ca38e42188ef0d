"use client";

import { useWatch } from "react-hook-form";
import { RadioGroup } from "#components/form/radio-group";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { commentOutcomeMeanings, commentOutcomeNames } from "#lib/verdicts/rules";
import { commentOutcomes } from "#lib/verdicts/schema";

const options = commentOutcomes.map((value) => ({
  value,
  label: commentOutcomeNames[value],
  description: commentOutcomeMeanings[value],
}));
const day = { inputMode: "numeric", autoComplete: "off", spellCheck: false } as const;

/** What came of a request for comment, with the fields that belong to the chosen outcome. */
export function RequestFields() {
  const outcome: unknown = useWatch({ name: "outcome" });
  return (
    <>
      <RadioGroup name="outcome" label="What came of it?" options={options} across />
      {outcome === "not_asked" ? (
        <TextArea name="reason" label="Why nobody was asked" hint="Readers see it." rows={2} counted={1000} />
      ) : (
        <div className="form-grid">
          <TextField name="channel" label="How" hint="By e-mail to the press office, by telephone" optional />
          <TextField name="askedOn" label="Asked on" hint="A day such as 2015-10-01" {...day} />
          <TextField name="dueOn" label="Answer by" hint="The day that they were given" optional {...day} />
        </div>
      )}
      {outcome === "answered" && (
        <>
          <TextArea
            name="answer"
            label="The answer"
            hint="Their own words, in their language."
            rows={3}
            counted={5000}
            serif
          />
          <TextField
            name="answeredOn"
            label="Answered on"
            hint="A day such as 2015-10-03"
            optional
            {...day}
          />
        </>
      )}
    </>
  );
}
