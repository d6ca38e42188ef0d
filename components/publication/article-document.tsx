import type { ArticleView } from "#lib/publication/schema";
import { ArticleExcerpts } from "#components/publication/article-excerpts";
import { EarlierPassages } from "#components/publication/earlier-passages";
import { ArticleText } from "#components/publication/article-text";
import { CalendarDate } from "#components/ui/calendar-date";
import { Hash } from "#components/ui/hash";
import { Text } from "#components/ui/text";

/** An article with the claims that we checked in it: all of its text where that is public, else what stands around them. */
export function ArticleDocument({ article }: { article: ArticleView }) {
  return (
    <div className="page single">
      <article>
        <p className="eyebrow">Article with claims that we checked</p>
        <h1 className="claim">
          <Text lang={article.language}>{article.title}</Text>
        </h1>
        <p className="byline">
          {article.author !== null && (
            <>
              <Text>{article.author}</Text>
              {", "}
            </>
          )}
          {article.outlet === null ? "outlet unknown" : <Text>{article.outlet}</Text>},{" "}
          <CalendarDate date={article.publishedOn} />
          {article.url !== null && (
            <>
              {" · "}
              <a href={article.url} rel="nofollow noopener">
                Read the article where it was published
              </a>
            </>
          )}
        </p>
        {article.text === null ? (
          <ArticleExcerpts article={article} />
        ) : (
          <ArticleText article={article} text={article.text} />
        )}
        <EarlierPassages article={article} />
        <p className="tiny faint text-version">
          Version {article.version} of the text, as captured. <Hash value={article.sha256} />
        </p>
      </article>
    </div>
  );
}
