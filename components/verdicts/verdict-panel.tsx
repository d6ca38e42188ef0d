import { SubmissionPanel } from "#components/editions/submission-panel";
import { Precedents } from "#components/verdicts/precedents";
import { VerdictForm } from "#components/verdicts/verdict-form";
import { VerdictSummary } from "#components/verdicts/verdict-summary";
import type { Member } from "#lib/auth/schema";
import type { ClaimView } from "#lib/claims/queries";
import { isDraftOpen } from "#lib/claims/rules";
import { getSubmission } from "#lib/editions/queries";
import { getVerdictDraft, listRatings, type VerdictDraft } from "#lib/verdicts/queries";

/** The verdict of a claim on its page at the desk: the draft as long as it is open, and its way to readers. */
export async function VerdictPanel({ actor, claim }: { actor: Member; claim: ClaimView }) {
  const { id: claimId, wording } = claim;
  const [draft, ratings, submission] = await Promise.all([
    getVerdictDraft(actor, claimId),
    listRatings(actor),
    getSubmission(actor, claimId),
  ]);
  return (
    <div className="beside">
      {isDraftOpen(submission.stage) ? (
        <VerdictForm
          claimId={claimId}
          draft={begun(draft)}
          ratings={ratings}
          wording={wording}
          sources={submission.sources}
        />
      ) : (
        <VerdictSummary draft={draft} ratings={ratings} />
      )}
      <div className="stack loose keeps">
        <Precedents actor={actor} claim={claim} />
        <SubmissionPanel submission={submission} />
      </div>
    </div>
  );
}

/** A draft that nobody has saved yet proposes today as the day to which it holds. */
const begun = (draft: VerdictDraft): VerdictDraft =>
  draft.version === 0 ? { ...draft, asOf: new Date().toISOString().slice(0, 10) } : draft;
