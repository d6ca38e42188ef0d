import { ChangeLink } from "#components/articles/page-state";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import type { PageChange } from "#lib/articles/page-changes";

/** Articles whose page says something else than their latest version, for somebody to look at. */
export function ChangedPages({ changes }: { changes: readonly PageChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section className="work" aria-labelledby="changed-pages">
      <h2 id="changed-pages">Pages that changed</h2>
      <ul className="plain-list stack">
        {changes.map((change) => (
          <li key={change.article.id} className="note">
            <Text as="div" className="w" lang={change.article.language}>
              <a href={`/desk/articles/${change.article.id}`}>{change.article.title}</a>
            </Text>
            <p className="small">
              <ChangeLink change={change} />
              <span className="faint">
                {" · seen "}
                <Time at={change.at} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
