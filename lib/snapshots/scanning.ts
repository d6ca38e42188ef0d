import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PgBoss } from "pg-boss";
import { audited, Unchanged } from "../audit/audited.ts";
import { system } from "../auth/queries.ts";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { openFile, workFolder } from "./gateway.ts";
import { runScanner, type Scan } from "./scanner.ts";

const mostMs = 120_000;

/** A scanner that could not scan; its words are kept with the file, and not repeated in logs. */
export class ScanProblem extends Error {}

/**
 * Does one job of the queue `scan`: has the scanner of this desk look at a kept file, and keeps what it said. A failed scan is noted as
 * that and thrown, so that it is tried again; it never takes the place of a result. Without a scanner nothing happens.
 */
export async function scanFile(sha256: string, signal: AbortSignal, ms = mostMs): Promise<void> {
  const command = process.env.SCAN_COMMAND;
  if (!command) return;
  const folder = await workFolder("scan-");
  try {
    const file = join(folder, "file");
    await pipeline(await openFile(sha256), createWriteStream(file, { mode: 0o600 }));
    const scan = await runScanner(command, file, ms, signal);
    signal.throwIfAborted(); // what was broken off by our own end is no outcome
    await note(sha256, scan);
    if (scan.outcome === "failed") throw new ScanProblem(`The scanner could not scan ${sha256}.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function note(sha256: string, { outcome, said }: Scan): Promise<boolean> {
  return audited(system, async (tx, record) => {
    await tx.$executeRaw`SELECT 1 FROM kept_files WHERE sha256 = ${sha256} FOR UPDATE`;
    const now = await tx.keptFile.findUniqueOrThrow({
      where: { sha256 },
      select: { scan: true, scanSaid: true },
    });
    const isResult = now.scan !== null && now.scan !== "failed";
    if ((outcome === "failed" && isResult) || (now.scan === outcome && now.scanSaid === said))
      return new Unchanged(false);
    await tx.keptFile.update({
      where: { sha256 },
      data: { scan: outcome, scanSaid: said, scannedAt: await databaseTime(tx) },
    });
    record({ name: "file.scanned", sha256, outcome });
    return true;
  });
}

const mostAtOnce = 10_000;

/**
 * Has the queue ask for a scan of what was kept before this desk had a scanner, or while that was broken: behind the copies of today,
 * and of each file once in the days for which the queue remembers its job.
 */
export async function scanTheRest(boss: Pick<PgBoss, "insert">): Promise<void> {
  if (!process.env.SCAN_COMMAND) return;
  const found = await db.$queryRaw<{ sha256: string }[]>`
    SELECT sha256 FROM kept_files f
    WHERE kept_at IS NOT NULL AND (scan IS NULL OR scan = 'failed') AND EXISTS (
      SELECT 1 FROM snapshot_parts p WHERE p.sha256 = f.sha256 AND p.kind IN ('exchange', 'original'))
    ORDER BY scan IS NOT NULL, kept_at DESC LIMIT ${mostAtOnce}`;
  const jobs = found.map(({ sha256 }) => ({ id: sha256.slice(0, 32), data: { sha256 }, priority: -1 }));
  await boss.insert("scan", jobs); // leaves out those whose id it has
}
