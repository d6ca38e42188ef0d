import { SourceFacts, SourceTitle } from "#components/sources/source-line";
import type { SourcePage } from "#lib/sources/queries";
import { SearchedList } from "#components/layout/searched-list";

/** The desk's sources with a search by words, a page at a time. */
export function SourceList({ page, words }: { page: SourcePage; words: string }) {
  return (
    <SearchedList
      path="/desk/sources"
      label="Sources"
      words={words}
      next={page.next}
      search={{
        label: "Search the sources by title, address, description or publisher",
        placeholder: "Title, address, description or publisher",
      }}
      none={{
        found: "No source has these words",
        yet: "No sources yet",
        tryFewer: "Try fewer words, or add the source above.",
        begin: "Add the first one above, or attach evidence to a claim.",
      }}
      isEmpty={page.sources.length === 0}
    >
      <ul className="plain-list">
        {page.sources.map((source) => (
          <li key={source.id} className="ev">
            <SourceTitle source={source} />
            <footer>
              <SourceFacts source={source} more={[usesText(source.uses)]} />
            </footer>
          </li>
        ))}
      </ul>
    </SearchedList>
  );
}

const usesText = (uses: number) =>
  uses === 0 ? "not used yet" : uses === 1 ? "used once" : `used ${uses} times`;
