import { embedMarkup, embedPath } from "#lib/publication/embed";
import type { PublicView, PublishedEditionFacts } from "#lib/publication/schema";

/** The markup for other sites, to be copied by hand: there is no script here that could do it. */
export function EmbedOffer({ view, edition }: { view: PublicView; edition: PublishedEditionFacts }) {
  const address = (path: string) => new URL(path, edition.url).href;
  return (
    <details className="embed-markup">
      <summary>Embed this fact-check</summary>
      <label htmlFor="embed-markup">Copy this into a page of yours. The card follows our corrections.</label>
      <textarea
        id="embed-markup"
        className="field"
        readOnly
        rows={4}
        dir="ltr"
        defaultValue={embedMarkup(view, address)}
      />
      <p className="small">
        <a href={embedPath(view.claim.slug)}>See the card</a>
      </p>
    </details>
  );
}
