import { PageLink } from "#components/ui/page-link";
import { PartyName } from "#components/parties/party-name";
import { CalendarDate } from "#components/ui/calendar-date";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import type { ClaimView } from "#lib/claims/queries";
import { claimKindNames, publicNumber, shelvedReasonNames } from "#lib/claims/rules";

/** Who claims it, when, what kind of claim it is, and why it is shelved where it is. */
export function ClaimFacts({ claim }: { claim: ClaimView }) {
  const { claimant, claimantUnknown, saidOn, saidWords, event, kind, shelved } = claim;
  const nobody = claimantUnknown ? "No claimant is named" : "Not settled yet";
  return (
    <DefinitionList
      entries={[
        ["Claimant", claimant ? <PartyName party={claimant} /> : nobody],
        ["Said on", (saidOn !== null || saidWords === null) && <CalendarDate date={saidOn} />],
        ["In the source's words", saidWords !== null && <Text>“{saidWords}”</Text>],
        [
          "Event",
          event && (
            <PageLink href={`/desk/events/${event.id}`}>
              <Text>{event.name}</Text>
            </PageLink>
          ),
        ],
        ["Kind", claimKindNames[kind]],
        ["Shelved", shelved && shelvedText(shelved)],
      ]}
    />
  );
}

function shelvedText({ reason, note, duplicateOf }: NonNullable<ClaimView["shelved"]>): string {
  const why = duplicateOf ? `duplicate of ${publicNumber(duplicateOf.number)}` : shelvedReasonNames[reason];
  return note ? `${why}: ${note}` : why;
}
