import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Text } from "#components/ui/text";
import type { MeasurePage } from "#lib/figures/queries";
import { measureName } from "#lib/figures/rules";

/** The desk's measures with a search by words, a page at a time. */
export function MeasureList({ page, words }: { page: MeasurePage; words: string }) {
  const older =
    page.next && `/desk/measures?${new URLSearchParams({ ...(words && { q: words }), after: page.next })}`;
  return (
    <section className="stack" aria-label="Measures">
      <form className="row" role="search" action="/desk/measures">
        <input
          type="search"
          name="q"
          className="field"
          defaultValue={words}
          aria-label="Search the measures by their words"
          placeholder="Unit, who or what, place or period"
        />
        <button type="submit" className="btn">
          Search
        </button>
      </form>
      {page.measures.length === 0 ? (
        <EmptyState title={words ? "No measure has these words" : "No measures yet"}>
          {words
            ? "Try fewer words."
            : "A measure is defined with the first figure that counts it, beside a position or a piece of evidence."}
        </EmptyState>
      ) : (
        <ul className="plain-list">
          {page.measures.map((measure) => (
            <li key={measure.id} className="ev">
              <Link href={`/desk/measures/${measure.id}`}>
                <Text>{measureName(measure)}</Text>
              </Link>
              <span className="small faint"> · {figuresText(measure.figures)}</span>
            </li>
          ))}
        </ul>
      )}
      <Pagination older={older} label="Pages of measures" />
    </section>
  );
}

const figuresText = (count: number) =>
  count === 0 ? "no figure" : count === 1 ? "1 figure" : `${count} figures`;
