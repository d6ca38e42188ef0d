"use client";

import { useWatch } from "react-hook-form";
import { TextField } from "#components/form/text-field";
import { Text } from "#components/ui/text";
import { measureName } from "#lib/figures/rules";

const parts = ["unit", "what", "status", "place", "period", "base"] as const;

/** The parts of a new measure, and under them the line by which it will be known. */
export function MeasureFields() {
  const values: unknown[] = useWatch({ name: [...parts] });
  const [unit = "", what = "", status = "", place = "", period = "", base = ""] = values.map((value) =>
    typeof value === "string" ? value.trim() : "",
  );
  return (
    <div className="stack">
      <div className="form-grid">
        <TextField name="unit" label="Unit" hint="people, sorties, hours, per cent" />
        <TextField name="what" label="Who or what is counted" hint="civilians, targets of air strikes" />
        <TextField name="status" label="Status" hint="killed, injured, displaced" optional />
        <TextField name="place" label="Place counted in" optional />
        <TextField name="period" label="Period" hint="A day, from when to when, or as of when" optional />
        <TextField name="base" label="Base of a share" hint="Of what it is a share" optional />
      </div>
      <p className="small" aria-live="polite">
        <span className="quiet">Will be known as: </span>
        {unit === "" || what === "" ? (
          <span className="faint">fill in the unit, and who or what is counted</span>
        ) : (
          <Text>{measureName({ unit, what, status, place, period, base })}</Text>
        )}
      </p>
      <p className="hint">
        A measure never changes afterwards. Another definition is another measure, and figures are only ever
        compared within one.
      </p>
    </div>
  );
}
