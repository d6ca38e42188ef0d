import { citation } from "#lib/publication/rules";
import { EmbedOffer } from "#components/publication/embed-offer";
import type { PublicView, PublishedEditionFacts } from "#lib/publication/schema";

/** A citation that names the edition and its digest, so that it stays true when the page changes. */
export function Cite({ view, edition }: { view: PublicView; edition: PublishedEditionFacts }) {
  const { wording, language } = view.claim;
  const words = citation(view, edition);
  // The last one: the desk may be called the same. Words from right to left must not move what stands after them.
  const at = words.lastIndexOf(`“${wording}”`) + 1;
  return (
    <section id="cite">
      <h2>How to cite</h2>
      <p className="cite">
        {words.slice(0, at)}
        <bdi lang={language}>{wording}</bdi>
        {words.slice(at + wording.length)}
      </p>
      <EmbedOffer view={view} edition={edition} />
      <p className="small">
        Something wrong? <a href={`/report?claim=${view.claim.slug}`}>Report an error</a>
      </p>
    </section>
  );
}
