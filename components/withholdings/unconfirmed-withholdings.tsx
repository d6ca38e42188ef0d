import { ClaimNumber } from "#components/claims/claim-number";
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
          <li key={id} className="note">
            <Text as="div" className="w" lang={claim.language}>
              <a href={`/desk/claims/${claim.number}`}>{claim.wording}</a>
            </Text>
            <p className="small">
              {groundNames[ground]}. Withheld by <Text>{withheldBy}</Text>;{" "}
              {overdue ? "to be confirmed or lifted since " : "to be confirmed or lifted by "}
              <Time at={confirmBy} />.
            </p>
            <p className="tiny faint">
              <ClaimNumber number={claim.number} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
