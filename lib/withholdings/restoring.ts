import type { Tx } from "../audit/audited.ts";
import { unseal } from "../editions/digest.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { publishCopies, type CopyTexts } from "../publication/copies.ts";
import {
  addPublishedEdition,
  noticesOf,
  readableBefore,
  replacePublication,
  type Publishing,
} from "../publication/publishing.ts";

/**
 * A step of lifting: puts these published editions of a claim before readers again, as they were; the latest of them as the
 * claim's page, unless there is one, which is of a later edition. Answers their documents.
 */
export async function restore(
  tx: Tx,
  claim: Publishing["claim"],
  editionIds: readonly string[],
  texts: CopyTexts,
): Promise<PublicDocument[]> {
  const editions = await tx.edition.findMany({
    where: { id: { in: [...editionIds] } },
    orderBy: { number: "asc" },
  });
  const restored: Publishing[] = [];
  for (const edition of editions) {
    const document = unseal(edition.document);
    const publishedAt = edition.publishedAt ?? edition.submittedAt;
    const publishing = { claim, edition, document, publishedAt, before: await readableBefore(tx, edition) };
    await addPublishedEdition(tx, publishing);
    await publishCopies(tx, document, texts, { isNew: false });
    restored.push(publishing);
  }
  const later = await tx.publication.findUnique({
    where: { claimId: claim.id },
    select: { claimId: true },
  });
  const latest = restored.at(-1);
  if (later)
    await tx.publication.update({
      where: { claimId: claim.id },
      data: { history: await noticesOf(tx, claim.id) },
      select: { claimId: true },
    });
  else if (latest) await replacePublication(tx, latest);
  return restored.map(({ document }) => document);
}
