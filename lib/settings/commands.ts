import { audited } from "../audit/audited.ts";
import { channel } from "../serving/channel.ts";
import { system } from "../auth/queries.ts";

/** Marks the whole desk as sample data, on every page and in every document from now on; never taken back. */
export async function markAsSample(): Promise<void> {
  await audited(system, async (tx, record) => {
    await tx.publicSettings.update({ where: { id: 1 }, data: { sample: true }, select: { id: true } });
    await tx.$executeRaw`SELECT pg_notify(${channel}, '["all"]')`;
    record({ name: "settings.sample-marked" });
  });
}
