import { InvolvementForm } from "#components/events/involvement-form";
import { PartyName } from "#components/parties/party-name";
import { DialogButton } from "#components/ui/dialog-button";
import { Text } from "#components/ui/text";
import type { EventDetail } from "#lib/events/queries";
import { involvementNames } from "#lib/events/rules";

/** Which parties are involved in the conflict of an event and which are not, with the forms for more. */
export function EventParties({ event, canChange }: { event: EventDetail; canChange: boolean }) {
  return (
    <section className="stack" aria-labelledby="parties">
      <h2 id="parties">Parties</h2>
      {event.parties.length === 0 && <p className="quiet">Nobody has said yet who is involved.</p>}
      <ul className="plain-list">
        {event.parties.map(({ party, involved, note }) => (
          <li key={party.id} className="ev">
            <div className="row between">
              <p>
                <b>
                  <PartyName party={party} />
                </b>
                : {involvementNames[involved ? "involved" : "not_involved"].toLowerCase()}
              </p>
              {canChange && (
                <DialogButton kind="ghost" small label="Change" title={`The involvement of ${party.name}`}>
                  <InvolvementForm eventId={event.id} of={{ id: party.id, involved, note }} />
                </DialogButton>
              )}
            </div>
            {note && (
              <footer>
                <Text>{note}</Text>
              </footer>
            )}
          </li>
        ))}
      </ul>
      {canChange && (
        <details className="stack">
          <summary className="btn">Say who is involved</summary>
          <div className="card">
            <InvolvementForm eventId={event.id} />
          </div>
        </details>
      )}
    </section>
  );
}
