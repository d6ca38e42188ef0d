import { ClaimNumber } from "#components/claims/claim-number";
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
          <li key={id} className="note">
            <Text as="div" className="w" lang={claim.language}>
              <a href={`/desk/claims/${claim.number}#comment`}>{claim.wording}</a>
            </Text>
            <p className="small">
              <Text>{party}</Text> was to answer by <CalendarDate date={dueOn} />.
            </p>
            <p className="tiny faint">
              <ClaimNumber number={claim.number} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
