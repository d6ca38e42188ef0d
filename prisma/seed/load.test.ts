import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stages } from "../../lib/claims/schema.ts";
import { disconnect } from "../../lib/clients.ts";
import { db } from "../../lib/db.ts";
import { positionStances, relationKinds } from "../../lib/disputes/schema.ts";
import { correctionClass, grade } from "../../lib/editions/schema.ts";
import { evidenceKinds } from "../../lib/evidence/schema.ts";
import { findPublishedClaim } from "../../lib/publication/queries.ts";
import { findWithheldPage } from "../../lib/publication/withheld.ts";
import { connectAs } from "../test-database.ts";
import { loadSample } from "./load.ts";

const dayMs = 24 * 60 * 60 * 1000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-sample-"));
  process.env.ASSAY_DATA = folder;
  // The clock of this application is wrong by more than a year; the database's is right.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 400 * dayMs });
  await loadSample();
  vi.useRealTimers();
}, 120_000);
afterAll(async () => {
  await disconnect();
  await rm(folder, { recursive: true, force: true });
});

const distinct = (rows: object[], column: string) =>
  new Set(
    rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (name === column ? [value] : []))),
  );

describe("the sample shows", () => {
  test("every stage, and every public state but that of a page that is withheld", async () => {
    const claims = await db.claim.findMany({ select: { stage: true, publicState: true } });
    expect(distinct(claims, "stage")).toEqual(new Set(stages));
    expect(distinct(claims, "publicState")).toEqual(new Set(["never", "public", "retracted"]));
  });
  test("every rating and every grade", async () => {
    const ratings = await db.rating.findMany({ select: { id: true } });
    const verdicts = await db.verdict.findMany({ select: { ratingId: true, grade: true } });
    expect(distinct(verdicts, "ratingId")).toEqual(new Set(ratings.map(({ id }) => id)));
    expect(distinct(verdicts, "grade")).toEqual(new Set(grade.options));
  });
  test("every class of correction", async () => {
    const editions = await db.edition.findMany({ select: { correctionClass: true } });
    expect(distinct(editions, "correctionClass")).toEqual(new Set([null, ...correctionClass.options]));
  });
  test("an earlier edition that is withheld, which a second person confirmed, of a page that is not", async () => {
    const withheld = await db.withheldEdition.findMany({
      select: { number: true, ground: true, slug: true },
    });
    expect(withheld).toEqual([{ number: 1, ground: "privacy", slug: expect.any(String) as string }]);
    expect(await findWithheldPage(withheld[0]?.slug ?? "", "1")).toMatchObject({
      editions: [{ confirmed: true }],
    });
    expect((await findPublishedClaim(withheld[0]?.slug ?? ""))?.edition).toMatchObject({
      number: 2,
      withheld: [{ number: 1 }],
    });
  });
  test("every kind of evidence", async () => {
    const evidence = await db.evidence.findMany({ select: { kind: true } });
    expect(distinct(evidence, "kind")).toEqual(new Set(evidenceKinds));
  });
  test("copies of sources, and quotes that were taken from them", async () => {
    const copies = await db.snapshot.findMany({ select: { outcome: true, id: true } });
    expect(distinct(copies, "outcome")).toEqual(new Set(["captured"]));
    const quoted = await db.evidence.findMany({
      where: { quoteStart: { not: null } },
      select: { snapshotId: true },
    });
    expect(distinct(quoted, "snapshotId")).toEqual(distinct(copies, "id"));
  });
  test("stances that are no assertion, among them answers that deny nothing", async () => {
    const positions = await db.position.findMany({ select: { stance: true } });
    expect(distinct(positions, "stance")).toEqual(new Set(positionStances));
  });
  test("sources that are public, described, hidden, and graphic", async () => {
    const sources = await db.source.findMany({ select: { visibility: true, graphic: true } });
    expect(distinct(sources, "visibility")).toEqual(new Set(["public", "described", "hidden"]));
    expect(distinct(sources, "graphic")).toEqual(new Set([true, false]));
  });
  test("every kind of relation", async () => {
    const relations = await db.relation.findMany({ select: { kind: true } });
    expect(distinct(relations, "kind")).toEqual(new Set(relationKinds));
  });
  test("an article that changed: a number in one passage, the place of others", async () => {
    const fates = await db.passageRefound.findMany({ select: { outcome: true, exact: true } });
    expect(distinct(fates, "outcome")).toEqual(new Set(["exact", "moved", "altered"]));
    expect(fates.filter(({ outcome }) => outcome === "altered")).toEqual([
      { outcome: "altered", exact: "38 civilians had died in Velm on Monday" },
    ]);
  });
});

test("every instant that is kept is by the clock of the database, however wrong that of the application is", async () => {
  const owner = await connectAs("owner");
  const { rows: columns } = await owner.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'timestamp with time zone'`,
  );
  const kept: string[] = [];
  for (const { table, column } of columns) {
    // An invitation ends a week from now.
    const { rows } = await owner.query<{ n: number; wrong: number }>(
      `SELECT count(${column})::int AS n, (count(*) FILTER (WHERE ${column} NOT BETWEEN
         now() - interval '1 hour' AND now() + interval '8 days'))::int AS wrong FROM ${table}`,
    );
    expect(rows[0]?.wrong, `${table}.${column}`).toBe(0);
    if (rows[0]?.n) kept.push(table);
  }
  expect(kept).toEqual(
    expect.arrayContaining(["editions", "publications", "reviews", "snapshots", "claims"]),
  );
});
