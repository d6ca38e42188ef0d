import { publicDb } from "../public-db.ts";

/** Below so many letters a beginning is shared by too many words; such a word is looked for as it is. */
const shortest = 3;
/** Nobody writes more, and each is looked up in the index. */
const mostWords = 12;

/** What to look for in place of words that nothing has. */
export interface Likeness {
  /** Of PostgreSQL's query language: beginnings of words. */
  begun: string;
  /** Parts of the question that are meant to the letter, in the language of search engines. */
  exact: string[];
}

/**
 * Words that begin like these: "hospitals" leads to hospital, "strike" to strikes, "ударов" to удары. Frequent little words of
 * English and Russian count for nothing; what stands in quotation marks or after a minus is meant to the letter. Null where
 * nothing is left, and for "or".
 */
export async function wordsLike(words: string): Promise<Likeness | null> {
  const parts = words.match(/-?"[^"]*"?|[^\s"]+/g) ?? [];
  if (parts.some((part) => /^or$/i.test(part))) return null;
  const exact = parts.filter((part) => /^-|"/.test(part));
  const loose = parts.filter((part) => !exact.includes(part)).join(" ");
  const stems = loose === "" ? [] : await stemsOf(loose);
  if (stems.length === 0) return null;
  const begins = (stem: string) => (Array.from(stem).length < shortest ? `'${stem}'` : `'${stem}':*`);
  return { begun: stems.map(begins).join(" & "), exact };
}

interface Word {
  word: string;
  /** Of the dictionary for its script: null where it knows none, empty for a frequent little word. */
  stems: string[] | null;
}

/** The beginnings that words share with their other forms, each once. */
async function stemsOf(loose: string): Promise<string[]> {
  // Letters and digits alone: none of them is a sign of a query.
  const rows = await publicDb.$queryRaw<Word[]>`
    SELECT word, CASE WHEN word ~ '[a-z]' THEN ts_lexize('english_stem', word) WHEN word ~ '[\u0430-\u044f]' THEN ts_lexize('russian_stem', word) END AS stems
    FROM (SELECT lower(part[1]) AS word FROM regexp_matches(search_form(${loose}), '[[:alnum:]]+', 'g') AS part LIMIT ${mostWords}) AS w`;
  const stems = rows.flatMap(({ word, stems: known }) => {
    if (known === null) return [word];
    const [stem] = known;
    return stem === undefined ? [] : [shared(word, stem)];
  });
  return [...new Set(stems)];
}

/**
 * What a word and its stem begin with alike; the i for which y and ies stand (city, cities) is left out. The word itself
 * where that is next to nothing (dying and die).
 */
function shared(word: string, stem: string): string {
  const root = stem.length > shortest && stem.endsWith("i") ? stem.slice(0, -1) : stem;
  let length = 0;
  while (length < root.length && root[length] === word[length]) length++;
  return length < shortest ? word : root.slice(0, length);
}
