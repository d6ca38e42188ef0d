"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { useActionForm } from "#components/form/use-action-form";
import { ButtonLink } from "#components/ui/button-link";
import { addArticleVersionInput } from "#lib/articles/schema";
import { addArticleVersionAction } from "#lib/claims/actions";

/**
 * Adds the present text of an article, pasted, edited from the latest version, or taken from the copy `snapshotId`, and
 * goes on to what changed.
 */
export function AddVersionForm({
  articleId,
  text,
  latest,
  snapshotId = "",
}: {
  articleId: string;
  text: string;
  latest: number;
  snapshotId?: string;
}) {
  const router = useRouter();
  const state = useActionForm({
    schema: addArticleVersionInput,
    action: addArticleVersionAction,
    defaultValues: { articleId, text, version: latest, snapshotId },
    onDone: () => router.push(`/desk/articles/${articleId}/versions`),
  });
  return (
    <ActionForm state={state} label="New version of the article">
      <TextArea
        name="text"
        label="Text as it stands now"
        hint={
          snapshotId === ""
            ? `Version ${latest} stands here. Replace it by the present text, or edit it. Earlier versions stay as they are.`
            : `The page as it was captured. Take out what is no part of the article. Version ${latest} stays as it is.`
        }
        rows={20}
        spellCheck={false}
        long
      />
      <div className="form-actions">
        <SubmitButton shortcut pendingLabel="Comparing…">
          Add version {latest + 1}
        </SubmitButton>
        <ButtonLink href={`/desk/articles/${articleId}`} kind="ghost">
          Cancel
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
