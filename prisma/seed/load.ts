import { randomBytes, randomUUID } from "node:crypto";
import { findMember } from "#lib/auth/queries";
import type { Member, Role } from "#lib/auth/schema";
import { acceptInvitation, ensureSetupLink, inviteMember } from "#lib/people/commands";
import { markAsSample } from "#lib/settings/commands";
import { investigate } from "./investigate.ts";
import { syria } from "./syria/investigation.ts";
import { velm } from "./velm/investigation.ts";

export interface SampleAccount {
  role: Role;
  email: string;
  password: string;
}

const people = { checker: "Ada Klein", editor: "Mira Okafor", admin: "Jonas Reuter" } as const;

/**
 * Loads the two sample investigations by the desk's own commands as three people, and answers their sign-ins. Loads and
 * answers nothing on a desk that has members already.
 */
export async function loadSample(): Promise<SampleAccount[]> {
  const link = await ensureSetupLink();
  if (!link) return [];
  await markAsSample();
  const admin = await join(link, "admin");
  const editor = await join((await invite(admin.actor, "editor")).path, "editor");
  const checker = await join((await invite(admin.actor, "checker")).path, "checker");
  const desk = { checker: checker.actor, editor: editor.actor, admin: admin.actor };

  for (const investigation of [syria, velm]) await investigate(desk, investigation);
  return [checker.account, editor.account, admin.account];
}

const invite = (admin: Member, role: Role) =>
  inviteMember(admin, { email: "", role, idempotencyKey: randomUUID() });

async function join(path: string, role: Role): Promise<{ actor: Member; account: SampleAccount }> {
  const account = { role, email: `${role}@assay.example`, password: randomBytes(12).toString("base64url") };
  const { userId } = await acceptInvitation({
    token: path.slice(path.lastIndexOf("/") + 1),
    name: people[role],
    email: account.email,
    password: account.password,
  });
  const actor = await findMember({ userId, sessionVersion: 1 });
  if (!actor) throw new Error(`The sample's ${role} joined and is not there.`);
  return { actor, account };
}
