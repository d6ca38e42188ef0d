import type { Prisma } from "#prisma/generated/client";

/**
 * What time it is in the database, now and not when the transaction began. Every instant that is kept comes from this one
 * clock: two instances, or one whose own clock was set, would otherwise bring into another order what came after another.
 */
export async function databaseTime(client: Pick<Prisma.TransactionClient, "$queryRaw">): Promise<Date> {
  const [row] = await client.$queryRaw<[{ at: Date }]>`SELECT clock_timestamp() AS at`;
  return row.at;
}
