import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import { superuserUrl } from "../../scripts/roles.ts";
import type { Member } from "../auth/schema.ts";
import { audited } from "./audited.ts";
import { verificationLine, verifyAudit } from "./verify.ts";

let checker: Member;
let claimId: string;
/** Somebody with all the rights that there are on the machine of the database: no trigger stops them. */
let intruder: pg.Client;

const addEvents = (count: number) =>
  audited(checker, async (_tx, record) => {
    for (let i = 0; i < count; i++) record({ name: "claim.assigned", claimId, assigneeId: checker.id });
  });

beforeAll(async () => {
  checker = await aMember();
  claimId = (await aClaim(checker)).id;
  await addEvents(9);
  const { port, secrets } = inject("cluster");
  const url = new URL(superuserUrl(port, secrets));
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  intruder = new pg.Client({ connectionString: url.href });
  await intruder.connect();
  await intruder.query("SET session_replication_role = replica");
});
afterAll(() => intruder.end());

/** Does it, verifies, and puts both tables back as they were. */
async function verifyAfter(...statements: string[]) {
  await intruder.query("CREATE TEMP TABLE kept AS TABLE audit_events");
  await intruder.query("CREATE TEMP TABLE kept_head AS TABLE audit_head");
  for (const statement of statements) await intruder.query(statement);
  const result = await verifyAudit();
  await intruder.query("DELETE FROM audit_events; INSERT INTO audit_events TABLE kept; DROP TABLE kept");
  await intruder.query(
    "DELETE FROM audit_head; INSERT INTO audit_head TABLE kept_head; DROP TABLE kept_head",
  );
  expect(await verifyAudit()).toMatchObject({ whole: true });
  return result;
}

test("a whole chain is told with its number of events", async () => {
  const result = await verifyAudit();
  expect(result).toEqual({ whole: true, events: 9n });
  expect(verificationLine(result)).toBe("audit: 9 events, chain whole");
  expect(verificationLine({ whole: true, events: 1234n })).toBe("audit: 1,234 events, chain whole");
});

test.each([
  ["data", "data = replace(data, 'claimId', 'claimid')"],
  ["time", "at = at + interval '1 microsecond'"],
  ["actor", `actor_id = '${randomUUID()}'`],
  ["no actor", "actor_id = NULL"],
  ["hash", "hash = reverse(hash)"],
  ["previous hash", "previous_hash = reverse(previous_hash)"],
  ["name", "name = 'claim.reopened'"],
  ["claim", "claim_id = NULL"],
  ["contribution", "contributes = NOT contributes"],
  ["id", `id = '${randomUUID()}'`],
])("an altered %s is found in its row", async (_what, change) => {
  const result = await verifyAfter(`UPDATE audit_events SET ${change} WHERE seq = 5`);
  expect(result).toMatchObject({ whole: false, seq: 5n, what: "it was altered after it was written" });
});

test("a row that was altered and hashed anew is betrayed by the one after it", async () => {
  const result = await verifyAfter(
    `UPDATE audit_events SET data = '{}', hash = encode(sha256(convert_to(concat_ws(E'\\n', previous_hash, seq::text, id::text,
       to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_id::text, name, claim_id::text,
       CASE WHEN contributes THEN '1' ELSE '0' END, '{}'), 'UTF8')), 'hex') WHERE seq = 5`,
  );
  expect(result).toMatchObject({ whole: false, seq: 6n });
  expect(verificationLine(result)).toMatch(/^audit: broken at event 6: it does not follow on from event 5/);
});

test("a missing row is named by the one after it, the first and the last one included", async () => {
  expect(await verifyAfter("DELETE FROM audit_events WHERE seq = 4")).toMatchObject({
    seq: 5n,
    what: "event 4 is missing before it",
  });
  expect(await verifyAfter("DELETE FROM audit_events WHERE seq IN (1, 2)")).toMatchObject({
    seq: 3n,
    what: "events 1 to 2 are missing before it",
  });
  expect(await verifyAfter("DELETE FROM audit_events WHERE seq = 9")).toMatchObject({
    seq: 9n,
    what: "event 9 is missing at the end",
  });
  expect(await verifyAfter("DELETE FROM audit_events")).toMatchObject({ whole: false, seq: 1n });
});

test("two rows in each other's place are found", async () => {
  const result = await verifyAfter(
    "UPDATE audit_events SET seq = -seq WHERE seq IN (3, 7)",
    "UPDATE audit_events SET seq = 10 + seq WHERE seq < 0",
  );
  expect(result).toMatchObject({ whole: false, seq: 3n });
});

test("a head that was altered, put back or deleted is found", async () => {
  expect(await verifyAfter("UPDATE audit_head SET hash = reverse(hash)")).toMatchObject({ seq: 9n });
  expect(await verifyAfter("UPDATE audit_head SET seq = 8")).toMatchObject({ whole: false, seq: 9n });
  expect(await verifyAfter("DELETE FROM audit_head")).toMatchObject({ whole: false });
});

test("forty writers at once leave one whole chain, and the verifier may read meanwhile", async () => {
  const before = await verifyAudit();
  const writes = Array.from({ length: 40 }, () => addEvents(3));
  const meanwhile = await Promise.all([verifyAudit(), verifyAudit()]);
  const settled = await Promise.allSettled(writes);
  expect(meanwhile.every(({ whole }) => whole)).toBe(true);
  const done = settled.filter(({ status }) => status === "fulfilled").length;
  expect(done).toBeGreaterThan(1);
  const after = await verifyAudit();
  expect(after).toEqual({ whole: true, events: (before.whole ? before.events : 0n) + BigInt(3 * done) });
});

test("a chain longer than one batch is read to its end", async () => {
  for (let added = 0; added < 2100; added += 100) await addEvents(100);
  const result = await verifyAudit();
  expect(result.whole && result.events > 2100n).toBe(true);
});
