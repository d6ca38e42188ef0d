import { randomBytes } from "node:crypto";
import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { lockDraft } from "../claims/locking.ts";
import { conflict } from "../errors.ts";
import { topicSlug, versionOf } from "./rules.ts";
import { parseTopics, type SetClaimTopicsInput } from "./schema.ts";

/**
 * Says what a claim that is open for changes is about: exactly these topics, "" for none. A name that the desk has already
 * is that topic, in the desk's spelling. Needs the topics seen: the conflict carries those that somebody set meanwhile.
 */
export async function setClaimTopics(
  actor: Member,
  input: SetClaimTopicsInput,
): Promise<{ topics: string[]; version: string }> {
  return audited(actor, async (tx, record) => {
    const claim = await lockDraft(tx, actor, input.claimId);
    const before = await topicsOf(tx, claim.id);
    const names = before.map(({ name }) => name);
    const after: { id: string; name: string }[] = [];
    for (const name of parseTopics(input.topics)) after.push(await nameTopic(tx, actor, name));
    const topics = after.map(({ name }) => name).toSorted();
    const saved = { topics, version: versionOf(topics) };
    const ids = new Set(after.map(({ id }) => id));
    if (before.length === ids.size && before.every(({ id }) => ids.has(id))) return new Unchanged(saved);
    if (input.version !== versionOf(names))
      throw conflict("Somebody set the topics of this claim meanwhile.", {
        topics: names.join(", "),
        version: versionOf(names),
      });
    await tx.claimTopic.deleteMany({ where: { claimId: claim.id } });
    await tx.claimTopic.createMany({ data: [...ids].map((topicId) => ({ claimId: claim.id, topicId })) });
    const change = { before: { topics: names }, after: { topics } };
    record({ name: "claim.topics-set", claimId: claim.id, change });
    return saved;
  });
}

async function topicsOf(tx: Tx, claimId: string): Promise<{ id: string; name: string }[]> {
  const rows = await tx.claimTopic.findMany({
    where: { claimId },
    orderBy: { topic: { name: "asc" } },
    select: { topic: { select: { id: true, name: true } } },
  });
  return rows.map(({ topic }) => topic);
}

/** The topic of this name, made where the desk has none. Two who name the same one at once get one. */
async function nameTopic(tx: Tx, actor: Member, name: string): Promise<{ id: string; name: string }> {
  const known = await findTopic(tx, name);
  if (known) return known;
  const taken = await tx.topic.findUnique({ where: { slug: topicSlug(name) }, select: { id: true } });
  const slug = topicSlug(name, taken ? randomBytes(4).toString("hex") : "");
  await tx.topic.createMany({ data: [{ name, slug, createdById: actor.id }], skipDuplicates: true });
  const made = await findTopic(tx, name);
  if (!made) throw conflict("Somebody made a topic of a similar name at this moment. Save again.");
  return made;
}

/** By the rule of the database, so that what it takes for the same is the same here. */
async function findTopic(tx: Tx, name: string): Promise<{ id: string; name: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM topics WHERE lower(name) = lower(${name})`;
  return row ?? null;
}
