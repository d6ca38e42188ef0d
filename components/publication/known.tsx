import type { PublicView } from "#lib/publication/schema";
import { Text } from "#components/ui/text";

/** What is known and what is not, side by side; nothing where the desk lists neither. */
export function Known({ verdict }: { verdict: PublicView["verdict"] }) {
  if (verdict.known.length + verdict.notKnown.length === 0) return null;
  return (
    <section>
      <h2>What we know, and what we do not</h2>
      <div className="two known">
        <Items title="Known" items={verdict.known} />
        <Items title="Not known" items={verdict.notKnown} />
      </div>
    </section>
  );
}

function Items({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className="small quiet">Nothing listed.</p>
      ) : (
        <ul>
          {items.map((item, at) => (
            <li key={at}>
              <Text>{item}</Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
