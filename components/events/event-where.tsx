import { Text } from "#components/ui/text";
import type { EventView } from "#lib/events/queries";
import { placePrecisionNames } from "#lib/events/rules";

/** Where an event was, and how exactly that is known. */
export function EventWhere({ event }: { event: Pick<EventView, "place" | "placePrecision"> }) {
  const { place, placePrecision } = event;
  if (place === null) return <>place unknown</>;
  return (
    <>
      <Text>{place}</Text>
      {placePrecision !== null && (
        <span className="quiet"> ({placePrecisionNames[placePrecision].toLowerCase()})</span>
      )}
    </>
  );
}
