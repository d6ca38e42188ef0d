import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";
import type { EventView } from "#lib/events/queries";

/** When an event was, as precisely as it is known, and in the source's own words. */
export function EventWhen({ event }: { event: Pick<EventView, "happenedOn" | "happenedWords"> }) {
  const { happenedOn, happenedWords } = event;
  return (
    <>
      {(happenedOn !== null || happenedWords === null) && <CalendarDate date={happenedOn} />}
      {happenedOn !== null && happenedWords !== null && " · "}
      {happenedWords !== null && (
        <>
          “<Text>{happenedWords}</Text>”
        </>
      )}
    </>
  );
}
