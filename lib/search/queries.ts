import { Prisma } from "#prisma/generated-readers/client";
import { publicNumber } from "../claims/rules.ts";
import { publicDb, searchDb } from "../public-db.ts";
import { grade } from "../editions/schema.ts";
import { keyIn } from "../publication/addresses.ts";
import { sqlState } from "../errors.ts";
import { readPostings } from "../publication/postings.ts";
import { before, getPublicSettings, toListed, type ListRow } from "../publication/queries.ts";
import { cursorOf, type Place } from "../publication/rules.ts";
import type { Listed, ListedClaim } from "../publication/schema.ts";
import { gradeNames } from "../verdicts/rules.ts";
import { languageName } from "../languages.ts";
import { canonicalLanguage } from "../text.ts";
import { wordsLike, type Likeness } from "./likeness.ts";
import { asksNothing, claimNumber, instantsOf } from "./rules.ts";
import {
  filterNames,
  type Choice,
  type Choices,
  type FilterName,
  type Found,
  type Question,
} from "./schema.ts";

const always = Prisma.sql`true`;

/** Of a filter that more claims have, only as many are looked through at once. */
const WINDOW = 2000;
/** Up to here all claims of a filter are read and their words compared; above, words are looked up first. */
const FEW = 5000;

/**
 * Published claims that have all the words and all the filters, newest first; retracted ones are found by words alone. Where
 * nothing has these very words, those that begin like them count. A claim's number finds that claim. Takes any string: quotes,
 * minus and "or" mean what they mean in a search engine, and nothing is an error; what would take too long is cut off.
 */
export async function searchPublications(
  question: Question,
  place: Place | null,
  limit = 20,
): Promise<Found> {
  const kept = await keptFor(question);
  const filters = kept.map(({ name, value, label }) => ({ name, value, label }));
  const found = { question, filters, ...(await listChoices(filters)) };
  if (asksNothing(question) || kept.some(({ claims }) => claims === 0))
    return { ...found, items: [], next: null, lookedBack: null, cutOff: false, loosely: false };
  try {
    return { ...found, ...(await find(question, kept, place, limit)), cutOff: false };
  } catch (error) {
    if (!isCutOff(error)) throw error;
    return { ...found, items: [], next: null, lookedBack: null, cutOff: true, loosely: false };
  }
}

const isCutOff = (error: unknown) => sqlState(error) === "57014";

/** A page of what has the very words; where nothing at all has them, of what has words like them. */
async function find(question: Question, kept: Kept[], place: Place | null, limit: number) {
  const words = question.words === "" ? null : haveWords(question.words);
  const page = await readPage(question, words, kept, place, limit);
  const exact = { ...page, loosely: false };
  if (words === null || page.items.length > 0 || page.lookedBack !== null) return exact;
  // The end of a list, or was there none?
  if (place !== null && (await readPage(question, words, kept, null, 1)).items.length > 0) return exact;
  const like = await wordsLike(question.words);
  if (like === null) return exact;
  try {
    const loose = await readPage(question, haveLike(like), kept, place, limit);
    return { ...loose, loosely: true };
  } catch (error) {
    // Too many begin alike. That nothing has the very words is known all the same.
    if (isCutOff(error)) return exact;
    throw error;
  }
}

/**
 * Public claims that have all the filters, newest first, for programs: a filter that no published fact-check ever had is
 * named instead of finding nothing. A party goes by its key, with or without its name before it. A page may hold fewer than `limit` while there is a next one.
 */
export async function listByFilters(
  question: Question,
  place: Place | null,
  limit: number,
): Promise<Listed<ListedClaim> | { unknown: FilterName }> {
  const filters = question.filters.map(({ name, value }) =>
    name === "party" ? { name, value: keyIn(value) ?? value } : { name, value },
  );
  const kept = await keptFor({ ...question, filters });
  const unknown = kept.find(({ isKnown }) => !isKnown);
  if (unknown) return { unknown: unknown.name };
  if (kept.some(({ claims }) => claims === 0)) return { items: [], next: null };
  return readPage(question, null, kept, place, limit);
}

async function readPage(
  question: Question,
  words: Prisma.Sql | null,
  kept: Kept[],
  place: Place | null,
  limit: number,
) {
  const { rows, edge } = await read(question, words, kept, place, limit);
  const listed = toListed(rows, limit);
  return {
    items: listed.items,
    next: edge ? cursorOf(new Date(edge.at), edge.id) : listed.next,
    lookedBack: edge?.at ?? null,
  };
}

interface Kept extends Choice {
  name: FilterName;
  /** Whether any published fact-check ever had it, or one can any day. */
  isKnown: boolean;
}

/** The filters of a question with how many claims have each; an unknown one has none. */
async function keptFor({ filters }: Question): Promise<Kept[]> {
  if (filters.length === 0) return [];
  const rows = await publicDb.publicFacet.findMany({
    where: { OR: filters.map(({ name, value }) => ({ facet: name, value: spelled(name, value) })) },
    orderBy: { claims: "desc" },
    select: { facet: true, value: true, label: true, claims: true },
  });
  const { scale } = await getPublicSettings();
  return filters.map(({ name, value }) => {
    const same = rows.filter((one) => one.facet === name);
    const row = same.find((one) => one.value === value) ?? (name === "language" ? same[0] : undefined);
    const isOurs =
      name === "rating" ? scale.some(({ code }) => code === value) : name === "grade" && isGrade(value);
    const label = labelOf(name, value, row?.label);
    return {
      name,
      value: row?.value ?? value,
      label,
      claims: row?.claims ?? 0,
      isKnown: row !== undefined || isOurs,
    };
  });
}

/** Languages are meant whatever their capitals (RFC 5646, 2.1.1): some were published before they had one spelling. */
const spelled = (name: FilterName, value: string) =>
  name === "language" && canonicalLanguage(value) !== null
    ? { equals: value, mode: "insensitive" as const }
    : value;

const isGrade = (value: string) => grade.safeParse(value).success;

/** Grades and languages have names of their own, whatever was kept when they were published. */
function labelOf(name: FilterName, value: string, label = value): string {
  if (name === "language") return languageName(value);
  const known = name === "grade" ? grade.safeParse(value).data : undefined;
  return known ? gradeNames[known] : label;
}

async function read(
  question: Question,
  words: Prisma.Sql | null,
  kept: Kept[],
  place: Place | null,
  limit: number,
) {
  const [rarest, ...rest] = kept.toSorted((a, b) => a.claims - b.claims);
  const { since, until } = instantsOf(question);
  const dates = Prisma.sql`${since === null ? always : Prisma.sql`published_at >= ${since}::timestamptz`}
    AND ${until === null ? always : Prisma.sql`published_at < ${until}::timestamptz`}`;
  if (rarest && (words === null || rarest.claims <= FEW)) {
    const { name: facet, value } = rarest;
    const fits = Prisma.sql`${have(rest)} AND ${words ?? always}`;
    const window = words === null ? (rest.length === 0 ? limit + 1 : WINDOW) : FEW;
    return readPostings({ facet, value, place, limit, window, fits, dates });
  }
  const rows = await (words === null ? publicDb : searchDb).$queryRaw<ListRow[]>`
    SELECT card FROM publications p WHERE ${words ?? Prisma.sql`state = 'public'`} AND ${have(kept)} AND ${before(place)} AND ${dates}
    ORDER BY published_at DESC, claim_id DESC LIMIT ${limit + 1}`;
  return { rows, edge: null };
}

const have = (kept: Kept[]) =>
  kept.length === 0
    ? always
    : Prisma.sql`p.facets @> ${JSON.stringify(kept.map(({ name, value }) => ({ facet: name, value })))}::jsonb`;

function haveWords(words: string): Prisma.Sql {
  const number = claimNumber(words);
  return number === null
    ? Prisma.sql`p.search @@ websearch_to_tsquery('simple', search_form(${words}))`
    : Prisma.sql`p.search @@ (websearch_to_tsquery('simple', search_form(${words})) || phraseto_tsquery('simple', ${publicNumber(number)}))`;
}

const haveLike = ({ begun, exact }: Likeness): Prisma.Sql =>
  Prisma.sql`p.search @@ (to_tsquery('simple', ${begun}) && websearch_to_tsquery('simple', search_form(${exact.join(" ")})))`;

/** What a search can be narrowed by: of each kind the fifty that most claims have, and what is chosen already. */
async function listChoices(chosen: Found["filters"]): Promise<Pick<Found, "choices" | "deskLanguage">> {
  const [rows, { scale, deskLanguage }] = await Promise.all([
    publicDb.$queryRaw<(Choice & { facet: FilterName })[]>`
      SELECT f.facet, f.value, f.label, f.claims FROM unnest(${[...filterNames]}::text[]) AS names (name)
      CROSS JOIN LATERAL (SELECT facet, value, label, claims FROM public_facets WHERE facet = name AND claims > 0
        ORDER BY claims DESC, value LIMIT 50) AS f`,
    getPublicSettings(),
  ]);
  const inOrder: Partial<Record<FilterName, string[]>> = {
    rating: scale.map(({ code }) => code),
    grade: [...grade.options],
  };
  const choicesOf = (name: FilterName): [FilterName, Choice[]] => {
    const listed = rows
      .filter(({ facet }) => facet === name)
      .map(({ value, label, claims }) => ({ value, label: labelOf(name, value, label), claims }));
    const more = chosen.filter(
      (one) => one.name === name && !listed.some(({ value }) => value === one.value),
    );
    const all = [...listed, ...more.map(({ value, label }) => ({ value, label, claims: 0 }))];
    const order = inOrder[name];
    const rank = ({ value }: Choice) => order?.indexOf(value) ?? 0;
    return [name, all.toSorted((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, "en"))];
  };
  return { choices: Object.fromEntries(filterNames.map(choicesOf)) as Choices, deskLanguage };
}
