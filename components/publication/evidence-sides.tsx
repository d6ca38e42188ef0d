import type { PublicView } from "#lib/publication/schema";
import { EvidenceItem } from "#components/publication/evidence-item";

/** Evidence for and against side by side, context below; an empty side says so. */
export function EvidenceSides({ view }: { view: PublicView }) {
  const numbered = view.evidence.map((item, at) => ({ item, at }));
  const supports = numbered.filter(({ item }) => item.stance === "supports");
  const refutes = numbered.filter(({ item }) => item.stance === "refutes");
  const context = numbered.filter(({ item }) => item.stance === "context");
  return (
    <section>
      <h2>Evidence</h2>
      {numbered.length === 0 && (
        <p className="quiet">No evidence is on record for this claim or against it.</p>
      )}
      {supports.length + refutes.length > 0 && (
        <div className="two">
          <Side title="Supports the claim" items={supports} sources={view.sources} />
          <Side title="Against the claim" items={refutes} sources={view.sources} />
        </div>
      )}
      {context.length > 0 && (
        <div className="two-below">
          <Side title="Context" items={context} sources={view.sources} />
        </div>
      )}
    </section>
  );
}

function Side({
  title,
  items,
  sources,
}: {
  title: string;
  items: { item: PublicView["evidence"][number]; at: number }[];
  sources: PublicView["sources"];
}) {
  return (
    <div>
      <h3>{title}</h3>
      {items.length === 0 && <p className="small quiet">None on record.</p>}
      {items.map(({ item, at }) => (
        <EvidenceItem key={at} item={item} at={at} sources={sources} />
      ))}
    </div>
  );
}
