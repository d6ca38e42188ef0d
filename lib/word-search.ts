/** To LIKE, % _ and \ are signs; in the words that somebody searches for or names they are letters. */
const literally = (words: string): string => words.replace(/[\\%_]/g, "\\$&");

/** A filter of a text column: it is these very words, whatever their case. */
export const isInAnyCase = (words: string) => ({ equals: literally(words), mode: "insensitive" as const });

/** At most eight words that somebody searches for, as they stand in LIKE. */
const wordsOf = (words: string): string[] =>
  words.replaceAll("\0", " ").split(/\s+/).filter(Boolean).slice(0, 8).map(literally);

/** The patterns of ILIKE that a text which contains each of the words (at most eight) has all of. */
export const patternsOf = (words: string): string[] => wordsOf(words).map((word) => `%${word}%`);

type Contains = { contains: string; mode: "insensitive" };

/** A filter of rows that contain each of the words (at most eight) in one of the columns which `either` names. */
export function containing<Where>(
  words: string,
  either: (contains: Contains) => Where[],
): { AND: { OR: Where[] }[] } {
  return { AND: wordsOf(words).map((contains) => ({ OR: either({ contains, mode: "insensitive" }) })) };
}

/** Whether a text can be the id of a row; anything else has none, and never reaches SQL. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A filter of what follows a row in a list from the newest; all rows where the list begins. */
export const olderThan = (from: { id: string; createdAt: Date } | null) =>
  from
    ? { OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }] }
    : {};
