import { findExact, selectorsOf, wordsAt } from "../articles/rules.ts";
import type { Tx } from "../audit/audited.ts";
import { invalid, notFound } from "../errors.ts";
import type { PassageInput } from "./schema.ts";

/**
 * The W3C selectors of the words in the article version: at the place that was selected, or where the exact words
 * stand if that is exactly once. Refuses anything else with a sentence on the field `exact`.
 */
export async function locatePassage(tx: Tx, input: PassageInput) {
  const version = await tx.articleVersion.findUnique({
    where: { id: input.articleVersionId },
    select: { text: true },
  });
  if (!version) throw notFound("article");
  const { start, end, exact } = input;
  if (start === undefined || end === undefined)
    return selectorsOf(version.text, findOnce(version.text, exact));
  if (end <= start || wordsAt(version.text, { start, end }) !== exact)
    throw refuse("These words do not stand at that place of the article. Select them again.");
  return selectorsOf(version.text, { start, end });
}

function findOnce(text: string, exact: string) {
  const found = findExact(text, exact);
  if ("start" in found) return found;
  if (found.times === 0)
    throw refuse("These words do not stand in the article. Copy them from the text exactly as they are.");
  throw refuse(
    `These words stand in the article ${found.times === 100 ? "100 times or more" : `${found.times} times`}. Add some of the words around them, or select the place in the text.`,
  );
}

const refuse = (sentence: string) => invalid(sentence, { exact: sentence });
