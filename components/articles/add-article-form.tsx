"use client";

import type { ClipboardEvent } from "react";
import { useRouter } from "next/navigation";
import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { ButtonLink } from "#components/ui/button-link";
import { ArticleFields } from "#components/articles/article-fields";
import { addArticleAction } from "#lib/articles/actions";
import type { ProposedArticle } from "#lib/articles/proposal";
import { addArticleInput, textLimit, tooLong } from "#lib/articles/schema";

const nothing = { title: "", outlet: "", author: "", url: "", publishedOn: "", language: "en", text: "" };

/**
 * Adds an article by its text, pasted or as it was fetched, and goes on to read it. `first` is what the form proposes;
 * `snapshotId` the copy that its text was taken from.
 */
export function AddArticleForm({
  outlets,
  first = {},
  snapshotId = "",
}: {
  outlets: readonly string[];
  first?: Partial<ProposedArticle>;
  snapshotId?: string;
}) {
  const router = useRouter();
  const state = useActionForm({
    schema: addArticleInput,
    action: addArticleAction,
    idempotent: true,
    defaultValues: { ...nothing, ...first, snapshotId },
    onDone: ({ articleId }) => router.push(`/desk/articles/${articleId}`),
  });

  // A browser hangs for half a minute on ten megabytes in a text area; what is in the clipboard stays there.
  function refuseHuge(event: ClipboardEvent<HTMLTextAreaElement>) {
    const pasted = event.clipboardData.getData("text");
    const message = pasted.length > 2 * textLimit ? tooLong(pasted) : null;
    if (!message) return;
    event.preventDefault();
    state.form.setError("text", { type: "paste", message: `Not pasted. ${message}` });
  }

  return (
    <ActionForm state={state} label="Add an article">
      <ArticleFields outlets={outlets} />
      <TextArea
        name="text"
        label="Text"
        hint={
          snapshotId === ""
            ? "Paste all of it. It is kept exactly as it is, and never changed afterwards."
            : "As it was captured. Take out what is no part of the article; from then on it never changes."
        }
        rows={16}
        languageIn="language"
        spellCheck={false}
        onPaste={refuseHuge}
        long
      />
      <div className="form-actions">
        <SubmitButton shortcut pendingLabel="Adding…">
          Add article
        </SubmitButton>
        <ButtonLink href="/desk/articles" kind="ghost">
          Cancel
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
