import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#prisma/generated/client";
import { env } from "./env.ts";

type Kind = "read" | "write" | "public" | "search";

// Without a time zone the adapter stores timestamptz wrongly; without time-outs it waits for ever.
const session = "-c TimeZone=UTC -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000";
const readOnly = `${session} -c default_transaction_read_only=on`;
// Some pairs of frequent words are met by reading everything. Whoever asks for them takes neither the readers' connections
// nor the processor for long.
const briefly = "-c statement_timeout=300";
const connections: Record<Kind, number> = { read: 8, write: 8, public: 6, search: 3 };

// Next loads route bundles apart from each other; one pool of each kind serves the whole process.
const kept = globalThis as typeof globalThis & { assayClients?: Partial<Record<Kind, PrismaClient>> };

function client(kind: Kind): PrismaClient {
  const clients = (kept.assayClients ??= {});
  return (clients[kind] ??= new PrismaClient({
    // What was sent has no place in an error that is logged.
    errorFormat: "minimal",
    adapter: new PrismaPg({
      connectionString:
        kind === "public" || kind === "search"
          ? (env().PUBLIC_DATABASE_URL ?? env().DATABASE_URL)
          : env().DATABASE_URL,
      options: kind === "write" ? session : kind === "search" ? `${readOnly} ${briefly}` : readOnly,
      // Counts the wait for a free connection too: a busy moment is waited out, a dead database is not.
      connectionTimeoutMillis: 4000,
      max: connections[kind],
    }),
  }));
}

/** A client that opens its pool on first use, so that importing a module never needs a database. */
export const lazy = (kind: Kind) =>
  new Proxy({} as PrismaClient, {
    get: (_, property) => {
      const target = client(kind);
      const value: unknown = Reflect.get(target, property);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });

/** Closes every open pool; for scripts and tests, which would otherwise not end. */
export async function disconnect(): Promise<void> {
  await Promise.all(Object.values(kept.assayClients ?? {}).map((open) => open.$disconnect()));
  kept.assayClients = {};
}
