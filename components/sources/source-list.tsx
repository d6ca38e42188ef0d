import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { SourceLine } from "#components/sources/source-line";
import type { SourcePage } from "#lib/sources/queries";

/** The desk's sources with a search by words, a page at a time. */
export function SourceList({ page, words }: { page: SourcePage; words: string }) {
  const older =
    page.next && `/desk/sources?${new URLSearchParams({ ...(words && { q: words }), after: page.next })}`;
  return (
    <section className="stack" aria-label="Sources">
      <form className="row" role="search" action="/desk/sources">
        <input
          type="search"
          name="q"
          className="field"
          defaultValue={words}
          aria-label="Search the sources by title, address, description or publisher"
          placeholder="Title, address, description or publisher"
        />
        <button type="submit" className="btn">
          Search
        </button>
      </form>
      {page.sources.length === 0 ? (
        <EmptyState title={words ? "No source has these words" : "No sources yet"}>
          {words
            ? "Try fewer words, or add the source below."
            : "Add the first one below, or attach evidence to a claim."}
        </EmptyState>
      ) : (
        <ul className="plain-list">
          {page.sources.map((source) => (
            <li key={source.id} className="ev">
              <SourceLine source={source} />
              <span className="small faint"> · {usesText(source.uses)}</span>
            </li>
          ))}
        </ul>
      )}
      <Pagination older={older} label="Pages of sources" />
    </section>
  );
}

const usesText = (uses: number) =>
  uses === 0 ? "not used yet" : uses === 1 ? "used once" : `used ${uses} times`;
