import type { Prisma } from "#prisma/generated/client";
import { db } from "../db.ts";
import { chainHash, type ChainRow } from "./rules.ts";

/** Whether the chain is whole; if not, the first event that breaks it (or the place where one is missing), and how. */
export type Verification = { whole: true; events: bigint } | { whole: false; seq: bigint; what: string };

const batchSize = 2000;

/**
 * Recomputes every hash of the chain in the order of commit, in batches and in one snapshot, so that writers may go on
 * meanwhile. Notices a row that was altered, replaced, added beside the trigger or deleted, the last one included.
 */
export async function verifyAudit(): Promise<Verification> {
  return db.$transaction(verifyChain, {
    isolationLevel: "RepeatableRead",
    maxWait: 5000,
    timeout: 3_600_000,
  });
}

async function verifyChain(tx: Prisma.TransactionClient): Promise<Verification> {
  let last = { seq: 0n, hash: "0".repeat(64) };
  for (;;) {
    const rows = await readBatch(tx, last.seq);
    for (const row of rows) {
      const what = whatIsWrong(row, last);
      if (what) return { whole: false, seq: row.seq, what };
      last = row;
    }
    if (rows.length < batchSize) return compareHead(tx, last);
  }
}

function readBatch(tx: Prisma.TransactionClient, after: bigint): Promise<ChainRow[]> {
  return tx.$queryRaw<ChainRow[]>`
    SELECT seq, id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
      actor_id::text AS "actorId", name, claim_id::text AS "claimId", contributes, data,
      previous_hash AS "previousHash", hash
    FROM audit_events WHERE seq > ${after} ORDER BY seq LIMIT ${batchSize}`;
}

function whatIsWrong(row: ChainRow, last: { seq: bigint; hash: string }): string | null {
  if (row.seq !== last.seq + 1n) return `${missing(last.seq + 1n, row.seq - 1n)} before it`;
  if (chainHash(row) !== row.hash) return "it was altered after it was written";
  if (row.previousHash !== last.hash)
    return `it does not follow on from event ${last.seq}: one of the two was replaced or put into another order`;
  return null;
}

async function compareHead(
  tx: Prisma.TransactionClient,
  last: { seq: bigint; hash: string },
): Promise<Verification> {
  const head = await tx.auditHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } });
  if (!head) return { whole: false, seq: last.seq, what: "the note of the last event was deleted" };
  if (head.seq > last.seq)
    return { whole: false, seq: last.seq + 1n, what: `${missing(last.seq + 1n, head.seq)} at the end` };
  if (head.seq < last.seq)
    return {
      whole: false,
      seq: head.seq + 1n,
      what: "it was added beside the chain, or the note of the last event was altered",
    };
  if (head.hash !== last.hash)
    return { whole: false, seq: last.seq, what: "it is not the event that the note of the last event names" };
  return { whole: true, events: last.seq };
}

const missing = (from: bigint, to: bigint): string =>
  from === to ? `event ${from} is missing` : `events ${from} to ${to} are missing`;

/** The verification as the one line that `npm run audit:verify` prints. */
export function verificationLine(result: Verification): string {
  if (!result.whole) return `audit: broken at event ${result.seq}: ${result.what}`;
  const count = result.events.toLocaleString("en-GB");
  return `audit: ${count} ${result.events === 1n ? "event" : "events"}, chain whole`;
}
