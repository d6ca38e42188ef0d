import { RequestForm } from "#components/verdicts/request-form";
import { RequestItem } from "#components/verdicts/request-item";
import type { Member } from "#lib/auth/schema";
import type { PartyView } from "#lib/parties/queries";
import { listRequests } from "#lib/verdicts/queries";

/** Whom the desk asked for comment on a claim, and the form for more while the claim is open for changes. */
export async function RequestSection({
  actor,
  claim,
  parties,
  canChange,
}: {
  actor: Member;
  claim: { id: string; claimant: PartyView | null };
  parties: readonly string[];
  canChange: boolean;
}) {
  const requests = await listRequests(actor, claim.id);
  return (
    <div className="stack loose">
      {requests.length === 0 ? (
        <p className="quiet">
          Nobody was asked yet. Whoever is rated gets the chance to answer before readers see the rating.
        </p>
      ) : (
        <ul className="plain-list">
          {requests.map((request) => (
            <RequestItem key={request.id} request={request} {...(canChange && { claimId: claim.id })} />
          ))}
        </ul>
      )}
      {canChange && (
        <details className="stack">
          <summary className="btn">Record a request for comment</summary>
          <div className="card">
            <RequestForm claimId={claim.id} claimant={claim.claimant} parties={parties} />
          </div>
        </details>
      )}
    </div>
  );
}
