import { ActionButton } from "#components/form/action-button";
import { closeFullTextAction, openFullTextAction } from "#lib/publication/actions";

/** Opens the whole text of an article to readers, or closes it again. Shown to whoever may do it. */
export function FullTextButton({ articleId, open }: { articleId: string; open: boolean }) {
  const input = { articleId };
  if (open)
    return (
      <ActionButton
        action={closeFullTextAction}
        input={input}
        confirm={{
          title: "Close the full text?",
          body: "Readers then see only the passages of published claims.",
          label: "Close it",
        }}
      >
        Close full text
      </ActionButton>
    );
  return (
    <ActionButton
      action={openFullTextAction}
      input={input}
      confirm={{
        title: "Show readers the full text?",
        body: "Everybody can then read all of this article once one of its claims is published. Make sure that the desk has the right to show it.",
        label: "Show it",
      }}
    >
      Show readers the full text
    </ActionButton>
  );
}
