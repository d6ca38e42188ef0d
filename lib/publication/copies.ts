import type { Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { unseal } from "../editions/digest.ts";
import { canPublish } from "../editions/policy.ts";
import { copiesOf } from "../editions/rules.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { conflict, DomainError } from "../errors.ts";
import { StoreProblem } from "../keeping/store.ts";
import { readText } from "../snapshots/gateway.ts";

/** The texts of copies by the ids of their snapshots. */
export type CopyTexts = ReadonlyMap<string, string>;

type Source = PublicDocument["sources"][number];
type CopiedSource = Source & { copy: NonNullable<Source["copy"]> };

const copied = ({ sources }: PublicDocument): CopiedSource[] =>
  sources.flatMap((source) => (source.copy ? [{ ...source, copy: source.copy }] : []));

/** The tags of the pages of these documents' copies, which name the claims that rest on them. */
export const tagsOfCopies = (...documents: (PublicDocument | null)[]): string[] =>
  documents.flatMap((document) => (document ? copiesOf(document).map((id) => `copy:${id}`) : []));

/**
 * Reads from the store what is needed to publish these editions: the texts of the copies that readers cannot see yet. To be
 * called before the transaction, which should not wait for a store. Refuses a text that is missing or is not what was hashed.
 */
export async function readCopies(actor: Member, editionIds: readonly string[]): Promise<CopyTexts> {
  const texts = new Map<string, string>();
  // Whoever may not publish is refused by the command, not by what lies in the store.
  if (!canPublish(actor)) return texts;
  const editions = await db.edition.findMany({
    where: { id: { in: [...editionIds] } },
    select: { document: true },
  });
  const sources = editions.flatMap(({ document }) => copied(unseal(document)));
  const known = await knownAmong(db, sources);
  for (const source of sources) {
    const { snapshotId } = source.copy;
    if (!known.has(snapshotId) && !texts.has(snapshotId)) texts.set(snapshotId, await textOf(source));
  }
  return texts;
}

async function knownAmong(
  reader: Pick<Tx, "publicCopy">,
  sources: readonly CopiedSource[],
): Promise<Set<string>> {
  if (sources.length === 0) return new Set();
  const rows = await reader.publicCopy.findMany({
    where: { snapshotId: { in: sources.map(({ copy }) => copy.snapshotId) } },
    select: { snapshotId: true },
  });
  return new Set(rows.map(({ snapshotId }) => snapshotId));
}

async function textOf({ title, copy }: CopiedSource): Promise<string> {
  try {
    return await readText(copy.textSha256);
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error;
    if (error.isPassing)
      throw new DomainError("unavailable", `Nothing was published. ${error.message} Try again in a moment.`);
    throw conflict(
      `Nothing was published: the text of our copy of “${title}” is ${error.kind === "missing" ? "missing from the store" : "not what was captured"}. ` +
        "Restore its file from a backup; or take this edition back, capture the source again, and submit it anew.",
    );
  }
}

/**
 * A step of publishing: readers can read the copies of the document from now on. Of a source that is not public any more, what
 * says something new is refused; a retraction, and what readers read before, leave its copy out.
 */
export async function publishCopies(
  tx: Tx,
  document: PublicDocument,
  texts: CopyTexts,
  { isNew } = { isNew: document.retraction === null },
): Promise<void> {
  const sources = copied(document);
  const known = await knownAmong(tx, sources);
  for (const source of sources)
    if (!known.has(source.copy.snapshotId)) await publishCopy(tx, source, texts, isNew);
}

/**
 * A step of withholding: readers cannot read the copies of these documents of a claim any more, but for those that something
 * else leads to which they can read: another claim's page, another edition of this one.
 */
export async function dropCopies(
  tx: Tx,
  claimId: string,
  documents: readonly PublicDocument[],
): Promise<void> {
  const ids = new Set(documents.flatMap(copiesOf));
  if (ids.size === 0) return;
  const pages = await tx.publication.findMany({
    where: { copyIds: { hasSome: [...ids] } },
    select: { copyIds: true },
  });
  const editions = await tx.publishedEdition.findMany({ where: { claimId }, select: { document: true } });
  const needed = [
    ...pages.flatMap(({ copyIds }) => copyIds),
    ...editions.flatMap(({ document }) => copiesOf(unseal(document))),
  ];
  for (const id of needed) ids.delete(id);
  await tx.publicCopy.deleteMany({ where: { snapshotId: { in: [...ids] } } });
}

async function publishCopy(
  tx: Tx,
  { title, url, language, copy }: CopiedSource,
  texts: CopyTexts,
  isNew: boolean,
): Promise<void> {
  const { snapshotId, capturedAt, sha256, textSha256 } = copy;
  // Whether it is public, and whether its original is there, stays so until the copy is.
  await tx.$queryRaw`
    SELECT 1 FROM sources WHERE id = (SELECT source_id FROM snapshots WHERE id = ${snapshotId}::uuid) FOR SHARE`;
  const { source, ...snapshot } = await tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: {
      language: true,
      source: { select: { visibility: true, linkState: true, linkSince: true } },
    },
  });
  if (source?.visibility !== "public") {
    if (!isNew) return;
    throw conflict(
      `“${title}” is not a public source any more. Take this edition back and submit the claim anew.`,
    );
  }
  const text = texts.get(snapshotId);
  if (text === undefined) throw conflict("Nothing was published: its copies changed meanwhile. Try again.");
  const stamp = await tx.fileTimestamp.findFirst({
    where: { sha256 },
    orderBy: { at: "asc" },
    select: { at: true },
  });
  const row = {
    snapshotId,
    title,
    url,
    language: snapshot.language ?? language,
    capturedAt,
    sha256,
    textSha256,
    text,
    stampedAt: stamp?.at ?? null,
    goneSince: source.linkState === "gone" ? source.linkSince : null,
  };
  // Another claim that rests on it may be published at this moment.
  await tx.publicCopy.createMany({ data: [row], skipDuplicates: true });
}
