import { publicDb } from "../public-db.ts";
import { unseal } from "../editions/digest.ts";
import {
  copiesNow,
  editionFacts,
  getPublicSettings,
  publicationFields,
  relatedTo,
  type PublishedClaim,
} from "./queries.ts";
import { publicView } from "./rules.ts";

const batchSize = 25;

/**
 * The whole public record, retracted fact-checks among it, in batches in the order of the claims' ids. However long it
 * takes, each claim comes once, also when it is published anew meanwhile; one that is first published meanwhile comes or
 * does not. Never more than one batch is in memory, and nothing is read that nobody takes.
 */
export async function* publicRecord(): AsyncGenerator<PublishedClaim[]> {
  const { deskName } = await getPublicSettings();
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await publicDb.publication.findMany({
      where: { claimId: { gt: after } },
      orderBy: { claimId: "asc" },
      take: batchSize,
      select: { claimId: true, ...publicationFields },
    });
    const documents = rows.map((row) => ({ row, document: unseal(row.document) }));
    const all = documents.map(({ document }) => document);
    const [related, copies] = await Promise.all([relatedTo(all), copiesNow(all)]);
    if (rows.length > 0)
      yield documents.map(({ row, document }) => ({
        view: publicView(document, related, copies),
        edition: editionFacts(row, document, { number: row.editionNumber, ...row }, deskName),
      }));
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.claimId;
  }
}
