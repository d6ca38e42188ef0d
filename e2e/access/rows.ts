import { randomBytes, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import pg from "pg";
import { runningPort } from "../../scripts/postgres.ts";
import { databaseUrls } from "../../scripts/roles.ts";
import { loadSecrets } from "../../scripts/secrets.ts";
import { demo } from "../demos.ts";

/** How often each value stands in each column whose values are few: stages, roles, flags, versions, whether it is empty. */
export type Shape = Map<string, number>;

/** The rows behind the demo that the tests run on, for looking only. */
export class Rows {
  readonly #client: pg.Client;
  #shapeQuery = "";
  #tables: string[] = [];

  constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(): Promise<Rows> {
    const rows = new Rows(await connectAsOwner());
    await rows.#readColumns();
    return rows;
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** Once the worker has ended every copy that was asked for: what it writes belongs to the call that asked. */
  async shape(): Promise<Shape> {
    await expect.poll(() => this.#onTheirWay(), { intervals: [50], timeout: 60_000 }).toBe(0);
    const { rows } = await this.#client.query<{ what: string; n: number }>(this.#shapeQuery);
    return new Map(rows.map(({ what, n }) => [what, n]));
  }

  /** In how many rows any of the words stands, whatever the table and column. */
  async count(words: string[]): Promise<number> {
    const patterns = words.map((word) => `%${word}%`);
    const each = this.#tables.map((table) => `SELECT count(*) n FROM ${table} t WHERE t::text LIKE ANY ($1)`);
    const { rows } = await this.#client.query<{ n: number }>(
      `SELECT sum(n)::int AS n FROM (${each.join(" UNION ALL ")}) AS found`,
      [patterns],
    );
    return rows[0]?.n ?? -1;
  }

  async #onTheirWay(): Promise<number> {
    const { rows } = await this.#client.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM snapshots WHERE state = 'waiting')::int
         + (SELECT count(*) FROM jobs.job WHERE name = 'look-at-links' AND state < 'completed')::int AS n`,
    );
    return rows[0]?.n ?? -1;
  }

  async #readColumns(): Promise<void> {
    const { rows } = await this.#client.query<{
      table: string;
      column: string;
      type: string;
      nullable: boolean;
    }>(
      `SELECT c.table_name AS "table", quote_ident(c.column_name) AS "column", c.data_type AS type, c.is_nullable = 'YES' AS nullable
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
         AND c.table_name NOT IN ('_prisma_migrations', 'sign_in_throttle')`,
    );
    this.#tables = [...new Set(rows.map(({ table }) => table))];
    const few = rows.flatMap(({ table, column, type, nullable }) => {
      // The one row of the settings and each new scale have another version after each call.
      const counted = column === "version" && table !== "public_settings" && table !== "rating_scales";
      const whole = ["USER-DEFINED", "boolean"].includes(type) || counted;
      const value = whole
        ? `${column}::text`
        : type === "ARRAY"
          ? `cardinality(${column})::text`
          : nullable && `(${column} IS NULL)::text`;
      return value
        ? [
            `SELECT '${table}.${column.replaceAll('"', "")} ' || coalesce(${value}, 'none') AS what, count(*)::int AS n FROM ${table} GROUP BY 1`,
          ]
        : [];
    });
    this.#shapeQuery = few.join(" UNION ALL ");
  }
}

async function connectAsOwner(): Promise<pg.Client> {
  const { data } = demo();
  const port = runningPort(data);
  if (!port) throw new Error(`No database runs in ${data}.`);
  const client = new pg.Client({ connectionString: databaseUrls(port, loadSecrets(data)).owner });
  await client.connect();
  return client;
}

/** A copy of an article's page that was captured, without anything in the store; answers its id. */
export async function addCapturedCopy(articleId: string): Promise<string> {
  const client = await connectAsOwner();
  const [id, sha256] = [randomUUID(), randomBytes(32).toString("hex")];
  const statements: [string, string[]][] = [
    [
      "INSERT INTO kept_files (sha256, bytes, media_type, kept_at) VALUES ($1, 1, 'text/html', now())",
      [sha256],
    ],
    [
      `INSERT INTO snapshots (id, article_id, means, url, requested_by_id, idempotency_key)
       SELECT $1, id, 'capture', url, created_by_id, $1 FROM articles WHERE id = $2`,
      [id, articleId],
    ],
    [
      "INSERT INTO snapshot_parts (snapshot_id, kind, outcome, sha256) VALUES ($1, 'original', 'captured', $2)",
      [id, sha256],
    ],
    ["UPDATE snapshots SET state = 'done', outcome = 'captured', finished_at = now() WHERE id = $1", [id]],
  ];
  for (const [statement, values] of statements) await client.query(statement, values);
  await client.end();
  return id;
}

/** What has changed from one shape to the other. */
export function difference(before: Shape, after: Shape): Record<string, number> {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const changes = names.map((name): [string, number] => [
    name,
    (after.get(name) ?? 0) - (before.get(name) ?? 0),
  ]);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
