import { deskLang } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { Text } from "#components/ui/text";

/** What is known and what is not, side by side; nothing where the desk lists neither. */
export function Known({ view }: { view: PublicView }) {
  const { known, notKnown } = view.verdict;
  const lang = deskLang(view);
  if (known.length + notKnown.length === 0) return null;
  return (
    <section>
      <h2>What we know, and what we do not</h2>
      <div className="two known">
        <Items title="Known" items={known} lang={lang} />
        <Items title="Not known" items={notKnown} lang={lang} />
      </div>
    </section>
  );
}

function Items({ title, items, lang }: { title: string; items: readonly string[]; lang: string | null }) {
  return (
    <div>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className="small quiet">Nothing listed.</p>
      ) : (
        <ul>
          {items.map((item, at) => (
            <li key={at}>
              <Text lang={lang}>{item}</Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
