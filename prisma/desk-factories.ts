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
