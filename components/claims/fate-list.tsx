import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import { FateWords } from "#components/claims/fate-words";
import type { PassageFate } from "#lib/claims/alterations";
import { fateNames, publicNumber } from "#lib/claims/rules";

const tones = { exact: "plain", moved: "plain", altered: "changes", lost: "stopped" } as const;

/** What became of each passage in a later version: the alarming first. */
export function FateList({ fates }: { fates: readonly PassageFate[] }) {
  if (fates.length === 0) return <p className="small quiet">No claim cites an earlier version.</p>;
  return (
    <ul className="plain-list stack">
      {fates.map((fate) => (
        <li key={fate.passageId} className="note">
          <p className="row">
            <Pill tone={tones[fate.outcome]}>{fateNames[fate.outcome]}</Pill>
            {fate.alarming && <strong className="small">A number or a negation changed</strong>}
          </p>
          <FateWords fate={fate} />
          <p className="small">
            <a href={`/desk/claims/${fate.claim.number}`}>{publicNumber(fate.claim.number)}</a>{" "}
            <Text lang={fate.claim.language}>{fate.claim.wording}</Text>
          </p>
        </li>
      ))}
    </ul>
  );
}
