import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { StoreProblem } from "../keeping/store.ts";
import { readText } from "../snapshots/gateway.ts";
import { listSnapshots, type SnapshotView } from "../snapshots/queries.ts";

/** A later copy of an article's page says something else than the copy that the latest version was taken from. */
export interface PageChange {
  article: { id: string; title: string; language: string };
  /** The latest version: its id and number. */
  versionId: string;
  version: number;
  snapshotId: string;
  /** When the copy was taken. */
  at: Date;
}

/**
 * What the newest copies of articles say other than their latest versions, the latest copy first, at most 50: of these
 * articles, or of all. Nothing is told that somebody dismissed.
 */
export const listPageChanges = (_actor: Member, articleIds: string[] | null = null): Promise<PageChange[]> =>
  changesOf(articleIds);

/** The same for one article; null where nothing changed. */
export async function findPageChange(_actor: Member, articleId: string): Promise<PageChange | null> {
  return (await changesOf([articleId]))[0] ?? null;
}

/** How the page of an article stands to its latest version. */
export interface PageState {
  /** The newest copy, whatever came of it; null where none was ever asked for. */
  newest: SnapshotView | null;
  change: PageChange | null;
  /** Whether a version was taken from the newest copy. */
  isTaken: boolean;
  /** Who found that nothing that matters changed in the newest copy. */
  dismissedBy: string | null;
}

export async function getPageState(actor: Member, articleId: string): Promise<PageState> {
  const [[newest = null], change] = await Promise.all([
    listSnapshots(actor, { articleId }),
    findPageChange(actor, articleId),
  ]);
  const of = { where: { snapshotId: newest?.id ?? "" } };
  const [taken, dismissal] = newest
    ? await Promise.all([
        db.articleVersion.findFirst({ ...of, select: { id: true } }),
        db.dismissedChange.findFirst({ ...of, select: { dismissedBy: { select: { name: true } } } }),
      ])
    : [];
  const dismissedBy = dismissal?.dismissedBy.name ?? null;
  return { newest, change, isTaken: Boolean(taken), dismissedBy };
}

interface Candidate {
  id: string;
  title: string;
  language: string;
  versionId: string;
  version: number;
  versionText: string;
  snapshotId: string;
  at: Date;
  /** The hashes of the texts: of the newest copy, and of the one that the version was taken from. */
  now: string;
  was: string | null;
}

const most = 50;

async function changesOf(articleIds: string[] | null): Promise<PageChange[]> {
  const rows = await listCandidates(articleIds);
  const dismissed = await db.dismissedChange.findMany({
    where: { articleVersionId: { in: rows.map(({ versionId }) => versionId) } },
    select: {
      articleVersionId: true,
      snapshot: { select: { parts: { where: { kind: "text" }, select: { sha256: true } } } },
    },
  });
  const seenOf = ({ versionId, was }: Candidate) => [
    was,
    ...dismissed
      .filter(({ articleVersionId }) => articleVersionId === versionId)
      .flatMap(({ snapshot }) => snapshot.parts.map(({ sha256 }) => sha256)),
  ];
  const isSeen = await Promise.all(rows.map((row) => saysWhatWasSeen(row, seenOf(row))));
  return rows
    .filter((_, at) => !isSeen[at])
    .map(({ id, title, language, versionId, version, snapshotId, at }) => ({
      article: { id, title, language },
      versionId,
      version,
      snapshotId,
      at,
    }));
}

/** Articles whose newest copy with a text was asked for after the latest version, and has other bytes than its copy. */
const listCandidates = (ids: string[] | null): Promise<Candidate[]> => db.$queryRaw<Candidate[]>`
  SELECT a.id, a.title, a.language, v.id AS "versionId", v.number AS version, v.sha256 AS "versionText",
    n.id AS "snapshotId", n.finished_at AS at, n.sha256 AS now, was.sha256 AS was
  FROM (
    SELECT DISTINCT ON (s.article_id) s.article_id, s.id, s.requested_at, s.finished_at, t.sha256
    FROM snapshots s JOIN snapshot_parts t ON t.snapshot_id = s.id AND t.kind = 'text' AND t.outcome = 'captured'
    WHERE s.article_id IS NOT NULL AND s.means = 'capture' AND s.outcome = 'captured'
      AND (${ids}::uuid[] IS NULL OR s.article_id = ANY (${ids}::uuid[]))
    ORDER BY s.article_id, s.requested_at DESC, s.id DESC) n
  JOIN articles a ON a.id = n.article_id
  JOIN LATERAL (
    SELECT id, number, sha256, snapshot_id, created_at FROM article_versions
    WHERE article_id = a.id ORDER BY number DESC LIMIT 1) v ON true
  LEFT JOIN snapshots f ON f.id = v.snapshot_id
  LEFT JOIN snapshot_parts was ON was.snapshot_id = f.id AND was.kind = 'text' AND was.outcome = 'captured'
  WHERE n.id IS DISTINCT FROM v.snapshot_id AND n.requested_at >= coalesce(f.requested_at, v.created_at)
    AND n.sha256 IS DISTINCT FROM was.sha256
  ORDER BY n.finished_at DESC, a.id LIMIT ${most}`;

/**
 * Whether the newest copy says nothing but what somebody has looked at: in the copy that the version was taken from (a version
 * that was corrected by hand differs from it by itself), in the version where that was pasted, or in a copy that was dismissed.
 */
async function saysWhatWasSeen(
  { now, was, versionId, versionText }: Candidate,
  seen: readonly (string | null)[],
): Promise<boolean> {
  for (const sha256 of seen)
    if (sha256 !== null && (await saysTheSame(now, sha256, () => readText(sha256)))) return true;
  return was === null && saysTheSame(now, versionText, () => textOfVersion(versionId));
}

async function textOfVersion(id: string): Promise<string> {
  const { text } = await db.articleVersion.findUniqueOrThrow({ where: { id }, select: { text: true } });
  return text;
}

/** What was found of two texts, by their hashes: neither ever changes, and lists ask again and again. */
const found = new Map<string, boolean>();

/** White space aside. A copy that cannot be read is taken for a changed one: whoever looks at it is told why. */
async function saysTheSame(now: string, sha256: string, read: () => Promise<string>): Promise<boolean> {
  const pair = `${now} ${sha256}`;
  const known = now === sha256 ? true : found.get(pair);
  if (known !== undefined) return known;
  try {
    const [one, other] = await Promise.all([readText(now), read()]);
    const answer = wordsOf(one) === wordsOf(other);
    if (found.size >= 1000) found.clear();
    found.set(pair, answer);
    return answer;
  } catch (error) {
    if (error instanceof StoreProblem) return false;
    throw error;
  }
}

const wordsOf = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
