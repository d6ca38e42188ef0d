import type { ArticleView } from "#lib/publication/schema";
import { ArticleClaim } from "#components/publication/article-claim";
import { Excerpt } from "#components/publication/excerpt";
import { hueClass } from "#components/ui/rating-mark";

/** What claims cite from earlier versions of the text, each with the number of its version. */
export function EarlierPassages({ article }: { article: ArticleView }) {
  if (article.earlier.length === 0) return null;
  return (
    <section className="part">
      <h2>Passages of earlier versions</h2>
      {article.earlier.map((passage) => (
        <figure
          key={`${passage.claim.number} ${passage.version} ${passage.start} ${passage.end}`}
          className="passage"
        >
          <Excerpt
            passage={passage}
            lang={article.language}
            hue={passage.claim.retracted ? "is-none" : hueClass(passage.claim.rating.hue)}
          />
          <figcaption>
            <p className="small quiet">As it stood in version {passage.version} of the text</p>
            <ArticleClaim claim={passage.claim} />
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
