import type { ReactNode } from "react";

/**
 * Terms and what they are here; entries without a value (null, undefined, false, "") are left out. `across` sets each value
 * beside its term, where the list has the width for it.
 */
export function DefinitionList({
  entries,
  across = false,
}: {
  entries: readonly (readonly [term: string, value: ReactNode])[];
  across?: boolean;
}) {
  return (
    <dl className={across ? "definitions across" : "definitions"}>
      {entries
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== "")
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
