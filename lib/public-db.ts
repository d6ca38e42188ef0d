import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#prisma/generated-readers/client";
import { env } from "./env.ts";
import { errorFormat, lazy, pool, readOnly } from "./pools.ts";

// Some pairs of frequent words are met by reading everything. Whoever asks for them takes neither the readers' connections
// nor the processor for long.
const briefly = `${readOnly} -c statement_timeout=300`;

function open(options: string, max: number): PrismaClient {
  const address = env().PUBLIC_DATABASE_URL ?? env().DATABASE_URL;
  return new PrismaClient({ errorFormat, adapter: new PrismaPg(pool(address, options, max)) });
}

// Next loads route bundles apart from each other; one client of each kind serves the whole process.
const kept = globalThis as typeof globalThis & {
  assayReaders?: { all?: PrismaClient; search?: PrismaClient };
};
const clients = () => (kept.assayReaders ??= {});

/** Reads for readers, by the role that sees published copies and nothing else; its client knows nothing else either. */
export const publicDb = lazy(() => (clients().all ??= open(readOnly, 6)));

/** The same for what a reader's own words look up: a statement that takes longer than 300 ms is cut off (SQLSTATE 57014). */
export const searchDb = lazy(() => (clients().search ??= open(briefly, 3)));

/** Closes the pools of both. */
export async function disconnectReaders(): Promise<void> {
  const { all, search } = clients();
  kept.assayReaders = {};
  await Promise.all([all?.$disconnect(), search?.$disconnect()]);
}
