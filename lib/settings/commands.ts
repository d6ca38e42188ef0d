import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import { system } from "../auth/queries.ts";
import type { Member } from "../auth/schema.ts";
import { conflict, forbidden } from "../errors.ts";
import { channel, payloadsOf } from "../serving/channel.ts";
import { canChangeSettings } from "./policy.ts";
import type { SettingsInput } from "./schema.ts";

/** Marks the whole desk as sample data, on every page and in every document from now on; never taken back. */
export async function markAsSample(): Promise<void> {
  await audited(system, async (tx, record) => {
    await tx.publicSettings.update({ where: { id: 1 }, data: { sample: true }, select: { id: true } });
    await notify(tx, "all");
    record({ name: "settings.sample-marked" });
  });
}

/**
 * Changes the desk's name and language, what it says about itself, which readers see at once, and how it looks after its sources. Refuses everybody but admins, and a
 * form that was filled before somebody else saved.
 */
export async function changeSettings(actor: Member, input: SettingsInput): Promise<{ version: number }> {
  const { version, ...after } = input;
  return audited(actor, async (tx, record) => {
    await tx.$queryRaw`SELECT id FROM public_settings WHERE id = 1 FOR UPDATE`;
    const now = await tx.publicSettings.findUniqueOrThrow({
      where: { id: 1 },
      select: {
        deskName: true,
        deskLanguage: true,
        funding: true,
        staff: true,
        corrections: true,
        contact: true,
        checkLinks: true,
        keepToRobots: true,
        version: true,
      },
    });
    if (!canChangeSettings(actor)) throw forbidden("Only an admin changes the settings.");
    if (now.version !== version)
      throw conflict("Somebody changed the settings meanwhile. Compare the two before you save.", now);
    const { version: _, ...before } = now;
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
      (key) => before[key] !== after[key],
    );
    if (changed.length === 0) return new Unchanged({ version });
    await tx.publicSettings.update({
      where: { id: 1 },
      data: { ...after, version: { increment: 1 } },
      select: { id: true },
    });
    // The name stands on every page, the language with the texts of two, the rest on one.
    const isWide = changed.includes("deskName") || changed.includes("deskLanguage");
    await notify(tx, isWide ? "all" : "policies");
    const only = (values: typeof after) => Object.fromEntries(changed.map((key) => [key, values[key]]));
    record({ name: "settings.changed", change: { before: only(before), after: only(after) } });
    return { version: version + 1 };
  });
}

/** Tells every instance in this transaction that what has this tag is to be made anew. */
export async function notify(tx: Tx, tag: string): Promise<void> {
  for (const payload of payloadsOf([tag])) await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}
