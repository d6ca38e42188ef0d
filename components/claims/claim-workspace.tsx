import { ClaimHistory } from "#components/audit/claim-history";
import { AssignForm } from "#components/claims/assign-form";
import { ClaimEventForm } from "#components/claims/claim-event-form";
import { ClaimDetailsForm } from "#components/claims/claim-details-form";
import { ClaimFacts } from "#components/claims/claim-facts";
import { ClaimHead } from "#components/claims/claim-head";
import { DisputedBySection } from "#components/disputes/disputed-by-section";
import { EvidenceSection } from "#components/evidence/evidence-section";
import { FigureTables } from "#components/figures/figure-tables";
import { ClaimTopicsForm } from "#components/topics/claim-topics-form";
import { SectionTabs } from "#components/ui/section-tabs";
import { RequestSection } from "#components/verdicts/request-section";
import { VerdictPanel } from "#components/verdicts/verdict-panel";
import { listClaimHistory } from "#lib/audit/queries";
import type { Member } from "#lib/auth/schema";
import { listAlterationsOfClaim } from "#lib/claims/alterations";
import { canWorkOnClaims } from "#lib/claims/policy";
import type { ClaimView } from "#lib/claims/queries";
import { isDraftOpen } from "#lib/claims/rules";
import { listDisputedBy } from "#lib/disputes/queries";
import { listEvidence, listInvolvedParties } from "#lib/evidence/queries";
import { listFigures } from "#lib/figures/queries";
import { listMembers } from "#lib/people/queries";
import { listParties } from "#lib/parties/queries";
import { getClaimTopics } from "#lib/topics/queries";
import { getVerdictDraft, listRatings } from "#lib/verdicts/queries";
import "./claim-workspace.css";

const sections = [
  { href: "#claim", label: "Claim" },
  { href: "#evidence", label: "Evidence" },
  { href: "#disputed-by", label: "Disputed by" },
  { href: "#figures", label: "Figures" },
  { href: "#comment", label: "Asked for comment" },
  { href: "#verdict", label: "Verdict" },
  { href: "#history", label: "History" },
];

/** Everything about one claim on one page; `before` is where its history continues. */
export async function ClaimWorkspace({
  actor,
  claim,
  before,
}: {
  actor: Member;
  claim: ClaimView;
  before: string | null;
}) {
  const [
    evidence,
    figures,
    involved,
    disputed,
    parties,
    history,
    draft,
    ratings,
    members,
    alterations,
    { topics, known },
  ] = await Promise.all([
    listEvidence(actor, claim.id),
    listFigures(actor, claim.id),
    listInvolvedParties(actor, claim.id),
    listDisputedBy(actor, claim.id),
    listParties(actor),
    listClaimHistory(actor, claim.id, before),
    getVerdictDraft(actor, claim.id),
    listRatings(actor),
    listMembers(actor),
    listAlterationsOfClaim(actor, claim.id),
    getClaimTopics(actor, claim.id),
  ]);
  const names = parties.map(({ name }) => name);
  const canChange = canWorkOnClaims(actor) && isDraftOpen(claim.stage);
  return (
    <>
      <SectionTabs label="Sections of this claim" tabs={sections} />
      <section id="claim" aria-label="Claim">
        <div className="beside">
          <div className="stack loose">
            <ClaimHead
              claim={claim}
              rating={ratings.find(({ code }) => code === draft.rating)}
              finding={draft.finding}
              alterations={alterations}
              canChange={canChange}
            />
            {canChange && (
              <div className="row unfold">
                <details className="stack">
                  <summary className="btn">Edit the claim</summary>
                  <div className="card">
                    <ClaimDetailsForm claim={claim} parties={names} />
                  </div>
                </details>
                <details className="stack">
                  <summary className="btn">
                    {claim.event ? "Change its event" : "Say to which event it belongs"}
                  </summary>
                  <div className="card">
                    <ClaimEventForm claim={claim} />
                  </div>
                </details>
                <details className="stack">
                  <summary className="btn">Topics{topics.length > 0 && `: ${topics.join(", ")}`}</summary>
                  <div className="card">
                    <ClaimTopicsForm claimId={claim.id} topics={topics} known={known} />
                  </div>
                </details>
              </div>
            )}
          </div>
          <aside className="card stack" aria-label="About this claim">
            <ClaimFacts claim={claim} />
            <AssignForm claim={claim} members={members.filter(({ active }) => active)} />
          </aside>
        </div>
      </section>
      <section id="evidence" aria-labelledby="evidence-title">
        <h2 id="evidence-title">Evidence</h2>
        <EvidenceSection
          claim={claim}
          evidence={evidence}
          figures={figures}
          involved={involved}
          publishers={names}
          canChange={canChange}
        />
      </section>
      <section id="disputed-by" aria-labelledby="disputed-by-title">
        <h2 id="disputed-by-title">Disputed by</h2>
        <DisputedBySection claim={claim} disputed={disputed} figures={figures} canChange={canChange} />
      </section>
      <section id="figures" aria-labelledby="figures-title">
        <h2 id="figures-title">Figures</h2>
        <FigureTables figures={figures} silent={disputed.silent} />
      </section>
      <section id="comment" aria-labelledby="comment-title">
        <h2 id="comment-title">Asked for comment</h2>
        <RequestSection actor={actor} claim={claim} parties={names} canChange={canChange} />
      </section>
      <section id="verdict" aria-labelledby="verdict-title">
        <h2 id="verdict-title">Verdict</h2>
        <VerdictPanel actor={actor} claim={claim} />
      </section>
      <section id="history" aria-labelledby="history-title">
        <h2 id="history-title">History</h2>
        <ClaimHistory history={history} claimId={claim.id} path={`/desk/claims/${claim.number}`} />
      </section>
    </>
  );
}
