import type { ReactNode } from "react";

/** Terms and what they are here; entries without a value (null, undefined, false, "") are left out. */
export function DefinitionList({
  entries,
}: {
  entries: readonly (readonly [term: string, value: ReactNode])[];
}) {
  return (
    <dl className="definitions">
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
