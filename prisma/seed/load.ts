import { randomBytes, randomUUID } from "node:crypto";
import { addArticle } from "#lib/articles/commands";
import { findMember } from "#lib/auth/queries";
import type { Member, Role } from "#lib/auth/schema";
import { acceptInvitation, ensureSetupLink, inviteMember } from "#lib/people/commands";
import { markAsSample } from "#lib/settings/commands";
import { article } from "./article.ts";
import { investigate, reviseToll } from "./investigate.ts";
import { openClaims } from "./open-claims.ts";
import { publishedClaims } from "./published-claims.ts";

export interface SampleAccount {
  role: Role;
  email: string;
  password: string;
}

const people = { checker: "Ada Klein", editor: "Mira Okafor", admin: "Jonas Reuter" } as const;

/**
 * Loads the sample investigation by the desk's own commands as three people, and answers their sign-ins. Loads and
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

  const { versionId } = await addArticle(desk.checker, {
    ...article,
    outlet: "",
    author: "",
    url: "",
    publishedOn: "",
    language: "en",
    idempotencyKey: randomUUID(),
  });
  const claimIds = new Map<string, { claimId: string; number: number }>();
  for (const claim of [...publishedClaims, ...openClaims])
    claimIds.set(claim.key, await investigate(desk, versionId, claim, claimIds));
  await reviseToll(desk, claimIds);
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
