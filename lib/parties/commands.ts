import type { Recorder, Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { orNull } from "../text.ts";
import type { PartyInput } from "./schema.ts";

/**
 * A step of other commands: the party of that name (whatever its case), kind and description, added if there is
 * none yet. Two people who add the same party at once get the same one.
 */
export async function nameParty(tx: Tx, record: Recorder, actor: Member, input: PartyInput): Promise<string> {
  const description = orNull(input.description);
  const where = { name: { equals: input.name, mode: "insensitive" as const }, kind: input.kind, description };
  const known = await tx.party.findFirst({ where, select: { id: true } });
  if (known) return known.id;
  const party = { name: input.name, kind: input.kind, description };
  const added = await tx.party.createManyAndReturn({
    data: [{ ...party, createdById: actor.id }],
    skipDuplicates: true,
    select: { id: true },
  });
  const id = added[0]?.id;
  if (!id) return (await tx.party.findFirstOrThrow({ where, select: { id: true } })).id;
  record({ name: "party.added", partyId: id, party });
  return id;
}
