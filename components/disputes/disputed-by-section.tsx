import type { ReactNode } from "react";
import { PositionItem } from "#components/disputes/position-item";
import { RecordPositionForm } from "#components/disputes/record-position-form";
import { RelateClaimsForm } from "#components/disputes/relate-claims-form";
import { RelationItem } from "#components/disputes/relation-item";
import { EvidenceItem } from "#components/evidence/evidence-item";
import { FigureList } from "#components/figures/figure-list";
import type { DisputedBy, PositionView, RelationView } from "#lib/disputes/queries";
import type { FigureView } from "#lib/figures/queries";
import { measuresOf } from "#lib/figures/rules";

/** What stands against a claim in three groups, what belongs beside it, and the forms for more while it is open. */
export function DisputedBySection({
  claim,
  disputed,
  figures,
  canChange,
}: {
  claim: { id: string; language: string };
  disputed: DisputedBy;
  figures: readonly FigureView[];
  canChange: boolean;
}) {
  const removable = canChange ? { claimId: claim.id } : {};
  const positions = (list: PositionView[]) =>
    list.map((position) => (
      <PositionItem
        key={position.id}
        position={position}
        {...(canChange && { claim })}
        figures={
          <FigureList
            figures={figures.filter(({ positionId }) => positionId === position.id)}
            owner={{ on: "position", id: position.id }}
            {...(canChange && { change: { claimId: claim.id, used: measuresOf(figures) } })}
          />
        }
      />
    ));
  const relations = (list: RelationView[]) =>
    list.map((relation) => <RelationItem key={relation.id} relation={relation} {...removable} />);
  const evidence = disputed.evidence.map((piece) => <EvidenceItem key={piece.id} evidence={piece} />);
  return (
    <div className="stack loose">
      <Group
        title="Parties"
        none="No party is recorded as denying or doubting it."
        items={positions(disputed.parties)}
      />
      <Group
        title="Claims"
        none="No claim is recorded as contradicting it."
        items={relations(disputed.claims)}
      />
      <Group title="Refuting evidence" none="No evidence refutes it." items={evidence} />
      <Group title="Asked or heard, without an answer" items={positions(disputed.silent)} />
      <Group title="Other positions" items={positions(disputed.otherPositions)} />
      <Group title="Other relations" items={relations(disputed.otherRelations)} />
      {canChange && (
        <div className="row unfold">
          <details className="stack">
            <summary className="btn">Record a position</summary>
            <div className="card">
              <RecordPositionForm claim={claim} />
            </div>
          </details>
          <details className="stack">
            <summary className="btn">Relate to another claim</summary>
            <div className="card">
              <RelateClaimsForm claimId={claim.id} />
            </div>
          </details>
        </div>
      )}
    </div>
  );
}

/** The three groups say when they are empty; what only stands beside them is left out then. */
function Group({ title, none, items }: { title: string; none?: string; items: ReactNode[] }) {
  if (items.length === 0 && none === undefined) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className="faint num">{items.length}</span>
      </h3>
      {items.length === 0 ? <p className="small quiet">{none}</p> : <ul className="plain-list">{items}</ul>}
    </section>
  );
}
