import type { ArticleView } from "#lib/publication/schema";
import { ArticleClaim } from "#components/publication/article-claim";
import { Excerpt } from "#components/publication/excerpt";
import { EmptyState } from "#components/ui/empty-state";
import { hueClass } from "#components/ui/rating-mark";

/** What stands around each passage, with its claim below it, in the order of the article. */
export function ArticleExcerpts({ article }: { article: ArticleView }) {
  if (article.passages.length === 0 && article.earlier.length > 0) return null;
  if (article.passages.length === 0)
    return <EmptyState title="No claim of this article is public now">It was cited here before.</EmptyState>;
  return (
    <section className="part">
      <h2>Passages and what we found</h2>
      {article.passages.map((passage) => (
        <figure key={`${passage.claim.number} ${passage.start} ${passage.end}`} className="passage">
          <Excerpt
            passage={passage}
            lang={article.language}
            hue={passage.claim.retracted ? "is-none" : hueClass(passage.claim.rating.hue)}
          />
          <figcaption>
            <ArticleClaim claim={passage.claim} />
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
