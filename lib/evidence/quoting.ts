import { findExact, wordsAt } from "../articles/rules.ts";
import type { Member } from "../auth/schema.ts";
import { invalid } from "../errors.ts";
import { readCopyText } from "../snapshots/copies.ts";
import { getSnapshot } from "../snapshots/queries.ts";

/** Where a quote stands in the text of a copy, in code points. */
export interface QuotePlace {
  snapshotId: string;
  quoteStart: number;
  quoteEnd: number;
}

const notThere = "These words do not stand like this in the copy. Select them in it again.";

/**
 * Reads the copy from the store and finds the quote in it, to the letter: at `start` (code points) where somebody selected
 * it, else, as when it was cut afterwards, where it stands once. Refuses a quote that does not stand there, and a copy whose text is gone or altered.
 */
export async function placeQuote(
  actor: Member,
  snapshotId: string,
  quote: string,
  start: number | null,
): Promise<QuotePlace> {
  const copy = await readCopyText(await getSnapshot(actor, snapshotId));
  if ("why" in copy) throw invalid(`Nothing can be quoted from this copy: ${copy.why}`, { quote: copy.why });
  const end = (start ?? 0) + [...quote].length;
  if (start !== null && quote !== "" && wordsAt(copy.text, { start, end }) === quote)
    return { snapshotId, quoteStart: start, quoteEnd: end };
  const found = findExact(copy.text, quote);
  if ("times" in found) {
    const several = "These words stand in the copy more than once. Select the place that you mean in it.";
    const message = found.times > 1 ? several : notThere;
    throw invalid(message, { quote: message });
  }
  return { snapshotId, quoteStart: found.start, quoteEnd: found.end };
}
