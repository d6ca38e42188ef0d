import { ActionButton } from "#components/form/action-button";
import { closeFullTextAction, openFullTextAction } from "#lib/publication/actions";

/**
 * Opens the whole latest text of an article to readers, or closes what is open. `replaces` is the version that readers
 * see all of until then.
 */
export function FullTextButton({
  articleId,
  open,
  replaces,
}: {
  articleId: string;
  open: boolean;
  replaces: number | null;
}) {
  const input = { articleId };
  if (open)
    return (
      <ActionButton
        action={closeFullTextAction}
        input={input}
        done={{ words: "The full text is closed to readers." }}
        small
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
      done={{ words: "The full text is open to readers." }}
      small
      confirm={{
        title: "Show readers the full text?",
        body: `Everybody can then read all of this article once one of its claims is published. Make sure that the desk has the right to show it.${
          replaces === null ? "" : ` Version ${replaces} is closed by it.`
        }`,
        label: "Show it",
      }}
    >
      Show readers the full text
    </ActionButton>
  );
}
