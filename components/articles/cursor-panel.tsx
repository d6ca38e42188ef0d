import { ClaimNumber } from "#components/claims/claim-number";
import { Alert } from "#components/ui/alert";
import { Button } from "#components/ui/button";
import type { CoverageMark } from "#lib/articles/rules";
import { coverageKindNames } from "#lib/articles/rules";
import type { MarkedPassage } from "#lib/claims/queries";

/** What the cursor is on: which sentence, what was done about it, and buttons for whoever has no keys at hand. */
export function CursorPanel({
  first,
  last,
  all,
  claims,
  mark,
  problem,
  onClaim,
  onLog,
  onOpinion,
  onNotCheckable,
  onUnmark,
}: {
  /** Indices of sentences */
  first: number;
  last: number;
  all: number;
  claims: readonly MarkedPassage["claim"][];
  mark: CoverageMark | null;
  problem: string | null;
  onClaim: (claimId: string) => void;
  onLog: () => void;
  onOpinion: () => void;
  onNotCheckable: () => void;
  onUnmark: () => void;
}) {
  return (
    <section className="note at-cursor" aria-label="At the cursor">
      <div className="row between">
        <span className="eyebrow">
          {first === last ? `Sentence ${first + 1}` : `Sentences ${first + 1} to ${last + 1}`} of {all}
        </span>
        <span className="tiny faint">
          {mark ? coverageKindNames[mark.kind] : claims.length === 0 && "Not looked at"}
        </span>
      </div>
      {mark?.reason && <p className="small">{mark.reason}</p>}
      {claims.length > 0 && (
        <div className="row small">
          <span className="quiet">Logged:</span>
          {claims.map((claim) => (
            <Button key={claim.id} kind="link" small onClick={() => onClaim(claim.id)}>
              <ClaimNumber number={claim.number} />
            </Button>
          ))}
        </div>
      )}
      <div className="row">
        <Button small shortcut="L" onClick={onLog}>
          Log
        </Button>
        <Button small shortcut="O" aria-pressed={mark?.kind === "opinion"} onClick={onOpinion}>
          Opinion
        </Button>
        <Button small shortcut="N" aria-pressed={mark?.kind === "not_checkable"} onClick={onNotCheckable}>
          Not checkable
        </Button>
        {mark && (
          <Button small kind="ghost" shortcut="U" onClick={onUnmark}>
            Unmark
          </Button>
        )}
      </div>
      {problem !== null && <Alert kind="problem">{problem}</Alert>}
    </section>
  );
}
