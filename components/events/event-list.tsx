import { PageLink } from "#components/ui/page-link";
import { EventWhen } from "#components/events/event-when";
import { EventWhere } from "#components/events/event-where";
import { Text } from "#components/ui/text";
import type { EventPage } from "#lib/events/queries";
import { SearchedList } from "#components/layout/searched-list";

/** The desk's events, newest first, with a search by words, a page at a time. */
export function EventList({ page, words }: { page: EventPage; words: string }) {
  return (
    <SearchedList
      path="/desk/events"
      label="Events"
      words={words}
      next={page.next}
      search={{
        label: "Search the events by name, place or date in words",
        placeholder: "Name, place or date in words",
      }}
      none={{
        found: "No event has these words",
        yet: "No events yet",
        tryFewer: "Try fewer words, or add the event.",
        begin: "Add an event to which claims of several articles can point.",
      }}
      isEmpty={page.events.length === 0}
    >
      <ul className="plain-list">
        {page.events.map((event) => (
          <li key={event.id} className="ev">
            <PageLink href={`/desk/events/${event.id}`}>
              <Text>{event.name}</Text>
            </PageLink>
            <footer>
              <EventWhen event={event} /> · <EventWhere event={event} /> · {claimsText(event.claims)}
            </footer>
          </li>
        ))}
      </ul>
    </SearchedList>
  );
}

const claimsText = (count: number) =>
  count === 0 ? "no claims yet" : count === 1 ? "1 claim" : `${count} claims`;
