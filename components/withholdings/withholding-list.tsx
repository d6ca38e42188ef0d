import { ActionButton } from "#components/form/action-button";
import { Alert } from "#components/ui/alert";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { LiftButton } from "#components/withholdings/lift-button";
import type { Member } from "#lib/auth/schema";
import { confirmWithholdingAction } from "#lib/withholdings/actions";
import { listWithholdings, type WithholdingView } from "#lib/withholdings/queries";
import { groundNames } from "#lib/withholdings/rules";
import "./withholding-list.css";

/** What of a claim is withheld from readers now, above everything else on its page. */
export async function WithholdingList({
  actor,
  claim,
}: {
  actor: Member;
  claim: { id: string; number: number };
}) {
  const { number } = claim;
  const withholdings = await listWithholdings(actor, claim.id);
  if (withholdings.length === 0) return null;
  return (
    <div className="stack withholdings">
      {withholdings.map((withholding) => (
        <Alert
          key={withholding.id}
          kind={withholding.overdue ? "problem" : "warning"}
          title={`${what(withholding)} withheld from readers: ${groundNames[withholding.ground].toLowerCase()}`}
          still
        >
          <Text as="p" className="lines">
            {withholding.reason}
          </Text>
          <p className="small">
            By {withholding.withheldBy}, <Time at={withholding.withheldAt} />.{" "}
            {withholding.confirmed ? (
              <>
                Confirmed by {withholding.confirmed.by}, <Time at={withholding.confirmed.at} />.
              </>
            ) : (
              <>
                {withholding.overdue
                  ? "Another editor was to confirm or lift it by "
                  : "Another editor confirms or lifts it by "}
                <Time at={withholding.confirmBy} />.
              </>
            )}
          </p>
          <div className="row">
            {withholding.mayConfirm && (
              <ActionButton
                action={confirmWithholdingAction}
                input={{ withholdingId: withholding.id }}
                small
                done={{ claim: number, words: "stays withheld, as you confirmed." }}
              >
                Confirm
              </ActionButton>
            )}
            {withholding.mayLift && <LiftButton withholdingId={withholding.id} number={number} />}
          </div>
        </Alert>
      ))}
    </div>
  );
}

function what({ wholePage, editions }: WithholdingView): string {
  if (wholePage && editions.length === 1) return "The page is";
  if (!wholePage) return `Edition ${inWords(editions)} is`;
  return `The page, with editions ${inWords(editions)}, is`;
}

const inWords = (numbers: readonly number[]): string =>
  new Intl.ListFormat("en").format(numbers.map((number) => String(number)));
