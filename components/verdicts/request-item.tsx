import { UpdateRequestForm } from "#components/verdicts/update-request-form";
import { CalendarDate } from "#components/ui/calendar-date";
import { DialogButton } from "#components/ui/dialog-button";
import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import type { RequestView } from "#lib/verdicts/queries";
import { commentOutcomeNames } from "#lib/verdicts/rules";

/** One request for comment: whom, how and when, then the answer, silence or why nobody was asked. */
export function RequestItem({ request, claimId }: { request: RequestView; claimId?: string }) {
  const { party, outcome, channel, askedOn, dueOn, answeredOn, answer, reason, overdue } = request;
  return (
    <li className="ev">
      <p>
        <b>
          <Text>{party.name}</Text>
        </b>
        {party.description !== null && <Text className="quiet"> ({party.description})</Text>}{" "}
        <Pill tone={overdue ? "changes" : "plain"}>{overdue ? "Overdue" : commentOutcomeNames[outcome]}</Pill>
      </p>
      {answer !== "" && <Text as="blockquote">{answer}</Text>}
      {reason !== "" && (
        <p>
          <Text>{reason}</Text>
        </p>
      )}
      <footer className="row between">
        <span>
          {askedOn !== "" && (
            <>
              Asked <CalendarDate date={askedOn} />
              {channel !== "" && (
                <>
                  , <Text>{channel}</Text>
                </>
              )}
            </>
          )}
          {dueOn !== "" && (
            <>
              {" · answer by "}
              <CalendarDate date={dueOn} />
            </>
          )}
          {answeredOn !== "" && (
            <>
              {" · answered "}
              <CalendarDate date={answeredOn} />
            </>
          )}
        </span>
        {claimId !== undefined && (
          <DialogButton
            label="What came of it…"
            about={party.name}
            title={`Request to ${party.name}`}
            kind="ghost"
            small
            wide
          >
            <UpdateRequestForm claimId={claimId} request={request} />
          </DialogButton>
        )}
      </footer>
    </li>
  );
}
