import { topicPath } from "#lib/publication/addresses";
import type { TopicPage } from "#lib/publication/pages";
import { deskLang } from "#lib/publication/rules";
import { searchFor } from "#lib/search/rules";
import { ClaimList } from "#components/publication/claim-list";
import { FeedLinks } from "#components/publication/feed-links";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Text } from "#components/ui/text";

/** The fact-checks about a topic, newest first; the search narrows them further. */
export function TopicPageDocument({ topic, first }: { topic: TopicPage; first: boolean }) {
  const { slug, name, claims, items, next } = topic;
  const path = topicPath(slug);
  return (
    <div className="page single">
      <article>
        <p className="eyebrow">Topic</p>
        <h1>
          <Text lang={deskLang(topic)}>{name}</Text>
        </h1>
        {claims > 0 && (
          <p className="quiet">
            {claims === 1 ? "One published fact-check" : `${claims} published fact-checks`}, newest first
            {first ? "" : ", continued"}. <a href={searchFor("topic", slug)}>Search them</a>
          </p>
        )}
        {items.length > 0 ? <ClaimList claims={items} /> : <Empty claims={claims} />}
        <Pagination
          newer={first ? null : path}
          older={next && `${path}?after=${next}`}
          label="Pages of fact-checks"
        />
        <FeedLinks path={path} title={name} />
      </article>
    </div>
  );
}

function Empty({ claims }: { claims: number }) {
  const actions = (
    <a className="btn" href="/">
      Newest fact-checks
    </a>
  );
  return claims === 0 ? (
    <EmptyState title="No fact-check about this is public now" actions={actions}>
      One was, and has been changed or retracted since.
    </EmptyState>
  ) : (
    <EmptyState title="There is nothing older" actions={actions}>
      You have reached the end of the list.
    </EmptyState>
  );
}
