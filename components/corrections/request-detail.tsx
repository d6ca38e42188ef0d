import type { RequestDetail as Request } from "#lib/corrections/requests";
import { requestOutcomeNames } from "#lib/corrections/rules";
import { editionPath } from "#lib/publication/rules";
import { ClaimNumber } from "#components/claims/claim-number";
import { AnswerForm } from "#components/corrections/answer-form";
import { RequestState } from "#components/corrections/request-state";
import { Card } from "#components/ui/card";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** A reader's report with all that the desk knows about it, and the answer to it. */
export function RequestDetail({ request, canAnswer }: { request: Request; canAnswer: boolean }) {
  const { claim, slug, publishedNumber, editionNumber } = request;
  return (
    <div className="beside">
      <div className="stack loose">
        <Card title="What the reader reports">
          <Text as="blockquote" className="lines">
            {request.problem}
          </Text>
        </Card>
        {request.outcome !== null ? (
          <Card title="The answer" eyebrow={requestOutcomeNames[request.outcome]}>
            <Text as="p" className="lines">
              {request.answer}
            </Text>
          </Card>
        ) : (
          <Card title="Answer the reader">
            {canAnswer ? <AnswerForm request={request} /> : <p>An editor or an admin answers readers.</p>}
          </Card>
        )}
      </div>
      <Card title="Facts">
        <DefinitionList
          entries={[
            ["State", <RequestState key="state" state={request.state} outcome={request.outcome} />],
            [
              "Claim",
              <a key="claim" href={`/desk/claims/${claim.number}`}>
                <ClaimNumber number={claim.number} /> <Text lang={claim.language}>{claim.wording}</Text>
              </a>,
            ],
            [
              "Reported in",
              <a key="edition" href={editionPath(slug, editionNumber)}>
                edition {editionNumber}
              </a>,
            ],
            [
              "Public now",
              publishedNumber === null
                ? "nothing: the page is withheld"
                : publishedNumber > editionNumber
                  ? `edition ${publishedNumber}`
                  : "the same edition",
            ],
            ["Received", <Time key="received" at={request.createdAt} />],
            ["Taken up", request.takenUpAt && <Time key="taken" at={request.takenUpAt} />],
            ["Answered", request.answeredAt && <Time key="answered" at={request.answeredAt} />],
            ["By", request.handledBy],
            [
              "Source",
              request.sourceUrl && (
                <a key="source" href={request.sourceUrl} rel="nofollow noopener noreferrer">
                  {request.sourceUrl}
                </a>
              ),
            ],
            ["E-mail", request.email],
            [
              "Reference",
              <span key="reference" className="num">
                {request.reference}
              </span>,
            ],
          ]}
        />
        <p className="small quiet">
          The reader follows it under this reference. Nothing is sent to them: write yourself, where they left
          an address.
        </p>
      </Card>
    </div>
  );
}
