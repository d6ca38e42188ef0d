import { positionStanceNames } from "#lib/disputes/rules";
import type { PublicView } from "#lib/publication/schema";
import { SourceMark } from "#components/publication/source-mark";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";

/** What parties say about the claim, in their own words. */
export function PositionList({ positions }: { positions: PublicView["positions"] }) {
  if (positions.length === 0) return null;
  return (
    <ul className="plain-list">
      {positions.map((position, index) => (
        <li key={index} className="ev">
          <p className="small">
            <b>
              <Text>{position.party.name}</Text>
            </b>{" "}
            {positionStanceNames[position.stance]}
            {position.hedged && <span className="quiet"> (hedged)</span>}
          </p>
          <Text as="blockquote" lang={position.language}>
            {position.quote}
          </Text>
          <footer>
            <CalendarDate date={position.saidOn} />
            {position.source !== null && (
              <>
                {" · "}
                <SourceMark number={position.source} />
              </>
            )}
            {position.locator !== null && (
              <>
                , <Text>{position.locator}</Text>
              </>
            )}
          </footer>
        </li>
      ))}
    </ul>
  );
}
