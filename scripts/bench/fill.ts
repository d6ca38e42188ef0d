import type pg from "pg";

const batch = 50_000;

/**
 * Fills the readers' tables up to `total` publications by SQL: copies of the sample's claims, each with an address, a date and
 * words of its own, some common and most of them rare, so that a search finds neither everything nor nothing. Foreign keys and the
 * triggers that guard publishing rest meanwhile, since no desk stands behind these rows; the one that counts facets does not.
 * `client` is a superuser's.
 */
export async function fill(client: pg.Client, total: number, tell: (done: number) => void): Promise<void> {
  await client.query("SET session_replication_role = replica");
  await client.query("ALTER TABLE publications ENABLE ALWAYS TRIGGER facets_of_new");
  await client.query(
    `CREATE TEMP TABLE IF NOT EXISTS copies AS
     SELECT row_number() OVER (ORDER BY slug) - 1 AS copy, slug, claim_id, edition_id FROM publications`,
  );
  const publications = await insertion(client, "publications", {
    number: "100000 + m.n",
    card: card("'claimId', m.claim_id, 'number', 100000 + m.n"),
    search_text: "t.title || ' ' || m.words",
    related_ids: "'{}'", // the copies of two claims that name each other, or cite one article, know nothing of one another
    article_ids: "'{}'",
    copy_ids: "'{}'",
  });
  const editions = await insertion(client, "published_editions", {
    card: card("'editionId', m.edition_id, 'number', 100000 + m.n"),
  });
  const count = "SELECT count(*)::int AS n FROM publications";
  let done = (await client.query<{ n: number }>(count)).rows[0]?.n ?? 0;
  while (done < total) {
    const many = Math.min(batch, total - done);
    await client.query("BEGIN");
    await client.query(
      `CREATE TEMP TABLE made ON COMMIT DROP AS
       SELECT n, uuidv7() AS claim_id, uuidv7() AS edition_id, 'made-claim-c' || (100000 + n) AS slug,
         date_trunc('milliseconds', now()) - make_interval(secs => n * 37) AS at, ${words} AS words, n % (SELECT count(*) FROM copies) AS copy
       FROM generate_series($1::int, $2::int) AS n`,
      [done + 1, done + many],
    );
    await client.query(publications);
    await client.query(editions);
    await client.query("COMMIT");
    done += many;
    tell(done);
  }
  await client.query("SET session_replication_role = origin");
  await client.query("VACUUM ANALYZE publications, published_editions, public_facets, public_postings");
}

/** The card of a copy: what is its own, and the rest as in its model. */
const card = (own: string) =>
  `(t.card::jsonb || jsonb_build_object(${own}, 'slug', m.slug,
    'publishedAt', to_char(m.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::text`;

/** Ten words: the square of an even chance makes the low numbers common. Naming the row makes every row draw anew. */
const words = `(SELECT string_agg('word' || floor(power(random(), 2) * 20000)::int, ' ')
  FROM generate_series(1, 10 + 0 * n))`;

/** The statement that copies the rows of `copies` into this table under what `made` gives each of them. */
async function insertion(client: pg.Client, table: string, more: Record<string, string>): Promise<string> {
  // What the database makes by itself is left out.
  const { rows } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  const own: Record<string, string> = {
    claim_id: "m.claim_id",
    edition_id: "m.edition_id",
    slug: "m.slug",
    document: "replace(replace(t.document, t.slug, m.slug), t.claim_id::text, m.claim_id::text)",
    first_published_at: "m.at",
    published_at: "m.at",
    ...more,
  };
  const columns = rows.map((row) => row.column_name);
  const values = columns.map((column) => own[column] ?? `t.${column}`);
  return `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")}
    FROM made m JOIN copies c USING (copy) JOIN ${table} t ON t.edition_id = c.edition_id`;
}
