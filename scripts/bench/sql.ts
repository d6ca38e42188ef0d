import type pg from "pg";

/** Middle times in milliseconds, on one open connection. */
export interface SqlTimes {
  byKey: number;
  list: number;
  search: number;
}

/** The statements by which readers' pages are made, at the size that the database has now. */
export async function measureSql(client: pg.Client, slug: string, words: string[]): Promise<SqlTimes> {
  const columns = "claim_id, slug, edition_number, state, card, published_at";
  const order = "ORDER BY published_at DESC, claim_id DESC LIMIT 21";
  const key = { name: "key", text: "SELECT document, history, digest FROM publications WHERE slug = $1" };
  const list = {
    name: "list",
    text: `SELECT ${columns} FROM publications WHERE state = 'public' AND (published_at, claim_id) < ($1, $2) ${order}`,
  };
  const search = {
    name: "search",
    text: `SELECT ${columns} FROM publications WHERE search @@ websearch_to_tsquery('simple', $1) ${order}`,
  };
  const { rows } = await client.query<{ at: Date; id: string; slug: string }>(
    "SELECT published_at AS at, claim_id AS id, slug FROM publications ORDER BY random() LIMIT 220",
  );
  const any = () => rows[Math.floor(Math.random() * rows.length)];
  return {
    byKey: await middleTime(client, key, () => [any()?.slug ?? slug]),
    list: await middleTime(client, list, () => [any()?.at, any()?.id]),
    search: await middleTime(client, search, () => [words.join(" ")]),
  };
}

async function middleTime(
  client: pg.Client,
  statement: { name: string; text: string },
  values: () => unknown[],
): Promise<number> {
  const seen: number[] = [];
  for (let at = 0; at < 220; at++) {
    const query = { ...statement, values: values() };
    const from = performance.now();
    await client.query(query);
    if (at >= 20) seen.push(performance.now() - from);
  }
  seen.sort((one, other) => one - other);
  return seen[Math.floor(seen.length / 2)] ?? Number.NaN;
}
