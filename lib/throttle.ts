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
  // Without the names that the library gives its statements, PgBouncer can stand in between.
  const query = ({ text, values }: { text: string; values: unknown[] }) => pool().query({ text, values });
  return new RateLimiterPostgres({
    storeClient: { query },
    storeType: "pool",
    tableName: "sign_in_throttle",
    tableCreated: true,
    keyPrefix: prefix,
    points,
    duration: seconds,
  });
}

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
