import { ClaimNote } from "#components/claims/claim-note";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";
import type { OverdueRequest } from "#lib/verdicts/queries";

/** Requests for comment that nobody answered by their day: to ask again, or to note the silence. */
export function OverdueRequests({ requests }: { requests: readonly OverdueRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <section className="work" aria-labelledby="overdue-requests">
      <h2 id="overdue-requests">No answer yet</h2>
      <ul className="plain-list stack">
        {requests.map(({ id, party, dueOn, claim }) => (
          <ClaimNote key={id} claim={claim} at="#comment">
            <p className="small">
              <Text>{party}</Text> was to answer by <CalendarDate date={dueOn} />.
            </p>
          </ClaimNote>
        ))}
      </ul>
    </section>
  );
}
