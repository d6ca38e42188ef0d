import type { Desk } from "./desk.ts";
import { editors, type ActionRow } from "./outcomes.ts";
import * as subjects from "./subjects.ts";

/** An approved edition and a time in an hour. */
async function atATime({ checker, editor }: Desk): Promise<{ editionId: string; at: string }> {
  const { editionId } = await subjects.approvedEdition(checker, editor);
  return { editionId, at: new Date(Date.now() + 3_600_000).toISOString().slice(0, 16) };
}

export const schedulingRows: Record<string, ActionRow> = {
  "publication.schedulePublication": { ...editors, input: atATime },
  "publication.unschedulePublication": {
    ...editors,
    input: async (desk) => {
      const scheduled = await atATime(desk);
      await desk.editor.do("publication.schedulePublication", scheduled);
      return { editionId: scheduled.editionId };
    },
  },
};
