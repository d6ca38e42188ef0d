import type { Desk } from "./desk.ts";
import { editors, members, type ActionRow } from "./outcomes.ts";
import type { Person } from "./person.ts";
import * as subjects from "./subjects.ts";

const words = { field: "finding", words: "Twelve carts stand in the toll book.", reason: "Shorter." };

/** What this editor suggested for an edition of the checker's that is in review. */
async function suggested(by: Person, checker: Person): Promise<{ suggestionId: string; editionId: string }> {
  const { editionId } = await subjects.editionInReview(checker);
  const made = await by.do<{ suggestionId: string }>("suggestions.suggest", { editionId, ...words });
  return { ...made, editionId };
}

/** The same, by an editor whom nobody of the desk is. */
const anothers = async ({ checker, join }: Desk) => suggested(await join("editor"), checker);

export const suggestionRows: Record<string, ActionRow> = {
  "suggestions.suggest": {
    ...editors,
    input: async ({ checker }) => ({
      editionId: (await subjects.editionInReview(checker)).editionId,
      ...words,
    }),
  },
  "suggestions.takeOverSuggestion": {
    ...members,
    input: async (desk) => {
      const { suggestionId, editionId } = await anothers(desk);
      await desk.checker.do("editions.withdrawEdition", { editionId });
      return { suggestionId };
    },
  },
  "suggestions.leaveSuggestion": {
    ...members,
    input: async (desk) => ({ suggestionId: (await anothers(desk)).suggestionId }),
  },
  "suggestions.withdrawSuggestion": {
    checker: "forbidden",
    editor: "ok",
    admin: "forbidden",
    input: async ({ checker, editor }) => ({
      suggestionId: (await suggested(editor, checker)).suggestionId,
    }),
  },
};
