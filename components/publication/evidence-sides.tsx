import { deskLang } from "#lib/publication/rules";
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
          <Side title="Supports the claim" items={supports} view={view} />
          <Side title="Against the claim" items={refutes} view={view} />
        </div>
      )}
      {context.length > 0 && (
        <div className="two-below">
          <Side title="Context" items={context} view={view} />
        </div>
      )}
    </section>
  );
}

function Side({
  title,
  items,
  view,
}: {
  title: string;
  items: { item: PublicView["evidence"][number]; at: number }[];
  view: PublicView;
}) {
  return (
    <div>
      <h3>{title}</h3>
      {items.length === 0 && <p className="small quiet">None on record.</p>}
      {items.map(({ item, at }) => (
        <EvidenceItem key={at} item={item} at={at} sources={view.sources} lang={deskLang(view)} />
      ))}
    </div>
  );
}
