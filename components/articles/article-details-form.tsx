"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { ArticleFields } from "#components/articles/article-fields";
import { reviseArticleDetailsAction } from "#lib/articles/actions";
import type { ArticleView } from "#lib/articles/queries";
import { reviseArticleDetailsInput } from "#lib/articles/schema";

/** Sets an article's title, outlet, author, address, date and language right. */
export function ArticleDetailsForm({
  article,
  outlets,
}: {
  article: Omit<ArticleView, "text">;
  outlets: readonly string[];
}) {
  const state = useActionForm({
    schema: reviseArticleDetailsInput,
    action: reviseArticleDetailsAction,
    done: "Saved.",
    defaultValues: {
      articleId: article.id,
      title: article.title,
      outlet: article.outlet ?? "",
      author: article.author ?? "",
      url: article.url ?? "",
      publishedOn: article.publishedOn ?? "",
      language: article.language,
      version: article.version,
    },
  });
  return (
    <ActionForm state={state} label="Details of the article">
      <ArticleFields outlets={outlets} />
      <div className="form-actions">
        <SubmitButton shortcut>Save the details</SubmitButton>
      </div>
    </ActionForm>
  );
}
