import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";
import type { ArticleView } from "#lib/articles/queries";

/** Outlet, author, date, version and what readers see of an article in one quiet line. */
export function ArticleMeta({ article, number }: { article: Omit<ArticleView, "text">; number: number }) {
  return (
    <>
      <Text>{article.outlet ?? "Outlet unknown"}</Text>
      {article.author && (
        <>
          {" · "}
          <Text>{article.author}</Text>
        </>
      )}
      {" · "}
      <CalendarDate date={article.publishedOn} fallback="date unknown" />
      {` · version ${number}`}
      {article.url && (
        <>
          {" · "}
          <a href={article.url} rel="noreferrer">
            original
          </a>
        </>
      )}
      {article.fullTextVersion === number && " · full text public"}
      {article.fullTextVersion !== null &&
        article.fullTextVersion !== number &&
        ` · full text of version ${article.fullTextVersion} public`}
    </>
  );
}
