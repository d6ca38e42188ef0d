import { ButtonLink } from "#components/ui/button-link";
import { CalendarDate } from "#components/ui/calendar-date";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import { ChangeLink } from "#components/articles/page-state";
import type { PageChange } from "#lib/articles/page-changes";
import type { ArticlePage } from "#lib/articles/queries";

const columns = [
  { label: "Article", lead: true },
  { label: "Outlet" },
  { label: "Published" },
  { label: "Passages", numeric: true },
  { label: "Added" },
];

/**
 * The desk's articles, newest first, a page at a time, with what changed on their pages; `continued` says that newer ones
 * stand on the pages before.
 */
export function ArticleList({
  page,
  changes,
  continued,
}: {
  page: ArticlePage;
  changes: readonly PageChange[];
  continued: boolean;
}) {
  if (page.articles.length === 0 && !continued)
    return (
      <EmptyState
        title="No articles yet"
        actions={<ButtonLink href="/desk/articles/new">Add an article</ButtonLink>}
      >
        Fetch an article or paste its text, to find the claims that it makes.
      </EmptyState>
    );
  return (
    <>
      <Table
        caption="Articles, newest first"
        kind="queue"
        columns={columns}
        rows={page.articles.map((article) => ({
          key: article.id,
          cells: [
            <Title
              key="title"
              article={article}
              change={changes.find((change) => change.article.id === article.id)}
            />,
            <Text key="outlet">{article.outlet ?? "Unknown"}</Text>,
            <CalendarDate key="date" date={article.publishedOn} fallback="Unknown" />,
            article.passages,
            <Time key="added" at={article.createdAt} />,
          ],
        }))}
      />
      <Pagination
        older={page.next && `/desk/articles?after=${page.next}`}
        newer={continued ? "/desk/articles" : null}
        label="Pages of articles"
      />
    </>
  );
}

function Title({
  article,
  change,
}: {
  article: ArticlePage["articles"][number];
  change: PageChange | undefined;
}) {
  return (
    <>
      <Text as="div" className="w" lang={article.language}>
        <a href={`/desk/articles/${article.id}`}>{article.title}</a>
      </Text>
      {article.author && (
        <span className="tiny faint">
          <Text>{article.author}</Text>
        </span>
      )}
      {change && (
        <p className="small">
          <ChangeLink change={change} />
        </p>
      )}
    </>
  );
}
