import { ClaimNumber } from "#components/claims/claim-number";
import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import { FateWords } from "#components/claims/fate-words";
import type { PassageFate } from "#lib/claims/alterations";
import { fateNames } from "#lib/claims/rules";

const tones = { exact: "plain", moved: "plain", altered: "changes", lost: "stopped" } as const;

/** What became of each passage in a later version: those that changed, the alarming first; folded away, those that did not. */
export function FateList({ fates }: { fates: readonly PassageFate[] }) {
  if (fates.length === 0) return <p className="small quiet">No claim cites an earlier version.</p>;
  const changed = fates.filter(({ outcome }) => outcome === "altered" || outcome === "lost");
  const same = fates.filter((fate) => !changed.includes(fate));
  return (
    <>
      {changed.length === 0 ? <p className="small quiet">No passage changed.</p> : <Fates fates={changed} />}
      {same.length > 0 && (
        <details className="stack">
          <summary className="small">
            {same.length === 1 ? "1 passage stands" : `${same.length} passages stand`} there word for word
          </summary>
          <Fates fates={same} />
        </details>
      )}
    </>
  );
}

function Fates({ fates }: { fates: readonly PassageFate[] }) {
  return (
    <ul className="plain-list stack">
      {fates.map((fate) => (
        <li key={fate.passageId} className="note stack">
          <p className="row">
            <Pill tone={tones[fate.outcome]}>{fateNames[fate.outcome]}</Pill>
            {fate.alarming && <strong className="small">A number or a negation changed</strong>}
          </p>
          <FateWords fate={fate} />
          <p className="small">
            <a href={`/desk/claims/${fate.claim.number}`}>
              <ClaimNumber number={fate.claim.number} />
            </a>{" "}
            <Text lang={fate.claim.language}>{fate.claim.wording}</Text>
          </p>
        </li>
      ))}
    </ul>
  );
}
