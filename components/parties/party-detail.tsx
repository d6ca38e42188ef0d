import type { ReactNode } from "react";
import { PageLink } from "#components/ui/page-link";
import { ClaimReference } from "#components/claims/claim-reference";
import { PartyName } from "#components/parties/party-name";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import { positionStanceSaid } from "#lib/disputes/rules";
import { involvementNames } from "#lib/events/rules";
import type { PartyDetail as Party } from "#lib/parties/queries";
import { partyKindNames } from "#lib/parties/rules";

/** A party with all that the desk knows of it: what it claims, says and passes on, and the events it takes part in. */
export function PartyDetail({ party }: { party: Party }) {
  const { kind, description, speaksFor, spokenForBy, claims, positions, relayed, events } = party;
  return (
    <div className="stack loose">
      <DefinitionList
        entries={[
          ["Kind", partyKindNames[kind]],
          ["Description", description && <Text>{description}</Text>],
          ["Speaks for", speaksFor && <PartyName party={speaksFor} />],
          ["Spoken for by", spokenForBy.length > 0 && <Names parties={spokenForBy} />],
        ]}
      />
      <Listed title="Claims" none="It is the claimant of no claim.">
        {claims.map((claim) => (
          <li key={claim.number} className="ev">
            <ClaimReference claim={claim} />
          </li>
        ))}
      </Listed>
      <Listed title="Positions" none="No position of it is recorded.">
        {positions.map(({ id, stance, hedged, claim }) => (
          <li key={id} className="ev">
            {positionStanceSaid[stance]}
            {hedged && ", hedged"}: <ClaimReference claim={claim} />
          </li>
        ))}
      </Listed>
      {relayed.length > 0 && (
        <Listed title="Passed on">
          {relayed.map((position) => (
            <li key={position.id} className="ev">
              what <PartyName party={position.party} /> said about <ClaimReference claim={position.claim} />
            </li>
          ))}
        </Listed>
      )}
      <Listed title="Events" none="Nobody has said of any event whether it is involved.">
        {events.map(({ id, name, involved, note }) => (
          <li key={id} className="ev">
            <PageLink href={`/desk/events/${id}`}>
              <Text>{name}</Text>
            </PageLink>
            : {involvementNames[involved ? "involved" : "not_involved"].toLowerCase()}
            {note && (
              <footer>
                <Text>{note}</Text>
              </footer>
            )}
          </li>
        ))}
      </Listed>
    </div>
  );
}

function Names({ parties }: { parties: Party["spokenForBy"] }) {
  return parties.map((party, at) => (
    <span key={party.id}>
      {at > 0 && "; "}
      <PartyName party={party} />
    </span>
  ));
}

function Listed({ title, none, children }: { title: string; none?: string; children: ReactNode[] }) {
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {children.length === 0 ? <p className="quiet">{none}</p> : <ul className="plain-list">{children}</ul>}
    </section>
  );
}
