import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as ReadersClient } from "#prisma/generated-readers/client";
import { PrismaClient as DeskClient } from "#prisma/generated/client";
import { env } from "./env.ts";
import { TwoPools } from "./pools.ts";

// Without a time zone the adapter stores timestamptz wrongly; without time-outs it waits for ever.
const session = "-c TimeZone=UTC -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000";
const readOnly = `${session} -c default_transaction_read_only=on`;
// Some pairs of frequent words are met by reading everything. Whoever asks for them takes neither the readers' connections
// nor the processor for long.
const briefly = `${readOnly} -c statement_timeout=300`;

const pool = (connectionString: string, options: string, max: number) => ({
  connectionString,
  options,
  // Counts the wait for a free connection too: a busy moment is waited out, a dead database is not.
  connectionTimeoutMillis: 4000,
  max,
});

// What was sent has no place in an error that is logged.
const errorFormat = "minimal";

function openDesk() {
  const address = env().DATABASE_URL;
  const pools = new TwoPools(pool(address, readOnly, 8), pool(address, session, 8));
  return { client: new DeskClient({ errorFormat, adapter: pools }), pools };
}

function openReaders(options: string, max: number) {
  const address = env().PUBLIC_DATABASE_URL ?? env().DATABASE_URL;
  return new ReadersClient({ errorFormat, adapter: new PrismaPg(pool(address, options, max)) });
}

interface Clients {
  desk?: ReturnType<typeof openDesk>;
  public?: ReadersClient;
  search?: ReadersClient;
}

// Next loads route bundles apart from each other; one client of each kind serves the whole process.
const kept = globalThis as typeof globalThis & { assayClients?: Clients };
const clients = (): Clients => (kept.assayClients ??= {});

/** The desk's client with its pools, opened on first use, so that importing a module never needs a database. */
export const desk = () => (clients().desk ??= openDesk());
export const readers = () => (clients().public ??= openReaders(readOnly, 6));
export const searchers = () => (clients().search ??= openReaders(briefly, 3));

/** A client that is opened when something of it is asked for. */
export const lazy = <C extends object>(open: () => C): C =>
  new Proxy({} as C, {
    get: (_, property) => {
      const target = open();
      const value: unknown = Reflect.get(target, property);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });

/** Closes every open pool; for scripts and tests, which would otherwise not end. */
export async function disconnect(): Promise<void> {
  const open = clients();
  kept.assayClients = {};
  await Promise.all([
    open.desk?.client.$disconnect(),
    open.public?.$disconnect(),
    open.search?.$disconnect(),
  ]);
}
