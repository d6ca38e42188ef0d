import { PrismaClient } from "#prisma/generated/client";
import { env } from "./env.ts";
import { errorFormat, pool, readOnly, session, TwoPools } from "./pools.ts";
import { disconnectReaders } from "./public-db.ts";

function open() {
  const address = env().DATABASE_URL;
  const pools = new TwoPools(pool(address, readOnly, 8), pool(address, session, 8));
  return { client: new PrismaClient({ errorFormat, adapter: pools }), pools };
}

// Next loads route bundles apart from each other; one client serves the whole process.
const kept = globalThis as typeof globalThis & { assayDesk?: ReturnType<typeof open> };

/** The desk's client with its pools, opened on first use, so that importing a module never needs a database. */
export const desk = () => (kept.assayDesk ??= open());

/** Closes every open pool; for scripts and tests, which would otherwise not end. */
export async function disconnect(): Promise<void> {
  const client = kept.assayDesk?.client;
  delete kept.assayDesk;
  await Promise.all([client?.$disconnect(), disconnectReaders()]);
}
