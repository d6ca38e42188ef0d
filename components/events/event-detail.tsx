import { ClaimReference } from "#components/claims/claim-reference";
import { EventParties } from "#components/events/event-parties";
import { EventWhen } from "#components/events/event-when";
import { EventWhere } from "#components/events/event-where";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import type { EventDetail as Event } from "#lib/events/queries";

/** An event with all that is known of it, the parties of its conflict and the claims that point to it. */
export function EventDetail({ event, canChange }: { event: Event; canChange: boolean }) {
  return (
    <div className="stack loose">
      <DefinitionList
        entries={[
          ["When", <EventWhen key="when" event={event} />],
          ["Where", <EventWhere key="where" event={event} />],
          ["Description", event.description && <Text>{event.description}</Text>],
        ]}
      />
      <EventParties event={event} canChange={canChange} />
      <section className="stack" aria-labelledby="claims">
        <h2 id="claims">Claims</h2>
        {event.claims.length === 0 && (
          <p className="quiet">No claim points to it yet. Choose the event on the page of a claim.</p>
        )}
        <ul className="plain-list">
          {event.claims.map((claim) => (
            <li key={claim.number} className="ev">
              <ClaimReference claim={claim} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
