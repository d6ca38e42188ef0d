import { ClaimNote } from "#components/claims/claim-note";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import type { UnconfirmedWithholding } from "#lib/withholdings/queries";
import { groundNames } from "#lib/withholdings/rules";

/** What another editor took from readers, for this one to confirm or lift. */
export function UnconfirmedWithholdings({
  withholdings,
}: {
  withholdings: readonly UnconfirmedWithholding[];
}) {
  if (withholdings.length === 0) return null;
  return (
    <section className="work" aria-labelledby="unconfirmed-withholdings">
      <h2 id="unconfirmed-withholdings">Withheld, to confirm or lift</h2>
      <ul className="plain-list stack">
        {withholdings.map(({ id, claim, ground, withheldBy, confirmBy, overdue }) => (
          <ClaimNote key={id} claim={claim}>
            <p className="small">
              {groundNames[ground]}. Withheld by <Text>{withheldBy}</Text>;{" "}
              {overdue ? "to be confirmed or lifted since " : "to be confirmed or lifted by "}
              <Time at={confirmBy} />.
            </p>
          </ClaimNote>
        ))}
      </ul>
    </section>
  );
}
