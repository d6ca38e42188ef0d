import { db } from "../db.ts";
import { namesOf } from "../people/queries.ts";

/** When an approved edition is published by itself, as whoever set that. */
export interface Schedule {
  at: Date;
  by: string;
  /** Why it was not published when the time had come; null before that. */
  problem: string | null;
}

/** The times that are set for these editions, by their ids. */
export async function schedulesOf(editionIds: readonly string[]): Promise<Map<string, Schedule>> {
  const rows = await db.scheduledPublication.findMany({ where: { editionId: { in: [...editionIds] } } });
  if (rows.length === 0) return new Map();
  const names = await namesOf(rows.map(({ scheduledById }) => scheduledById));
  return new Map(
    rows.map(({ editionId, at, problem, scheduledById }) => [
      editionId,
      { at, problem, by: names.get(scheduledById) ?? "" },
    ]),
  );
}
