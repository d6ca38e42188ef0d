import type { Prisma } from "#prisma/generated/client";
import { desk } from "./clients.ts";

type Options = { isolationLevel: Prisma.TransactionIsolationLevel; maxWait: number; timeout: number };

/** The one way to a transaction that can write. A boundary rule lets `audited` alone import it. */
export function writing<T>(work: (tx: Prisma.TransactionClient) => Promise<T>, options: Options): Promise<T> {
  const { client, pools } = desk();
  return pools.writing(() => client.$transaction((tx) => pools.reading(() => work(tx)), options));
}
