import { Alert } from "#components/ui/alert";
import { ButtonLink } from "#components/ui/button-link";
import { DialogButton } from "#components/ui/dialog-button";
import { ArticleDetailsForm } from "#components/articles/article-details-form";
import { ArticleMeta } from "#components/articles/article-meta";
import { PageState } from "#components/articles/page-state";
import { ReadingView } from "#components/articles/reading-view";
import { AlterationAlerts } from "#components/claims/alteration-alerts";
import type { PageState as State } from "#lib/articles/page-changes";
import type { ArticleView } from "#lib/articles/queries";
import type { CoverageMark } from "#lib/articles/rules";
import { sentencesOf } from "#lib/articles/sentences";
import type { PassageFate } from "#lib/claims/alterations";
import type { MarkedPassage } from "#lib/claims/queries";
import type { PartyView } from "#lib/parties/queries";
import type { MemberView } from "#lib/people/queries";

/** An article at the desk: the reading view, with its versions and its particulars. */
export function ArticlePage({
  article,
  passages,
  disputes,
  coverage,
  members,
  parties,
  alterations,
  state,
}: {
  article: ArticleView;
  passages: readonly MarkedPassage[];
  disputes: Readonly<Record<string, number>>;
  coverage: readonly CoverageMark[];
  members: readonly MemberView[];
  parties: readonly PartyView[];
  alterations: readonly PassageFate[];
  state: State;
}) {
  const { text, ...details } = article;
  const outlets = parties.filter(({ kind }) => kind === "outlet").map(({ name }) => name);
  return (
    <ReadingView
      article={{ ...text, title: article.title, language: article.language }}
      sentences={sentencesOf(text.text, article.language).flatMap(({ start, end }) => [start, end])}
      passages={passages}
      disputes={disputes}
      coverage={coverage}
      members={members.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))}
      parties={parties.filter(({ kind }) => kind !== "outlet").map(({ name }) => name)}
      meta={<ArticleMeta article={details} number={text.number} />}
      alerts={
        <>
          {text.number < article.latest && (
            <Alert kind="warning" still>
              This is version {text.number}. <a href={`/desk/articles/${article.id}`}>Read the latest</a>
            </Alert>
          )}
          <PageState article={article} state={state} />
          {text.number === article.latest && <AlterationAlerts fates={alterations} named />}
        </>
      }
      actions={
        <>
          <ButtonLink href={`/desk/articles/${article.id}/versions`}>Versions</ButtonLink>
          <DialogButton label="Details" title="Details of the article" wide>
            <ArticleDetailsForm article={details} outlets={outlets} />
          </DialogButton>
        </>
      }
    />
  );
}
