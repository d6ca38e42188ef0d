import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { publicDb } from "../public-db.ts";
import { forbidden } from "../errors.ts";
import { policies } from "./policies.ts";
import { canChangeSettings } from "./policy.ts";
import type { DatabaseRoles, SettingsInput } from "./schema.ts";

/** The settings as their form shows them; for admins. */
export async function getSettings(actor: Member): Promise<SettingsInput> {
  if (!canChangeSettings(actor)) throw forbidden("Only an admin sees the settings.");
  const select = { ...policies, checkLinks: true, keepToRobots: true, version: true } as const;
  return db.publicSettings.findUniqueOrThrow({ where: { id: 1 }, select });
}

/**
 * As whom the database is used, asked of each connection, and whether the two are kept from what they must not do: by
 * their rights, whatever their names are. For admins.
 */
export async function getDatabaseRoles(actor: Member): Promise<DatabaseRoles> {
  if (!canChangeSettings(actor)) throw forbidden("Only an admin sees the settings.");
  const [[application], [readers]] = await Promise.all([
    db.$queryRaw<{ owner: string; role: string; held: boolean }[]>`
      SELECT tableowner AS owner, current_user AS role, NOT has_table_privilege('audit_events', 'UPDATE, DELETE, TRUNCATE') AS held
      FROM pg_tables WHERE schemaname = 'public' AND tablename = 'audit_events'`,
    publicDb.$queryRaw<{ role: string; held: boolean }[]>`
      SELECT current_user AS role, NOT has_table_privilege('editions', 'SELECT') AS held`,
  ]);
  return {
    owner: application?.owner ?? "",
    application: application?.role ?? "",
    readers: readers?.role ?? "",
    applicationIsHeld: application?.held ?? false,
    readersAreHeld: readers?.held ?? false,
  };
}
