"use client";

import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { MeasureFields } from "#components/figures/measure-fields";
import { SearchField } from "#components/form/search-field";
import { useSearch } from "#components/form/use-search";
import { Button } from "#components/ui/button";
import { Text } from "#components/ui/text";
import { findMeasuresAction } from "#lib/figures/actions";
import type { MeasureView } from "#lib/figures/queries";
import { measureName } from "#lib/figures/rules";

/**
 * Says what the figure counts: a measure of the desk by its words, a new one by its parts, or nothing yet. Writes
 * `measureBy` and `measureId` of the form around. `used` are the measures of this claim, offered before any search.
 */
export function MeasurePicker({ used }: { used: readonly MeasureView[] }) {
  const { setValue, clearErrors } = useFormContext();
  const by: unknown = useWatch({ name: "measureBy" });
  const measureId: unknown = useWatch({ name: "measureId" });
  const [picked, setPicked] = useState<MeasureView | null>(null);
  const chosen = [picked, ...used].find((measure) => measure?.id === measureId) ?? null;

  function choose(measure: MeasureView | null) {
    setPicked(measure);
    setValue("measureId", measure?.id ?? "", { shouldDirty: true });
    setValue("measureBy", measure ? "known" : "none", { shouldDirty: true });
    clearErrors("measureId");
  }

  if (by === "new") {
    return (
      <fieldset className="card stack">
        <legend className="sr-only">New measure</legend>
        <div className="row between">
          <h3>New measure</h3>
          <Button kind="link" small onClick={() => choose(chosen)}>
            Choose a known measure instead
          </Button>
        </div>
        <MeasureFields />
      </fieldset>
    );
  }
  return (
    <div className="stack">
      {by === "known" && chosen ? (
        <div className="note row between">
          <span>
            Counts <Text>{measureName(chosen)}</Text>
          </span>
          <Button kind="link" small onClick={() => choose(null)}>
            Choose another
          </Button>
        </div>
      ) : (
        <Search used={used} onChoose={choose} />
      )}
      <div>
        <Button small onClick={() => setValue("measureBy", "new", { shouldDirty: true })}>
          Define a measure
        </Button>
      </div>
    </div>
  );
}

function Search({
  used,
  onChoose,
}: {
  used: readonly MeasureView[];
  onChoose: (measure: MeasureView) => void;
}) {
  const [words, setWords] = useState("");
  const search = useSearch(findMeasuresAction, words);
  const offered = search.found ?? used;
  return (
    <div className="stack">
      <SearchField
        name="measureId"
        label="What it counts"
        hint="Words of the measure. It may stay open while checking; readers see the figure only with it."
        optional
        noun={["measure", "measures"]}
        {...{ words, search }}
        onWords={setWords}
      />
      {offered.length > 0 && (
        <ul className="plain-list" aria-label={search.found ? "Measures found" : "Measures of this claim"}>
          {offered.map((measure) => (
            <li key={measure.id}>
              <Button kind="ghost" small onClick={() => onChoose(measure)}>
                <Text>{measureName(measure)}</Text>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
