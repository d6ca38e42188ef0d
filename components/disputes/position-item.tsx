import type { ReactNode } from "react";
import { ChangePosition } from "#components/disputes/change-position";
import { ActionButton } from "#components/form/action-button";
import { PartyName } from "#components/parties/party-name";
import { SourceLine } from "#components/sources/source-line";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";
import { removePositionAction } from "#lib/disputes/actions";
import type { PositionView } from "#lib/disputes/queries";
import { positionStanceSaid } from "#lib/disputes/rules";

/**
 * What one party says about the claim, and the `figures` it gives. Without a `claim` that is open for changes it cannot be
 * changed or removed.
 */
export function PositionItem({
  position,
  claim,
  figures,
}: {
  position: PositionView;
  claim?: { id: string; language: string };
  figures?: ReactNode;
}) {
  const { party, stance, hedged, quote, language, translation, translator } = position;
  return (
    <li className="ev">
      <p>
        <b>
          <PartyName party={party} />
        </b>{" "}
        {positionStanceSaid[stance]}
        {hedged && ", hedged"}
      </p>
      <Text as="blockquote" lang={language}>
        “{quote}”
      </Text>
      {translation !== null && (
        <p>
          <Text className="serif">{translation}</Text>{" "}
          <span className="small quiet">
            (translated by <Text>{translator ?? ""}</Text>)
          </span>
        </p>
      )}
      {figures}
      <footer className="row between">
        <Circumstances position={position} />
        {claim !== undefined && (
          <span className="row">
            <ChangePosition claim={claim} position={position} />
            <ActionButton
              action={removePositionAction}
              input={{ claimId: claim.id, positionId: position.id }}
              done={{ words: "Position removed." }}
              kind="ghost"
              small
              confirm={{
                title: `Remove the position of ${party.name}?`,
                body: "It leaves the claim; the history keeps what it was.",
                label: "Remove position",
              }}
            >
              Remove
            </ActionButton>
          </span>
        )}
      </footer>
    </li>
  );
}

/** When it was said, who passed it on, and where it stands. */
function Circumstances({ position }: { position: PositionView }) {
  const { saidOn, saidWords, relays, source, locator, primary } = position;
  return (
    <span>
      {saidWords === null ? <CalendarDate date={saidOn} /> : <CalendarDate date={saidOn} fallback="" />}
      {saidWords !== null && (
        <>
          {saidOn !== null && " · "}“<Text>{saidWords}</Text>”
        </>
      )}
      {relays.map((relay, at) => (
        <span key={relay.id}>
          {at === 0 ? " · relayed by " : ", then "}
          <PartyName party={relay} />
        </span>
      ))}
      {source && (
        <>
          {" · "}
          <SourceLine source={source} locator={locator} />
        </>
      )}
      {!source && locator !== null && (
        <>
          {" · "}
          <Text>{locator}</Text>
        </>
      )}
      {primary && " · the utterance itself"}
    </span>
  );
}
