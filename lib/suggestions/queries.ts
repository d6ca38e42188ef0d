import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { compared, type Part } from "../editions/changes.ts";
import { namesOf } from "../people/queries.ts";
import { canDecideOn, canWithdrawSuggestion } from "./policy.ts";
import type { SuggestionField, SuggestionOutcome } from "./schema.ts";

export interface SuggestionView {
  id: string;
  field: SuggestionField;
  /** From the words of the edition to those that are suggested. */
  parts: Part[];
  reason: string;
  by: string;
  at: Date;
  /** null while it is open; `by` is nobody where it lapsed. */
  decided: { outcome: SuggestionOutcome; by: string | null; at: Date } | null;
  mayDecide: boolean;
  mayWithdraw: boolean;
}

/** What is suggested and not decided yet, in the order in which it was suggested. */
export const listOpenSuggestions = (actor: Member, claimId: string): Promise<SuggestionView[]> =>
  list(actor, { claimId, outcome: null });

/**
 * What was suggested for an edition and for those before it that were sent back, in the order in which it was suggested: an
 * editor who reads the next one sees what became of it. What was withdrawn is left out.
 */
export async function listSuggestionsFor(
  actor: Member,
  edition: { claimId: string; number: number },
): Promise<SuggestionView[]> {
  const { claimId, number } = edition;
  const rows = await list(actor, { claimId, edition: { number } });
  return rows.filter(({ decided }) => decided?.outcome !== "withdrawn");
}

interface Where {
  claimId: string;
  outcome?: null;
  edition?: { number: number };
}

async function list(actor: Member, where: Where): Promise<SuggestionView[]> {
  const rows = await db.suggestion.findMany({
    where,
    orderBy: [{ suggestedAt: "asc" }, { id: "asc" }],
    take: 100,
  });
  const names = await namesOf(rows.flatMap((row) => [row.suggestedById, row.decidedById ?? []].flat()));
  return rows.map((row) => {
    const { id, field, before, after, reason, outcome, decidedById, decidedAt } = row;
    const by = decidedById === null ? null : (names.get(decidedById) ?? "");
    return {
      id,
      field,
      parts: compared(before, after),
      reason,
      by: names.get(row.suggestedById) ?? "",
      at: row.suggestedAt,
      decided: outcome && decidedAt && { outcome, by, at: decidedAt },
      mayDecide: outcome === null && canDecideOn(actor, row),
      mayWithdraw: outcome === null && canWithdrawSuggestion(actor, row),
    };
  });
}
