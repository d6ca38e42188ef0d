import { requestOutcomeNames, requestStateNames } from "#lib/corrections/rules";
import { requestStates, type FollowedRequest } from "#lib/corrections/schema";
import { claimPath, deskLang, editionPath } from "#lib/publication/rules";
import { Card } from "#components/ui/card";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** A report from the reader's side: what was sent, where it stands, and what the desk answered. */
export function FollowedRequestPage({ request }: { request: FollowedRequest }) {
  const { slug, claim, editionNumber, currentNumber } = request;
  return (
    <div className="page single">
      <div className="report stack">
        <h1>Your report</h1>
        <p>
          Reference <strong className="num">{request.reference}</strong>. Keep the address of this page: it is
          the only way to it, and whoever has it can read this.
        </p>
        <Progress request={request} />
        {request.outcome !== null && (
          <Card eyebrow="Our answer" title={requestOutcomeNames[request.outcome]}>
            <Text as="p" lang={deskLang(request)} className="lines">
              {request.answer}
            </Text>
          </Card>
        )}
        <section className="part">
          <h2>What you reported</h2>
          <p>
            <span className="faint">Claim:</span>{" "}
            <a href={claimPath(slug)}>
              {claim ? <Text lang={claim.language}>{claim.wording}</Text> : "withheld for the time being"}
            </a>
          </p>
          <p className="small quiet">
            You read <a href={editionPath(slug, editionNumber)}>edition {editionNumber}</a>
            {currentNumber === null
              ? "; nothing of it is public now."
              : currentNumber > editionNumber
                ? `; edition ${currentNumber} is public now.`
                : ", which is public now."}
          </p>
          <Text as="blockquote" className="lines">
            {request.problem}
          </Text>
          {request.sourceUrl !== null && (
            <p className="small">
              Source:{" "}
              <a href={request.sourceUrl} rel="nofollow noopener">
                {request.sourceUrl}
              </a>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

function Progress({ request }: { request: FollowedRequest }) {
  const at = { received: request.createdAt, looking: request.takenUpAt, answered: request.answeredAt };
  return (
    <ol className="progress" aria-label="Where it stands">
      {requestStates
        // Answered at once, it was never being looked at.
        .filter((state) => request.state !== "answered" || at[state] !== null)
        .map((state) => (
          <li key={state} aria-current={state === request.state ? "step" : undefined}>
            <span>{requestStateNames[state]}</span>{" "}
            <span className="tiny quiet">{at[state] ? <Time at={at[state]} /> : "not yet"}</span>
          </li>
        ))}
    </ol>
  );
}
