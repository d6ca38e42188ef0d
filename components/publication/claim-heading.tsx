import { publicNumber } from "#lib/claims/rules";
import { articlePath } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { CalendarDate } from "#components/ui/calendar-date";
import { hueClass } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";

/** Who claims it and how it is rated stand with the words themselves, so that no heading asserts a claim. */
export function ClaimHeading({ view, as: Heading }: { view: PublicView; as: "h1" | "h2" }) {
  const { rating } = view.verdict;
  const retracted = view.retraction !== null;
  return (
    <header>
      <p className="eyebrow">
        Claim {publicNumber(view.claim.number)}, by{" "}
        {view.claimant ? <Text>{view.claimant.name}</Text> : "an unknown party"}
        {" · "}
        {retracted ? (
          "fact-check retracted"
        ) : (
          <>
            rated <span className={`rated ${hueClass(rating.hue)}`}>{rating.name}</span>
          </>
        )}
      </p>
      <Heading className="claim">
        <span className="faint">Claim:</span> <Text lang={view.claim.language}>{view.claim.wording}</Text>
      </Heading>
      <p className="byline">
        <SaidBy view={view} />
        <SaidIn view={view} />. We rate the speaker, not the outlet.
      </p>
    </header>
  );
}

function SaidBy({ view }: { view: PublicView }) {
  return (
    <>
      {view.claimant ? (
        <>
          Said by <Text>{view.claimant.name}</Text>
          {view.claimant.description && (
            <>
              {" ("}
              <Text>{view.claimant.description}</Text>)
            </>
          )}
        </>
      ) : (
        "Nobody knows who said it first"
      )}
      {view.saidOn && (
        <>
          {view.claimant ? " on " : "; said on "}
          <CalendarDate date={view.saidOn} />
        </>
      )}
    </>
  );
}

function SaidIn({ view }: { view: PublicView }) {
  const articles = new Map(view.passages.map(({ article }) => [article.id, article]));
  return [...articles.values()].map((article, index) => (
    <span key={article.id}>
      {index === 0 ? " · in " : ", "}
      <a href={articlePath(article.slug)}>
        “<Text lang={article.language}>{article.title}</Text>”
      </a>
      {article.outlet && (
        <>
          {" "}
          (<Text>{article.outlet}</Text>)
        </>
      )}
    </span>
  ));
}
