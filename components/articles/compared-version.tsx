import { AddVersionForm } from "#components/articles/add-version-form";
import { ScrolledText } from "#components/articles/scrolled-text";
import { TextChanges } from "#components/articles/text-changes";
import { ActionButton } from "#components/form/action-button";
import { Alert } from "#components/ui/alert";
import { PageLink } from "#components/ui/page-link";
import { Time } from "#components/ui/time";
import { dismissPageChangeAction } from "#lib/articles/actions";
import { changedParagraphs } from "#lib/articles/comparison";
import type { ArticleView } from "#lib/articles/queries";
import { normaliseNewlines } from "#lib/articles/schema";
import type { CopyText } from "#lib/snapshots/copies";
import type { SnapshotView } from "#lib/snapshots/queries";
import "./fetched-page.css";

/** What a later copy changes in the latest version, and its text to become the next one; or to be dismissed. */
export function ComparedVersion({
  article,
  copy,
  text,
}: {
  article: ArticleView;
  copy: SnapshotView;
  text: CopyText;
}) {
  const { id, latest } = article;
  if ("why" in text)
    return (
      <div className="stack">
        <Alert kind="problem" still>
          {text.why}
        </Alert>
        <AddVersionForm articleId={id} text={article.text.text} latest={latest} />
      </div>
    );
  const changes = changedParagraphs(article.text.text, text.text);
  return (
    <div className="compared">
      <section className="stack original" aria-labelledby="changes-title">
        <h2 id="changes-title">What changed since version {latest}</h2>
        <p className="small quiet">
          In the <PageLink href={`/desk/snapshots/${copy.id}`}>copy</PageLink> of{" "}
          <Time at={copy.finishedAt ?? copy.requestedAt} />
        </p>
        <ScrolledText label="What changed">
          {changes.every((passus) => "skipped" in passus) ? (
            <p className="quiet">Nothing changed in the text.</p>
          ) : (
            <TextChanges changes={changes} lang={article.language} />
          )}
        </ScrolledText>
        <ActionButton
          action={dismissPageChangeAction}
          input={{ snapshotId: copy.id, articleVersionId: article.text.versionId }}
          href={`/desk/articles/${id}`}
        >
          Nothing that matters changed
        </ActionButton>
      </section>
      <section className="stack" aria-labelledby="text-title">
        <h2 id="text-title">The text now</h2>
        <AddVersionForm
          articleId={id}
          text={normaliseNewlines(text.text)}
          latest={latest}
          snapshotId={copy.id}
        />
      </section>
    </div>
  );
}
