import { editors, type ActionRow } from "./outcomes.ts";
import type { Person } from "./person.ts";
import * as subjects from "./subjects.ts";

const onPage = (claimId: string) => ({
  claimId,
  editionId: "",
  ground: "privacy",
  reason: "A family asked us to.",
});

/** A claim that this editor took from readers; nobody confirmed it. */
async function withheldBy(by: Person, checker: Person, editor: Person): Promise<{ withholdingId: string }> {
  const { claimId } = await subjects.publishedClaim(checker, editor);
  return by.do("withholdings.withhold", onPage(claimId));
}

export const withholdingRows: Record<string, ActionRow> = {
  "withholdings.withhold": {
    ...editors,
    input: async ({ checker, editor }) => onPage((await subjects.publishedClaim(checker, editor)).claimId),
  },
  "withholdings.confirmWithholding": {
    ...editors,
    input: async ({ checker, editor, join }) => withheldBy(await join("editor"), checker, editor),
  },
  "withholdings.liftWithholding": {
    ...editors,
    input: async ({ checker, editor }) => ({
      ...(await withheldBy(editor, checker, editor)),
      reason: "It is settled.",
    }),
  },
};
