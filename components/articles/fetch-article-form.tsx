"use client";

import { useRef, useState } from "react";
import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { Alert } from "#components/ui/alert";
import { Button } from "#components/ui/button";
import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";
import type { KnownArticle } from "#lib/articles/addresses";
import { fetchArticleAction } from "#lib/articles/actions";
import { fetchArticleInput } from "#lib/articles/schema";

/** Fetches the page at an address and goes on to what came of it; says so first where the desk has that article already. */
export function FetchArticleForm({ url = "", label = "Fetch the page" }: { url?: string; label?: string }) {
  const router = useRouter();
  // What was found, and what was decided about it, belongs to the address that was asked for.
  const [found, setFound] = useState<{ url: unknown; article: KnownArticle } | null>(null);
  const decided = useRef<unknown>(null);
  const state = useActionForm({
    schema: fetchArticleInput,
    async action(input) {
      const asked = input as { url: string };
      const result = await fetchArticleAction({ ...asked, anyway: asked.url === decided.current });
      if (result.ok) setFound(result.value.known && { url: asked.url, article: result.value.known });
      return result;
    },
    idempotent: true,
    defaultValues: { url },
    onDone({ snapshotId }) {
      if (snapshotId !== null) router.push(`/desk/articles/fetched/${snapshotId}`);
    },
  });
  const typed: unknown = useWatch({ control: state.form.control, name: "url" });
  const known = found?.url === typed ? found?.article : undefined;

  return (
    <ActionForm state={state} label="Fetch an article">
      <TextField
        name="url"
        label="Address of the page"
        hint="With https://. A copy of the page is kept, and its text is proposed to you."
        inputMode="url"
        spellCheck={false}
      />
      {known && (
        <Alert kind="warning" title="The desk has an article at this address">
          <p>
            <PageLink href={`/desk/articles/${known.id}`}>
              <Text lang={known.language}>{known.title}</Text>
            </PageLink>
            . If the page has changed, fetch it again from there: it becomes a new version.
          </p>
          <Button
            small
            onClick={() => {
              decided.current = typed;
              state.submit();
            }}
          >
            Fetch it as another article
          </Button>
        </Alert>
      )}
      <div className="form-actions">
        <SubmitButton kind={known ? "plain" : "primary"} pendingLabel="Asking…">
          {label}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
