import type { X509Certificate } from "node:crypto";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { bookkeep } from "../jobs.ts";
import { readAuthority } from "../keeping/gateway.ts";
import type { KeptFile } from "../keeping/store.ts";
import { verifyTimestamp } from "../keeping/token.ts";
import type { FileCheck } from "../keeping/verification.ts";
import { placeOfFiles, verifyKept } from "./gateway.ts";

/** One thing that is wrong with a kept file, and the addresses on the desk of what it belongs to, one at least. */
export interface EvidenceProblem {
  sha256: string;
  what: string;
  belongsTo: string[];
}

export interface EvidenceTotals {
  place: string;
  files: number;
  bytes: number;
  timestamps: number;
  problems: number;
}

const batchSize = 500;

interface Pace {
  bytesPerSecond?: number;
  /** Leaves out what was looked at since then. */
  notSince?: Date;
  signal?: AbortSignal;
}

/**
 * Hashes every kept file anew, checks every timestamp without asking anybody, and yields what is wrong; notes for each file when it
 * was looked at and what was found. Throws a StoreProblem when the store is away.
 */
export async function* verifyEvidence({
  bytesPerSecond = Infinity,
  notSince,
  signal,
}: Pace = {}): AsyncGenerator<EvidenceProblem, EvidenceTotals> {
  const { trusted } = readAuthority(process.env);
  const totals: EvidenceTotals = { place: placeOfFiles(), files: 0, bytes: 0, timestamps: 0, problems: 0 };
  for await (const check of verifyKept(listKept(notSince), bytesPerSecond)) {
    signal?.throwIfAborted();
    await noteCheck(check);
    const stamps = await checkTimestamps(check.sha256, trusted);
    totals.files++;
    totals.bytes += check.bytes;
    totals.timestamps += stamps.checked;
    for (const what of [...(check.what ? [check.what] : []), ...stamps.problems]) {
      totals.problems++;
      yield { sha256: check.sha256, what, belongsTo: await ownersOf(check.sha256) };
    }
  }
  return totals;
}

/** A tenth of what a slow disk reads. */
const gently = 10 * 1024 * 1024;
const weekMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Does one job of the queue `verify-files`: looks at every kept file that nobody has looked at for a week, gently, and says in the log
 * what is wrong; the desk sees it at the copy. What it does not get to is due the next time.
 */
export async function verifyGently(signal: AbortSignal): Promise<void> {
  const pace = {
    bytesPerSecond: gently,
    notSince: new Date((await databaseTime(db)).getTime() - weekMs),
    signal,
  };
  for await (const problem of verifyEvidence(pace)) console.error(`evidence: ${problemLine(problem)}`);
}

/** What is promised to be there, by hash, so that files that come meanwhile do no harm. */
async function* listKept(notSince?: Date): AsyncGenerator<KeptFile> {
  const due = notSince && { OR: [{ checkedAt: null }, { checkedAt: { lt: notSince } }] };
  for (let after = ""; ;) {
    const rows = await db.keptFile.findMany({
      where: { keptAt: { not: null }, sha256: { gt: after }, ...due },
      orderBy: { sha256: "asc" },
      take: batchSize,
      select: { sha256: true, bytes: true },
    });
    for (const { sha256, bytes } of rows) yield { sha256, bytes: Number(bytes) };
    if (rows.length < batchSize) return;
    after = rows.at(-1)?.sha256 ?? "";
  }
}

const noteCheck = ({ sha256, problem }: FileCheck) =>
  bookkeep("UPDATE kept_files SET checked_at = now(), problem = $2::file_problem WHERE sha256 = $1", [
    sha256,
    problem,
  ]);

async function checkTimestamps(
  sha256: string,
  trusted: X509Certificate[],
): Promise<{ checked: number; problems: string[] }> {
  const rows = await db.fileTimestamp.findMany({ where: { sha256 }, select: { token: true, at: true } });
  const problems: string[] = [];
  for (const { token, at } of rows) {
    const proof = await verifyTimestamp(token, sha256, trusted);
    if (!proof.isValid) problems.push(`without proof of its time: ${proof.reason}`);
    else if (proof.time.getTime() !== at.getTime())
      problems.push(`stamped ${proof.time.toISOString()}, while its row says ${at.toISOString()}`);
  }
  return { checked: rows.length, problems };
}

/** Addresses, not titles: those of confidential sources have no place in what a command prints. */
async function ownersOf(sha256: string): Promise<string[]> {
  const parts = await db.snapshotPart.findMany({
    where: { sha256 },
    select: { kind: true, snapshot: { select: { id: true, sourceId: true, articleId: true } } },
    orderBy: { snapshotId: "asc" },
  });
  return parts.map(({ kind, snapshot: { id, sourceId, articleId } }) => {
    const owner = sourceId
      ? ` of /desk/sources/${sourceId}`
      : articleId
        ? ` of /desk/articles/${articleId}`
        : "";
    return `${kind} in /desk/snapshots/${id}${owner}`;
  });
}

/** One problem as the line that `npm run evidence:verify` prints. */
export const problemLine = ({ sha256, what, belongsTo }: EvidenceProblem): string =>
  `${sha256} is ${what}: ${belongsTo.join(", ") || "belongs to nothing"}`;

/** The whole as its last line. */
export function evidenceLine({ place, files, bytes, timestamps, problems }: EvidenceTotals): string {
  const count = (n: number, word: string) => `${n.toLocaleString("en-GB")} ${word}${n === 1 ? "" : "s"}`;
  const seen = `${count(files, "file")} (${(bytes / 1e6).toFixed(1)} MB) in ${place}, ${count(timestamps, "timestamp")}`;
  return `evidence: ${seen}, ${problems === 0 ? "all as they were kept" : count(problems, "problem")}`;
}
