import type pg from "pg";

/** Middle times in milliseconds, on one open connection, each statement in turn with the others. */
export interface SqlTimes {
  byKey: number;
  /** Pages anywhere in the list of all claims, in that of a topic, and in that of corrections. */
  lists: { name: string; ms: number }[];
  search: number;
}

interface Statement {
  name: string;
  text: string;
  values: () => unknown[];
}

const rounds = 400;
/** Of which the first ones only warm up. */
const unseen = 50;

/** The statements by which readers' pages are made, at the size that the database has now. */
export async function measureSql(client: pg.Client, words: string[]): Promise<SqlTimes> {
  const claims = await places(client, "publications", "claim_id", "true");
  const editions = await places(client, "published_editions", "edition_id", "correction_class <> 'typo'");
  const topic = await commonTopic(client);
  const newest = (id: string) => `ORDER BY published_at DESC, ${id} DESC LIMIT 21`;
  const lists: Statement[] = [
    {
      name: "claims",
      text: `SELECT card FROM publications WHERE state = 'public' AND (published_at, claim_id) < ($1, $2) ${newest("claim_id")}`,
      values: () => placeIn(claims),
    },
    {
      name: "claims of a topic",
      text: `SELECT p.card FROM (SELECT published_at, claim_id FROM public_postings
          WHERE facet = 'topic' AND value = $3 AND (published_at, claim_id) < ($1, $2) ${newest("claim_id")}) AS looked
        JOIN publications p ON p.claim_id = looked.claim_id ORDER BY looked.published_at DESC, looked.claim_id DESC LIMIT 21`,
      values: () => [...placeIn(claims), topic],
    },
    {
      name: "corrections",
      text: `SELECT card FROM published_editions WHERE correction_class <> 'typo' AND (published_at, edition_id) < ($1, $2) ${newest("edition_id")}`,
      values: () => placeIn(editions),
    },
  ];
  const byKey: Statement = {
    name: "key",
    text: "SELECT document, history, digest FROM publications WHERE slug = $1",
    values: () => [oneOf(claims).slug],
  };
  const search: Statement = {
    name: "search",
    text: `SELECT card FROM publications WHERE search @@ websearch_to_tsquery('simple', $1) ${newest("claim_id")}`,
    values: () => [words.join(" ")],
  };
  const times = await middleTimes(client, [byKey, ...lists, search]);
  return {
    byKey: timeOf(times, byKey),
    lists: lists.map((list) => ({ name: list.name, ms: timeOf(times, list) })),
    search: timeOf(times, search),
  };
}

interface Place {
  at: Date;
  id: string;
  slug: string;
}

const oneOf = (found: Place[]): Place => found[Math.floor(Math.random() * found.length)] as Place;

const placeIn = (found: Place[]): unknown[] => {
  const { at, id } = oneOf(found);
  return [at, id];
};

/** Places anywhere in a list. */
async function places(client: pg.Client, table: string, id: string, where: string): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `SELECT published_at AS at, ${id} AS id, slug FROM ${table} WHERE ${where} ORDER BY random() LIMIT 220`,
  );
  return rows;
}

/** The topic that most claims have. */
async function commonTopic(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>(
    "SELECT value FROM public_facets WHERE facet = 'topic' ORDER BY claims DESC, value LIMIT 1",
  );
  return rows[0]?.value;
}

/** In turns, so that a slower moment of the machine does not hit one of them alone. */
async function middleTimes(client: pg.Client, statements: Statement[]): Promise<Map<string, number[]>> {
  const seen = new Map<string, number[]>(statements.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, text, values } of statements) {
      const query = { name, text, values: values() };
      const from = performance.now();
      await client.query(query);
      if (round >= unseen) seen.get(name)?.push(performance.now() - from);
    }
  return seen;
}

function timeOf(seen: Map<string, number[]>, { name }: Statement): number {
  const times = (seen.get(name) ?? []).sort((one, other) => one - other);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
