import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";
import type { MeasurePage } from "#lib/figures/queries";
import { measureName } from "#lib/figures/rules";
import { SearchedList } from "#components/layout/searched-list";

/** The desk's measures with a search by words, a page at a time. */
export function MeasureList({ page, words }: { page: MeasurePage; words: string }) {
  return (
    <SearchedList
      path="/desk/measures"
      label="Measures"
      words={words}
      next={page.next}
      search={{
        label: "Search the measures by their words",
        placeholder: "Unit, who or what, place or period",
      }}
      none={{
        found: "No measure has these words",
        yet: "No measures yet",
        tryFewer: "Try fewer words.",
        begin:
          "A measure is defined with the first figure that counts it, beside a position or a piece of evidence.",
      }}
      isEmpty={page.measures.length === 0}
    >
      <ul className="plain-list">
        {page.measures.map((measure) => (
          <li key={measure.id} className="ev">
            <PageLink href={`/desk/measures/${measure.id}`}>
              <Text>{measureName(measure)}</Text>
            </PageLink>
            <footer>{figuresText(measure.figures)}</footer>
          </li>
        ))}
      </ul>
    </SearchedList>
  );
}

const figuresText = (count: number) =>
  count === 0 ? "no figure" : count === 1 ? "1 figure" : `${count} figures`;
