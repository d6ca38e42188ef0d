import { createHash } from "node:crypto";
import { dismissChange } from "../articles/fetching.ts";
import type { AddArticleVersionInput } from "../articles/schema.ts";
import { canWorkOnArticles } from "../articles/policy.ts";
import { refinder, type Refound } from "../articles/refinding.ts";
import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { refuseOtherCopies } from "../snapshots/ownership.ts";
import { orNull } from "../text.ts";
import { lockClaim } from "./locking.ts";
import { canWorkOnClaims } from "./policy.ts";
import type { NoteAlterationInput } from "./schema.ts";

/**
 * Adds the present text of an article as its next version and finds every passage of the earlier ones in it; coverage marks
 * whose words stayed go along. Needs the number of the latest version seen; the text that is there already makes no version:
 * where it was taken from a later copy, nothing that matters changed in that copy.
 */
export async function addArticleVersion(
  actor: Member,
  input: AddArticleVersionInput,
): Promise<{ versionId: string; version: number }> {
  return audited(actor, async (tx, record) => {
    const { articleId, text } = input;
    await lockVersions(tx, articleId);
    if (!canWorkOnArticles(actor)) throw forbidden();
    const versions = await tx.articleVersion.findMany({
      where: { articleId },
      orderBy: { number: "desc" },
      select: {
        id: true,
        number: true,
        text: true,
        snapshotId: true,
        _count: { select: { passages: true, coverage: true } },
      },
    });
    const latest = versions[0];
    if (!latest) throw notFound("article");
    const snapshotId = orNull(input.snapshotId ?? "");
    if (snapshotId !== null) await refuseOtherCopies(tx, snapshotId, articleId);
    if (latest.text === text) {
      const same = { versionId: latest.id, version: latest.number };
      const isNews = snapshotId !== null && snapshotId !== latest.snapshotId;
      const dismissed =
        isNews && (await dismissChange(tx, record, actor, { articleId, versionId: latest.id, snapshotId }));
      return dismissed ? same : new Unchanged(same);
    }
    if (latest.number !== input.version)
      throw conflict(
        `Somebody added version ${latest.number} of this text meanwhile. Compare the two, then add yours as the next one.`,
        { text: latest.text, version: latest.number },
      );
    const number = latest.number + 1;
    const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
    const { id: versionId } = await tx.articleVersion.create({
      data: { articleId, number, text, sha256, snapshotId, createdById: actor.id },
      select: { id: true },
    });
    const found: Record<string, number> = {};
    for (const earlier of versions) {
      if (earlier._count.passages === 0 && !(earlier === latest && earlier._count.coverage > 0)) continue;
      const find = refinder(earlier.text, text);
      const passages = await tx.passage.findMany({
        where: { articleVersionId: earlier.id },
        select: { id: true, start: true, end: true },
      });
      const fates = passages.map(({ id, ...span }) => ({ passageId: id, fate: find(span) }));
      for (const { fate } of fates) found[fate.outcome] = (found[fate.outcome] ?? 0) + 1;
      await keep(tx, versionId, fates);
      if (earlier === latest) await carryCoverage(tx, { from: latest.id, to: versionId, find });
    }
    record({ name: "article.version-added", articleId, versionId, number, sha256, snapshotId, found });
    return { versionId, version: number };
  });
}

/** A step of whatever adds a passage to a version that is not the latest: finds it in the later ones at once. */
export async function findInLaterVersions(tx: Tx, passageId: string): Promise<void> {
  const { articleVersion, start, end } = await tx.passage.findUniqueOrThrow({
    where: { id: passageId },
    select: {
      start: true,
      end: true,
      articleVersion: { select: { articleId: true, number: true, text: true } },
    },
  });
  const { articleId, number, text } = articleVersion;
  await lockVersions(tx, articleId);
  const later = await tx.articleVersion.findMany({
    where: { articleId, number: { gt: number } },
    orderBy: { number: "asc" },
    select: { id: true, text: true },
  });
  for (const version of later)
    await keep(tx, version.id, [{ passageId, fate: refinder(text, version.text)({ start, end }) }]);
}

/** Takes note, for the whole desk, that a passage was altered or lost; at any stage, since readers see nothing of it. */
export async function noteAlteration(
  actor: Member,
  input: NoteAlterationInput,
): Promise<NoteAlterationInput> {
  return audited(actor, async (tx, record) => {
    const passage = await tx.passage.findUnique({
      where: { id: input.passageId },
      select: { claimId: true },
    });
    if (!passage) throw notFound("altered passage");
    await lockClaim(tx, passage.claimId);
    if (!canWorkOnClaims(actor)) throw forbidden();
    const row = await tx.passageRefound.findUnique({
      where: { passageId_articleVersionId: input },
      select: { id: true, outcome: true, seenAt: true },
    });
    if (row?.outcome !== "altered" && row?.outcome !== "lost") throw notFound("altered passage");
    if (row.seenAt) return new Unchanged(input);
    await tx.passageRefound.update({
      where: { id: row.id },
      data: { seenById: actor.id, seenAt: await databaseTime(tx) },
      select: { id: true },
    });
    record({
      name: "passage.alteration-seen",
      claimId: passage.claimId,
      passageId: input.passageId,
      refoundId: row.id,
      outcome: row.outcome,
    });
    return input;
  });
}

/** One version at a time: a passage that is added meanwhile is found by whoever comes second. */
async function lockVersions(tx: Tx, articleId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT id FROM articles WHERE id = ${articleId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw notFound("article");
}

/** Keeps what became of passages; where the desk took note of just that in the version before, it need not again. */
async function keep(
  tx: Tx,
  articleVersionId: string,
  fates: readonly { passageId: string; fate: Refound }[],
): Promise<void> {
  const known = await tx.passageRefound.findMany({
    where: { passageId: { in: fates.map(({ passageId }) => passageId) } },
    orderBy: { articleVersion: { number: "asc" } },
    select: { passageId: true, outcome: true, exact: true, seenById: true, seenAt: true },
  });
  const before = new Map(known.map((row) => [row.passageId, row]));
  const data = fates.map(({ passageId, fate }) => {
    const last = before.get(passageId);
    const isSame = last?.outcome === fate.outcome && last.exact === fate.exact;
    const seen = isSame ? { seenById: last.seenById, seenAt: last.seenAt } : {};
    return { passageId, articleVersionId, ...fate, ...seen };
  });
  // The database compares each row with the text: in parts, so that no statement grows with the number of passages.
  for (let at = 0; at < data.length; at += 200)
    await tx.passageRefound.createMany({ data: data.slice(at, at + 200) });
}

async function carryCoverage(
  tx: Tx,
  { from, to, find }: { from: string; to: string; find: ReturnType<typeof refinder> },
): Promise<void> {
  const marks = await tx.coverageMark.findMany({
    where: { articleVersionId: from },
    select: { start: true, end: true, kind: true, reason: true, createdById: true, createdAt: true },
  });
  const data = marks.flatMap((mark) => {
    const { outcome, start, end } = find(mark);
    return outcome === "exact" || outcome === "moved" ? [{ ...mark, start, end, articleVersionId: to }] : [];
  });
  await tx.coverageMark.createMany({ data, skipDuplicates: true });
}
