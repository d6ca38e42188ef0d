import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { orNull } from "../text.ts";
import { isInAnyCase } from "../word-search.ts";
import { canReviseParties } from "./policy.ts";
import type { PartyInput, PartyKind, RevisePartyInput } from "./schema.ts";

/**
 * A step of other commands: the party of that name (whatever its case), kind and description, added if there is none
 * yet. Without a description it is also the only party of that name and kind, whatever is known of it; unnamed sources
 * are told apart by their description alone. Two people who add the same party at once get the same one.
 */
export async function nameParty(
  tx: Tx,
  record: Recorder,
  actor: Member,
  input: Omit<PartyInput, "kind"> & { kind: PartyKind | "" },
): Promise<string> {
  const { kind } = input;
  if (kind === "") throw invalid("Say what kind of party this is.");
  const description = orNull(input.description);
  const named = { name: isInAnyCase(input.name), kind };
  const where = { ...named, description };
  const known = await tx.party.findFirst({ where, select: { id: true } });
  if (known) return known.id;
  if (description === null && kind !== "unnamed") {
    const [only, another] = await tx.party.findMany({ where: named, select: { id: true }, take: 2 });
    if (only && !another) return only.id;
  }
  const party = { name: input.name, kind, description };
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

/**
 * Sets name, kind, description and whom it speaks for right, wherever the party is named. Needs the version seen;
 * refuses another party's name with the same kind and description, and a circle of parties that speak for one another.
 */
export async function reviseParty(actor: Member, input: RevisePartyInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const { version, ...before } = await lockParty(tx, input.partyId);
    if (!canReviseParties(actor)) throw forbidden();
    if (version !== input.version)
      throw conflict("Somebody changed this party meanwhile.", { ...before, version });
    const { partyId, version: _, ...after } = input;
    if (Object.entries(after).every(([name, value]) => before[name as keyof typeof before] === value))
      return new Unchanged({ version });
    await refuseDuplicate(tx, input);
    if (input.speaksFor) await refuseCircle(tx, partyId, input.speaksFor);
    await tx.party.update({
      where: { id: partyId },
      data: {
        name: input.name,
        kind: input.kind,
        description: orNull(input.description),
        speaksForId: orNull(input.speaksFor),
        version: version + 1,
      },
      select: { id: true },
    });
    record({ name: "party.revised", partyId, change: { before, after } });
    return { version: version + 1 };
  });
}

async function lockParty(tx: Tx, partyId: string) {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM parties WHERE id = ${partyId}::uuid FOR NO KEY UPDATE`;
  if (rows.length === 0) throw notFound("party");
  const row = await tx.party.findUniqueOrThrow({
    where: { id: partyId },
    select: { name: true, kind: true, description: true, speaksForId: true, version: true },
  });
  const { name, kind, version } = row;
  return { name, kind, description: row.description ?? "", speaksFor: row.speaksForId ?? "", version };
}

async function refuseDuplicate(tx: Tx, { partyId, name, kind, description }: RevisePartyInput) {
  const twin = await tx.party.findFirst({
    where: {
      id: { not: partyId },
      name: isInAnyCase(name),
      kind,
      description: orNull(description),
    },
    select: { id: true },
  });
  if (twin)
    throw invalid("The desk has another party of this name and kind with this description.", {
      name: "Another party is named so already. Add a description that tells the two apart.",
    });
}

/** Locks each party on the way, so that two people cannot close a circle from both ends. */
async function refuseCircle(tx: Tx, partyId: string, speaksFor: string): Promise<void> {
  for (let next: string | null = speaksFor; next;) {
    if (next === partyId)
      throw invalid("A party cannot speak for itself, not even through others.", {
        speaksFor:
          speaksFor === partyId
            ? "This is the party itself. Choose another, or empty this."
            : "That party speaks for this one already. Change it there first.",
      });
    const rows: { speaksFor: string | null }[] = await tx.$queryRaw`
      SELECT speaks_for_id AS "speaksFor" FROM parties WHERE id = ${next}::uuid FOR NO KEY UPDATE`;
    const [row] = rows;
    if (!row)
      throw invalid("There is no such party.", { speaksFor: "This party is not there. Choose another." });
    next = row.speaksFor;
  }
}
