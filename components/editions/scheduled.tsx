import { ActionButton } from "#components/form/action-button";
import { Alert } from "#components/ui/alert";
import { Time } from "#components/ui/time";
import type { Schedule } from "#lib/editions/schedules";
import { unschedulePublicationAction } from "#lib/publication/actions";

/** When an approved edition is to be published, or why it was not; `number` is the claim's. */
export function Scheduled({
  editionId,
  number,
  schedule: { at, by, problem },
  canChange,
}: {
  editionId: string;
  number: number;
  schedule: Schedule;
  canChange: boolean;
}) {
  return (
    <Alert
      kind={problem === null ? "note" : "problem"}
      title={problem === null ? "Scheduled" : "Not published at the time that was set"}
      still
    >
      <p className="small">
        {problem === null && "To be published "}
        <Time at={at} />, as {by} set.
      </p>
      {problem !== null && <p className="small">{problem}</p>}
      {canChange && (
        <ActionButton
          action={unschedulePublicationAction}
          input={{ editionId }}
          small
          done={{ claim: number, words: "waits for an editor to publish it." }}
        >
          Take the time back
        </ActionButton>
      )}
    </Alert>
  );
}
