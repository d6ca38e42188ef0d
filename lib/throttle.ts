import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "./env.ts";

const kept = globalThis as typeof globalThis & { assayThrottlePool?: pg.Pool };

/** The counts stand in PostgreSQL, for all instances; on connections apart, so that a flood cannot use up the desk's. */
function pool(): pg.Pool {
  if (kept.assayThrottlePool) return kept.assayThrottlePool;
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 1500,
    statement_timeout: 5000,
    allowExitOnIdle: true,
  });
  // The pool replaces a lost idle connection by itself; unheard, the event would end the process.
  made.on("error", (error) => console.error(error));
  return (kept.assayThrottlePool = made);
}

/** Counts up to `points` in `seconds` per key; `prefix` keeps what is counted apart from everything else. */
export function limiter(prefix: string, points: number, seconds: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: { query: inDatabaseTime },
    storeType: "pool",
    tableName: "sign_in_throttle",
    tableCreated: true,
    keyPrefix: prefix,
    points,
    duration: seconds,
  });
}

/**
 * Runs a statement of the library, whose instants are by this machine's clock, by that of the database: a clock that was far
 * ahead for a moment would else keep people out until that time has come, and two that differ undo each other's counts.
 * Without the names that the library gives its statements, PgBouncer can stand in between.
 */
async function inDatabaseTime({ text, values }: { text: string; values: unknown[] }) {
  const { rows } = await pool().query<{ at: Date }>("SELECT clock_timestamp() AS at");
  const aheadMs = Date.now() - (rows[0]?.at.getTime() ?? 0);
  const sent = values.map((value) => (isInstant(value) ? value - aheadMs : value));
  const result = await pool().query<{ expire?: string | null }>({ text, values: sent });
  for (const row of result.rows) if (row.expire) row.expire = String(Number(row.expire) + aheadMs);
  return result;
}

/** In milliseconds, since 2001; no count is as high. */
const isInstant = (value: unknown): value is number => typeof value === "number" && value > 1e12;

/** Counts one more; answers how many seconds to wait when that was too many, else 0. */
export async function consume(by: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await by.consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** An IPv6 subscriber owns a whole /64, so that is what is counted. */
export function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain.includes(":") ? plain.toLowerCase().split(":").slice(0, 4).join(":") : plain;
}
