import { publicDb } from "../public-db.ts";
import { isSlug } from "./rules.ts";
import type { WithheldNotice } from "./schema.ts";

/** What stands in the place of a page or an edition that is withheld. */
export interface WithheldPage {
  slug: string;
  /** Of the claim. */
  number: number;
  deskName: string;
  /** What of the claim is withheld now, the newest edition first; the first of them is why the page is not here. */
  editions: WithheldNotice[];
}

const fields = {
  number: true,
  kind: true,
  digest: true,
  correctionClass: true,
  publishedAt: true,
  ground: true,
  withheldAt: true,
  confirmed: true,
} as const;

/** The notice in the place of a claim's page, or of one of its editions; null where nothing of that is withheld. */
export async function findWithheldPage(slug: string, edition?: string): Promise<WithheldPage | null> {
  if (!isSlug(slug)) return null;
  if (edition !== undefined && !/^[1-9]\d{0,8}$/.test(edition)) return null;
  const rows = await publicDb.withheldEdition.findMany({
    where: { slug, ...(edition !== undefined && { number: Number(edition) }) },
    orderBy: { number: "desc" },
    select: { ...fields, claimNumber: true },
  });
  const [first] = rows;
  if (!first) return null;
  const { deskName } = await publicDb.publicSettings.findUniqueOrThrow({
    where: { id: 1 },
    select: { deskName: true },
  });
  const editions = rows.map(({ claimNumber: _number, ...row }) => toNotice(row));
  return { slug, number: first.claimNumber, deskName, editions };
}

/** What of a claim is withheld now while its page is there, the newest edition first. */
export async function listWithheld(slug: string): Promise<WithheldNotice[]> {
  const rows = await publicDb.withheldEdition.findMany({
    where: { slug },
    orderBy: { number: "desc" },
    select: fields,
  });
  return rows.map(toNotice);
}

type Row = Omit<WithheldNotice, "publishedAt" | "withheldAt"> & { publishedAt: Date; withheldAt: Date };

const toNotice = (row: Row): WithheldNotice => ({
  ...row,
  publishedAt: row.publishedAt.toISOString(),
  withheldAt: row.withheldAt.toISOString(),
});
