import { utterance } from "#lib/publication/facts";
import { articlePath, deskLang } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { RelayChain } from "#components/publication/relay-chain";
import { SaidOn } from "#components/publication/said-on";
import { Speaker } from "#components/publication/speaker";
import { Text } from "#components/ui/text";

/** Who said it and when, who passed it on and where: the speaker is rated, never those in between. */
export function Byline({ view }: { view: PublicView }) {
  const { claimant, saidOn, saidWords } = view;
  const said = utterance(view);
  return (
    <p className="byline">
      {claimant ? (
        <>
          {said?.stance === "suggests" ? "Suggested by " : "Said by "}
          <Speaker party={claimant} lang={deskLang(view)} />
        </>
      ) : (
        "No claimant is named"
      )}
      {(saidOn ?? saidWords) !== null && (
        <>
          {claimant ? ", " : "; said "}
          <SaidOn date={saidOn} words={saidWords} lang={said?.language} sentence />
        </>
      )}
      {said?.hedged && ", with a reservation"}
      {said && said.relayedBy.length > 0 && (
        <>
          {"; "}
          <RelayChain by={said.relayedBy} />
        </>
      )}
      <SaidIn view={view} />. We rate the speaker, not the outlet.
    </p>
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
