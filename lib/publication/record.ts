import pLimit from "p-limit";
import { publicDb } from "../public-db.ts";
import { toPublished, wholeRow, type PublishedClaim, type WholeRow } from "./queries.ts";
import type { WithheldNotice } from "./schema.ts";
import { listWithheld } from "./withheld.ts";

const batchSize = 50;
/** However many read the record at once: pages need the database as well. */
const reading = pLimit(2);

/**
 * The whole public record, retracted fact-checks among it, in batches in the order of the claims' ids; each claim is made
 * when it is asked for. However long it takes, each claim comes once, as it is when its batch is read, also when it is published
 * anew meanwhile; one that is first published meanwhile comes or does not. No more than two batches are in memory, the second of
 * which is read while the first is taken; nothing further is read that nobody takes.
 */
export async function* publicRecord(): AsyncGenerator<Iterable<PublishedClaim>> {
  let ahead: Promise<Batch> | null = reading(() => readAfter("00000000-0000-0000-0000-000000000000"));
  while (ahead) {
    const { rows, withheld }: Batch = await ahead;
    const last = rows.at(-1);
    if (!last) return;
    ahead = rows.length < batchSize ? null : reading(() => readAfter(last.claimId));
    // Fails for whoever asks for it; nobody does when the reader goes away before.
    ahead?.catch(() => undefined);
    yield rows.values().map((row) => toPublished(row, withheld.get(row.slug) ?? []));
  }
}

interface Batch {
  rows: WholeRow[];
  /** By the slug of the claim. */
  withheld: Map<string, WithheldNotice[]>;
}

/** The claims that follow this one, each with all that belongs to it as both were at one moment. */
async function readAfter(claimId: string): Promise<Batch> {
  const rows = await publicDb.$queryRaw<WholeRow[]>`
    ${wholeRow} WHERE claim_id > ${claimId}::uuid ORDER BY claim_id LIMIT ${batchSize}`;
  const withheld = new Map<string, WithheldNotice[]>();
  for (const { slug, anyWithheld } of rows) if (anyWithheld) withheld.set(slug, await listWithheld(slug));
  return { rows, withheld };
}
