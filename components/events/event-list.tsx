import Link from "next/link";
import { EventWhen } from "#components/events/event-when";
import { EventWhere } from "#components/events/event-where";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Text } from "#components/ui/text";
import type { EventPage } from "#lib/events/queries";

/** The desk's events, newest first, with a search by words, a page at a time. */
export function EventList({ page, words }: { page: EventPage; words: string }) {
  const older =
    page.next && `/desk/events?${new URLSearchParams({ ...(words && { q: words }), after: page.next })}`;
  return (
    <section className="stack" aria-label="Events">
      <form className="row" role="search" action="/desk/events">
        <input
          type="search"
          name="q"
          className="field"
          defaultValue={words}
          aria-label="Search the events by name, place or date in words"
          placeholder="Name, place or date in words"
        />
        <button type="submit" className="btn">
          Search
        </button>
      </form>
      {page.events.length === 0 ? (
        <EmptyState title={words ? "No event has these words" : "No events yet"}>
          {words
            ? "Try fewer words, or add the event."
            : "Add an event to which claims of several articles can point."}
        </EmptyState>
      ) : (
        <ul className="plain-list">
          {page.events.map((event) => (
            <li key={event.id} className="ev">
              <Link href={`/desk/events/${event.id}`}>
                <Text>{event.name}</Text>
              </Link>
              <footer>
                <EventWhen event={event} /> · <EventWhere event={event} /> · {claimsText(event.claims)}
              </footer>
            </li>
          ))}
        </ul>
      )}
      <Pagination older={older} label="Pages of events" />
    </section>
  );
}

const claimsText = (count: number) =>
  count === 0 ? "no claims yet" : count === 1 ? "1 claim" : `${count} claims`;
