import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { addArticle } from "../articles/commands.ts";
import { addArticleInput } from "../articles/schema.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { addPassage, logClaim, startChecking } from "./commands.ts";
import { addPassageInput, logClaimInput } from "./schema.ts";
import { addArticleVersion, noteAlteration } from "./versions.ts";

const text = [
  "The bridge opened at noon on a wet day.",
  "Forty carts crossed it in the first hour, the company said. Nobody counted the sheep.",
  "The mayor did not come.",
].join("\n");
const altered = text.replace("Forty", "Four");

let checker: Member;
let other: Member;
beforeAll(async () => {
  [checker, other] = [await aMember("checker"), await aMember("checker")];
});

async function anArticle(...quotes: string[]) {
  const input = addArticleInput.parse({
    idempotencyKey: randomUUID(),
    title: "The bridge",
    language: "en",
    text,
  });
  const article = await addArticle(checker, input);
  const claims = [];
  for (const exact of quotes) claims.push(await aClaim(article.versionId, exact));
  return { ...article, claims };
}

const aClaim = (articleVersionId: string, exact: string) =>
  logClaim(
    checker,
    logClaimInput.parse({
      idempotencyKey: randomUUID(),
      articleVersionId,
      exact,
      wording: "Carts crossed the bridge",
      kind: "quantity",
      language: "en",
    }),
  );

const refoundIn = async (articleVersionId: string) =>
  db.passageRefound.findMany({
    where: { articleVersionId },
    orderBy: { passage: { start: "asc" } },
    select: {
      id: true,
      passageId: true,
      articleVersionId: true,
      outcome: true,
      exact: true,
      alarming: true,
      seenById: true,
    },
  });
const eventsNamed = async (name: string, id: string) =>
  (await db.auditEvent.findMany({ where: { name } })).filter(({ data }) => data.includes(id));

async function asApp(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

test("a new version says of every passage what became of it, and the passage stays on the version that was checked", async () => {
  const { articleId, versionId } = await anArticle(
    "opened at noon",
    "Forty carts crossed it",
    "The mayor did not come.",
  );
  const after = altered.replace("\nThe mayor did not come.", "");
  const made = await addArticleVersion(other, { articleId, text: after, version: 1 });
  expect(made.version).toBe(2);
  expect(await refoundIn(made.versionId)).toMatchObject([
    { outcome: "exact", exact: "opened at noon", alarming: false },
    { outcome: "altered", exact: "Four carts crossed it", alarming: true },
    { outcome: "lost", exact: null, alarming: false },
  ]);
  expect(await db.passage.count({ where: { articleVersionId: versionId } })).toBe(3);
  const [event] = await eventsNamed("article.version-added", articleId);
  expect(JSON.parse(event?.data ?? "")).toMatchObject({
    number: 2,
    found: { exact: 1, altered: 1, lost: 1 },
  });
});

test("a third version finds the passages of the first and of the second", async () => {
  const { articleId } = await anArticle("Forty carts crossed it");
  const second = await addArticleVersion(checker, { articleId, text: altered, version: 1 });
  await aClaim(second.versionId, "Four carts crossed it");
  const third = await addArticleVersion(checker, { articleId, text: `New above.\n${altered}`, version: 2 });
  const outcomes = (await refoundIn(third.versionId)).map(({ outcome }) => outcome);
  expect(outcomes.toSorted()).toEqual(["altered", "moved"]);
});

test("the same text again makes no version, however it is sent", async () => {
  const { articleId } = await anArticle();
  const input = { articleId, text: altered, version: 1 };
  const [first, second] = await Promise.all([
    addArticleVersion(checker, input),
    addArticleVersion(checker, input),
  ]);
  expect(second).toEqual(first);
  expect(await db.articleVersion.count({ where: { articleId } })).toBe(2);
});

test("of two people who add different texts at once one is told what the other added", async () => {
  const { articleId } = await anArticle();
  const results = await Promise.allSettled([
    addArticleVersion(checker, { articleId, text: `${text} One.`, version: 1 }),
    addArticleVersion(other, { articleId, text: `${text} Two.`, version: 1 }),
  ]);
  const refused = results.find((result) => result.status === "rejected");
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(refused?.reason).toMatchObject({ code: "conflict", theirs: { version: 2 } });
  expect(await db.articleVersion.count({ where: { articleId } })).toBe(2);
});

test("coverage marks go along with sentences whose words stayed, and with no others", async () => {
  const { articleId, versionId } = await anArticle();
  for (const words of ["The bridge opened at noon on a wet day.", "The mayor did not come."]) {
    const start = text.indexOf(words);
    await asApp(
      `INSERT INTO coverage_marks (id, article_version_id, start, "end", kind, created_by_id) VALUES ($1, $2, $3, $4, 'opinion', $5)`,
      [randomUUID(), versionId, start, start + words.length, checker.id],
    );
  }
  const after = `Above.\n${text.replace("did not come", "came")}`;
  const made = await addArticleVersion(checker, { articleId, text: after, version: 1 });
  const marks = await db.coverageMark.findMany({ where: { articleVersionId: made.versionId } });
  expect(marks).toMatchObject([{ start: 7, kind: "opinion", createdById: checker.id }]);
});

test("a passage that is added to an earlier version is found in the later ones at once", async () => {
  const { articleId, versionId } = await anArticle();
  const made = await addArticleVersion(checker, { articleId, text: altered, version: 1 });
  const { claimId } = await aClaim(versionId, "Forty carts");
  await addPassage(checker, { claimId, articleVersionId: versionId, exact: "did not come" });
  expect(await refoundIn(made.versionId)).toMatchObject([{ outcome: "altered" }, { outcome: "moved" }]);
});

test("a passage and a version that are added at the same moment meet: none is left unfound", async () => {
  const { articleId, versionId } = await anArticle();
  const [made] = await Promise.all([
    addArticleVersion(checker, { articleId, text: altered, version: 1 }),
    aClaim(versionId, "Forty carts"),
    aClaim(versionId, "The mayor"),
  ]);
  expect(await refoundIn(made.versionId)).toHaveLength(2);
});

test("an alteration is noted once, at any stage, and makes nobody a contributor", async () => {
  const { articleId, claims } = await anArticle("Forty carts crossed it");
  await startChecking(checker, { claimId: claims[0]?.claimId ?? "" });
  const made = await addArticleVersion(checker, { articleId, text: altered, version: 1 });
  const [row] = await refoundIn(made.versionId);
  const seen = { passageId: row?.passageId ?? "", articleVersionId: made.versionId };
  await Promise.all([noteAlteration(checker, seen), noteAlteration(other, seen)]);
  const events = await eventsNamed("passage.alteration-seen", seen.passageId);
  expect(events).toMatchObject([{ claimId: claims[0]?.claimId, contributes: false }]);
});

test("what was noted is not said again while the next version leaves it so, and is said when it changes", async () => {
  const { articleId } = await anArticle("Forty carts crossed it");
  const second = await addArticleVersion(checker, { articleId, text: altered, version: 1 });
  const [row] = await refoundIn(second.versionId);
  await noteAlteration(checker, { passageId: row?.passageId ?? "", articleVersionId: second.versionId });
  const third = await addArticleVersion(other, { articleId, text: `Above.\n${altered}`, version: 2 });
  expect(await refoundIn(third.versionId)).toMatchObject([{ outcome: "altered", seenById: checker.id }]);
  const fourth = await addArticleVersion(other, {
    articleId,
    text: text.replace("Forty", "Nine"),
    version: 3,
  });
  expect(await refoundIn(fourth.versionId)).toMatchObject([{ outcome: "altered", seenById: null }]);
});

test("only altered and lost passages are noted, and only known articles get versions", async () => {
  const { articleId } = await anArticle("opened at noon");
  const made = await addArticleVersion(checker, { articleId, text: altered, version: 1 });
  const [row] = await refoundIn(made.versionId);
  await expect(
    noteAlteration(checker, { passageId: row?.passageId ?? "", articleVersionId: made.versionId }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
  const unknown = { articleId: randomUUID(), text, version: 1 };
  await expect(addArticleVersion(checker, unknown)).rejects.toMatchObject({ code: "not_found" });
});

test(
  "200 passages in half a million bytes are found within the time that a transaction has",
  { timeout: 60_000 },
  async () => {
    const line = (at: number) =>
      `Line ${at}: ${at * 7} carts crossed the bridge of town${at % 911} and nobody counted more.\n`;
    const lines = Array.from({ length: 6300 }, (_, at) => line(at));
    const input = addArticleInput.parse({
      idempotencyKey: randomUUID(),
      title: "Long",
      language: "en",
      text: lines.join(""),
    });
    const { articleId, versionId } = await addArticle(checker, input);
    const { claimId } = await aClaim(versionId, "Line 0:");
    await asApp(
      `INSERT INTO passages (id, article_version_id, claim_id, start, "end", exact, prefix, suffix, created_by_id)
     SELECT gen_random_uuid(), $1, $2, at, at + 60, substr(text, at + 1, 60), '', '', $3
     FROM article_versions, generate_series(0, 398000, 2000) AS at WHERE id = $1`,
      [versionId, claimId, checker.id],
    );
    const after = lines
      .map((words, at) => (at % 9 === 0 ? words.replace("crossed", "missed") : words))
      .join("");
    const made = await addArticleVersion(checker, { articleId, text: `Above.\n${after}`, version: 1 });
    expect(await db.passageRefound.count({ where: { articleVersionId: made.versionId } })).toBe(201);
  },
);

test("a passage that is taken off while a version is added makes the version say so, and a second try adds it", async () => {
  const { articleId, versionId, claims } = await anArticle("Forty carts crossed it");
  const claimId = claims[0]?.claimId ?? "";
  await addPassage(
    checker,
    addPassageInput.parse({ claimId, articleVersionId: versionId, exact: "Nobody counted" }),
  );
  const remover = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await remover.connect();
  await remover.query("BEGIN");
  await remover.query("DELETE FROM passages WHERE claim_id = $1 AND exact = 'Nobody counted'", [claimId]);
  const input = { articleId, text: altered, version: 1, snapshotId: "" };
  const adding = addArticleVersion(checker, input).catch((error: unknown) => error);
  const waits = "SELECT 1 FROM pg_locks WHERE NOT granted";
  while ((await remover.query(waits)).rowCount === 0);
  await remover.query("COMMIT");
  await remover.end();
  expect(await adding).toMatchObject({ code: "conflict" });
  expect(await addArticleVersion(checker, input)).toMatchObject({ version: 2 });
});
