import { createHash } from "node:crypto";
import type { AuditEventName } from "./schema.ts";

const contributing: ReadonlySet<AuditEventName> = new Set<AuditEventName>([
  "claim.logged",
  "claim.reworded",
  "passage.added",
  "passage.removed",
  "evidence.attached",
  "evidence.removed",
  "position.recorded",
  "position.removed",
  "relation.added",
  "relation.removed",
  "verdict.proposed",
  "claim.event-set",
  "claim.topics-set",
  "figure.added",
  "figure.removed",
  "comment.requested",
  "comment.updated",
  "waiver.given",
  "waiver.withdrawn",
]);

/** Whether an event changes what readers would see of its claim, so that its actor may not approve the next edition. */
export const contributes = (name: AuditEventName): boolean => contributing.has(name);

/** One row of the chain as it is read back for checking; `at` is the UTC text with microseconds that was hashed. */
export interface ChainRow {
  seq: bigint;
  id: string;
  at: string;
  actorId: string | null;
  name: string;
  claimId: string | null;
  contributes: boolean;
  data: string;
  previousHash: string;
  hash: string;
}

/** The hash that the database's trigger gave, computed anew and apart from the database. */
export function chainHash(row: Omit<ChainRow, "hash">): string {
  const parts = [
    row.previousHash,
    row.seq.toString(),
    row.id,
    row.at,
    row.actorId ?? "",
    row.name,
    row.claimId ?? "",
    row.contributes ? "1" : "0",
    row.data,
  ];
  return createHash("sha256").update(parts.join("\n"), "utf8").digest("hex");
}
