import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";

/** What a claim is about, and the topics that the desk used last, to be used again. */
export async function getClaimTopics(
  _actor: Member,
  claimId: string,
): Promise<{ topics: string[]; known: string[] }> {
  const [rows, known] = await Promise.all([
    db.claimTopic.findMany({
      where: { claimId },
      orderBy: { topic: { name: "asc" } },
      select: { topic: { select: { name: true } } },
    }),
    db.topic.findMany({ orderBy: { createdAt: "desc" }, take: 30, select: { name: true } }),
  ]);
  return { topics: rows.map(({ topic }) => topic.name), known: known.map(({ name }) => name).toSorted() };
}
