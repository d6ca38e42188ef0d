import { deskLang } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { Speaker } from "#components/publication/speaker";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";

type Request = PublicView["requests"][number];

/** Whom the desk asked for comment, and what came back: the answer in their words, silence, or why nobody was asked. */
export function Requests({ view }: { view: PublicView }) {
  const { requests, claimant } = view;
  if (requests.length === 0) return null;
  const lang = deskLang(view);
  const onlyClaimant = requests.every(({ party }) => party.name === claimant?.name);
  return (
    <section id="answers">
      <h2>{onlyClaimant ? "What the claimant answered" : "Requests for comment"}</h2>
      <ul className="plain-list">
        {requests.map((request, at) => (
          <li key={at} className="ev">
            <p>
              <Speaker party={request.party} lang={lang} strong />
            </p>
            <Outcome request={request} lang={lang} />
            {request.outcome !== "not_asked" && <Asked request={request} lang={lang} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({ request, lang }: { request: Request; lang: string | null }) {
  switch (request.outcome) {
    case "answered":
      return <Text as="blockquote">{request.answer}</Text>;
    case "not_asked":
      return (
        <p>
          Not asked: <Text lang={lang}>{request.reason}</Text>
        </p>
      );
    case "silence":
      return <p>Gave no answer.</p>;
    case "waiting":
      return <p>Has not answered yet.</p>;
  }
}

function Asked({ request, lang }: { request: Request; lang: string | null }) {
  const { channel, askedOn, dueOn, answeredOn } = request;
  return (
    <footer>
      Asked
      {askedOn !== null && (
        <>
          {" on "}
          <CalendarDate date={askedOn} />
        </>
      )}
      {channel !== "" && (
        <>
          {" ("}
          <Text lang={lang}>{channel}</Text>)
        </>
      )}
      {dueOn !== null && (
        <>
          {", to answer by "}
          <CalendarDate date={dueOn} />
        </>
      )}
      {answeredOn !== null && (
        <>
          {"; answered on "}
          <CalendarDate date={answeredOn} />
        </>
      )}
    </footer>
  );
}
