import type { Draft } from "./draft.ts";
import { hints } from "./hints.ts";
import type { Missing } from "./missing.ts";
import { missingMusts } from "./musts.ts";
import type { WaivableItem } from "./schema.ts";
import { missingWaivables } from "./waivables.ts";

/** A waivable item that is not met, with the reason for doing without it; null as long as nobody gave one. */
export interface Waivable extends Missing<WaivableItem> {
  waived: string | null;
}

/** The whole checklist of a draft: what must be mended, what can be waived, and what would be better. */
export interface Checklist {
  musts: Missing[];
  waivables: Waivable[];
  hints: Missing[];
}

/** The checklist of a draft as its page shows it. A waiver answers a waivable item, and never a must. */
export function checklistOf(draft: Draft): Checklist {
  const reasons = new Map(draft.waivers.map(({ item, reason }) => [item, reason]));
  return {
    musts: missingMusts(draft),
    waivables: missingWaivables(draft).map((item) => ({ ...item, waived: reasons.get(item.code) ?? null })),
    hints: hints(draft),
  };
}

/** What stands in the way of a submission, exactly: every missing must, and every waivable that nobody waived. */
export const blocking = ({ musts, waivables }: Checklist): Missing[] => [
  ...musts,
  ...waivables.filter(({ waived }) => waived === null),
];
