import type { Tx } from "../audit/audited.ts";
import { channel, payloadsOf } from "../serving/channel.ts";

/**
 * Tells every instance, at the moment of the commit, which finished pages this transaction makes stale: those that carry
 * one of the tags (`claim:1042`, `article:slug`, `party:key`, `measure:key`, `topic:slug`, `lists`, or `all`).
 */
export async function notifyReaders(tx: Tx, tags: readonly string[]): Promise<void> {
  for (const payload of payloadsOf(tags)) await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

/** The tags of a claim's publication: itself, the claims whose pages name it, the articles that cite it, every list. */
export async function tagsOfClaim(
  tx: Tx,
  claim: { id: string; number: number },
  articleSlugs: readonly string[],
): Promise<string[]> {
  const related = await tx.publication.findMany({
    where: { relatedIds: { has: claim.id } },
    select: { claim: { select: { number: true } } },
  });
  return [
    "lists",
    `claim:${claim.number}`,
    ...related.map((row) => `claim:${row.claim.number}`),
    ...articleSlugs.map((slug) => `article:${slug}`),
  ];
}
