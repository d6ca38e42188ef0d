import { AttachEvidenceForm } from "#components/evidence/attach-evidence-form";
import { EvidenceItem } from "#components/evidence/evidence-item";
import { FigureList } from "#components/figures/figure-list";
import type { EvidenceView } from "#lib/evidence/queries";
import { evidenceStanceNames, groupsSentence, type InvolvedParty } from "#lib/evidence/rules";
import { evidenceStances } from "#lib/evidence/schema";
import type { FigureView } from "#lib/figures/queries";
import { measuresOf } from "#lib/figures/rules";

/** All evidence of a claim by stance, and the form for more while the claim is open for changes. */
export function EvidenceSection({
  claim,
  evidence,
  figures,
  involved,
  publishers,
  canChange,
}: {
  claim: { id: string; language: string };
  evidence: readonly EvidenceView[];
  figures: readonly FigureView[];
  involved: readonly InvolvedParty[];
  publishers: readonly string[];
  canChange: boolean;
}) {
  const change = canChange ? { change: { claimId: claim.id, used: measuresOf(figures) } } : {};
  const groups = evidenceStances
    .map((stance) => ({ stance, pieces: evidence.filter((piece) => piece.stance === stance) }))
    .filter(({ pieces }) => pieces.length > 0);
  return (
    <div className="stack loose">
      {groups.length === 0 && (
        <p className="quiet">
          No evidence yet. A verdict rests on evidence that shows what is so, or on a search that found none.
        </p>
      )}
      {evidence.some(({ shows }) => shows === "so") && (
        <p className="small quiet">What shows that it is so: {groupsSentence(evidence)}.</p>
      )}
      {groups.map(({ stance, pieces }) => (
        <section key={stance} aria-labelledby={`evidence-${stance}`}>
          <h3 id={`evidence-${stance}`}>
            {evidenceStanceNames[stance]} <span className="faint num">{pieces.length}</span>
          </h3>
          <ul className="plain-list">
            {pieces.map((piece) => (
              <EvidenceItem
                key={piece.id}
                evidence={piece}
                anchored
                {...(canChange && { claimId: claim.id })}
                figures={
                  <FigureList
                    figures={figures.filter(({ evidenceId }) => evidenceId === piece.id)}
                    owner={{ on: "evidence", id: piece.id }}
                    {...change}
                  />
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {canChange && (
        <details className="stack">
          <summary className="btn">Attach evidence</summary>
          <div className="card">
            <AttachEvidenceForm
              claim={claim}
              publishers={publishers}
              evidence={evidence}
              involved={involved}
            />
          </div>
        </details>
      )}
    </div>
  );
}
