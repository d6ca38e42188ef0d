import type { ReactNode } from "react";
import { ActionButton } from "#components/form/action-button";
import { SourceLine } from "#components/sources/source-line";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";
import { removePositionAction } from "#lib/disputes/actions";
import type { PositionView } from "#lib/disputes/queries";
import { positionStanceNames } from "#lib/disputes/rules";

/** What one party says about the claim, and the `figures` it gives. Without `claimId` it cannot be removed. */
export function PositionItem({
  position,
  claimId,
  figures,
}: {
  position: PositionView;
  claimId?: string;
  figures?: ReactNode;
}) {
  const { party, stance, hedged, quote, language, saidOn, source, locator } = position;
  return (
    <li className="ev">
      <p>
        <b>
          <Text>{party.name}</Text>
        </b>
        {party.description !== null && <Text className="quiet"> ({party.description})</Text>}{" "}
        {positionStanceNames[stance]}
        {hedged && ", hedged"}
      </p>
      <Text as="blockquote" lang={language}>
        “{quote}”
      </Text>
      {figures}
      <footer className="row between">
        <span>
          <CalendarDate date={saidOn} />
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
        </span>
        {claimId !== undefined && (
          <ActionButton
            action={removePositionAction}
            input={{ claimId, positionId: position.id }}
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
        )}
      </footer>
    </li>
  );
}
