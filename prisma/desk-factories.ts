import { randomUUID } from "node:crypto";
import pg from "pg";
import { findMember } from "../lib/auth/queries.ts";
import type { Member, Role } from "../lib/auth/schema.ts";
import type { Stage } from "../lib/claims/schema.ts";

// Bare rows by plain SQL, without a history: for tests of one command. workflow-factories.ts goes the whole way.

async function run(statement: string, values: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await client.query(statement, values);
  } finally {
    await client.end();
  }
}

/** A new member of the desk with this role, as commands take them. */
export async function aMember(role: Role = "checker", name = "A person"): Promise<Member> {
  const id = randomUUID();
  await run("INSERT INTO users (id, email, name, role, password_hash) VALUES ($1, $2, $3, $4, 'x')", [
    id,
    `${id}@example.org`,
    name,
    role,
  ]);
  const member = await findMember({ userId: id, sessionVersion: 1 });
  if (!member) throw new Error("The member that was just added is not there.");
  return member;
}

/** A new claim of this member, in any stage that a claim reaches before it is public. */
export async function aClaim(
  member: Member,
  {
    wording = "The bridge carried forty carts",
    stage = "checking",
  }: { wording?: string; stage?: Stage } = {},
): Promise<{ id: string; number: number }> {
  const { rows } = await run(
    `INSERT INTO claims (id, slug, wording, kind, language, stage, idempotency_key, created_by_id)
     VALUES ($1, $2, $3, 'quantity', 'en', $4, $5, $6) RETURNING id, number`,
    [randomUUID(), `claim-${randomUUID()}`, wording, stage, randomUUID(), member.id],
  );
  return rows[0] as { id: string; number: number };
}

/** A party that is involved in a new event of the claim, and one that speaks for it; answers their names. */
export async function anInvolvedParty(
  claimId: string,
  member: Member,
): Promise<{ party: string; speaker: string }> {
  const [eventId, partyId, speakerId] = [randomUUID(), randomUUID(), randomUUID()];
  const names = { party: `Ministry ${partyId}`, speaker: `Spokesman ${speakerId}` };
  await run(
    "INSERT INTO events (id, name, description, idempotency_key, created_by_id) VALUES ($1, 'The flood', '', $2, $3)",
    [eventId, randomUUID(), member.id],
  );
  const addParty =
    "INSERT INTO parties (id, name, kind, speaks_for_id, created_by_id) VALUES ($1, $2, $3, $4, $5)";
  await run(addParty, [partyId, names.party, "government", null, member.id]);
  await run(addParty, [speakerId, names.speaker, "person", partyId, member.id]);
  await run(
    "INSERT INTO event_parties (event_id, party_id, involved, note, created_by_id) VALUES ($1, $2, true, 'its own bridge', $3)",
    [eventId, partyId, member.id],
  );
  await run("UPDATE claims SET event_id = $2 WHERE id = $1", [claimId, eventId]);
  return names;
}
