import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { addArticle } from "./commands.ts";
import { markCoverage, unmarkCoverage } from "./coverage.ts";
import { listCoverage } from "./queries.ts";
import { lookedAt, withMarks, type CoverageMark } from "./rules.ts";
import { addArticleInput, markCoverageInput } from "./schema.ts";

const text = "One 😀 sentence. Two here.\nThree at last.";
const [one, two, three] = [
  { start: 0, end: 15 },
  { start: 16, end: 25 },
  { start: 26, end: 40 },
];
let checker: Member;
let articleId: string;
let articleVersionId: string;

const opinion = (...spans: { start: number; end: number }[]) =>
  markCoverage(checker, { articleVersionId, spans, kind: "opinion" });
const notCheckable = (reason: string, ...spans: { start: number; end: number }[]) =>
  markCoverage(checker, { articleVersionId, spans, kind: "not_checkable", reason });
const marks = () => listCoverage(checker, articleVersionId);
const events = async () =>
  (await db.auditEvent.findMany({ where: { name: { startsWith: "coverage." } }, orderBy: { seq: "asc" } }))
    .map(({ name, data }) => ({ name, ...(JSON.parse(data) as { versionId: string; mark: unknown }) }))
    .filter(({ versionId }) => versionId === articleVersionId);

beforeAll(async () => {
  checker = await aMember("checker");
});

async function freshArticle(): Promise<void> {
  const input = { idempotencyKey: randomUUID(), title: "Marks", language: "en", text };
  ({ articleId, versionId: articleVersionId } = await addArticle(checker, addArticleInput.parse(input)));
}

test("a mark stands on each sentence with its kind and reason, and leaves one event that says all of it", async () => {
  await freshArticle();
  expect(await opinion(two, one)).toEqual({ marked: 2 });
  await notCheckable("A forecast", three);
  expect(await marks()).toEqual([
    { ...one, kind: "opinion", reason: null },
    { ...two, kind: "opinion", reason: null },
    { ...three, kind: "not_checkable", reason: "A forecast" },
  ]);
  expect(await events()).toMatchObject([
    { name: "coverage.marked", articleId, mark: { kind: "opinion", reason: null, spans: [one, two] } },
    { name: "coverage.marked", mark: { kind: "not_checkable", reason: "A forecast", spans: [three] } },
  ]);
});

test("a second mark takes the place of the first and says so; the same mark again changes nothing", async () => {
  await freshArticle();
  await opinion(one);
  expect(await opinion(one)).toEqual({ marked: 0 });
  await notCheckable("Too vague", { start: 4, end: 20 });
  expect(await marks()).toEqual([{ start: 4, end: 20, kind: "not_checkable", reason: "Too vague" }]);
  expect((await events()).map(({ mark }) => mark)).toMatchObject([
    { kind: "opinion" },
    { kind: "not_checkable", replaced: [{ ...one, kind: "opinion", reason: null }] },
  ]);
});

test("marks are taken off wherever they overlap, with an event; where there are none nothing is recorded", async () => {
  await freshArticle();
  await opinion(one, two, three);
  const off = (span: { start: number; end: number }) =>
    unmarkCoverage(checker, { articleVersionId, spans: [span] });
  expect(await off({ start: 14, end: 17 })).toEqual({ unmarked: 2 });
  expect(await off({ start: 14, end: 17 })).toEqual({ unmarked: 0 });
  expect(await marks()).toMatchObject([three]);
  expect((await events()).map(({ name }) => name)).toEqual(["coverage.marked", "coverage.unmarked"]);
});

test("two people who mark the same sentence at once leave one mark on it", async () => {
  await freshArticle();
  await Promise.all([opinion(one), notCheckable("Too vague", one), opinion({ start: 2, end: 12 })]);
  expect(await marks()).toHaveLength(1);
});

test("places that the text does not have, blank places and places that overlap are refused, and nothing is marked", async () => {
  await freshArticle();
  for (const stray of [
    { start: 26, end: 41 },
    { start: 40, end: 41 },
    { start: 900, end: 901 },
    { start: 15, end: 16 },
    { start: 9, end: 9 },
  ])
    await expect(opinion(stray), JSON.stringify(stray)).rejects.toMatchObject({ code: "invalid" });
  await expect(opinion(one, { start: 14, end: 20 })).rejects.toMatchObject({ code: "invalid" });
  await expect(
    markCoverage(checker, { articleVersionId: randomUUID(), spans: [one], kind: "opinion" }),
  ).rejects.toMatchObject({ code: "not_found" });
  expect(await marks()).toEqual([]);
});

test("not checkable needs a reason of at most 500 characters, an opinion has none", () => {
  const input = { articleVersionId: randomUUID(), spans: [one] };
  const parse = (more: object) => markCoverageInput.safeParse({ ...input, ...more });
  expect(parse({ kind: "not_checkable", reason: " " }).success).toBe(false);
  expect(parse({ kind: "not_checkable", reason: "x".repeat(501) }).success).toBe(false);
  expect(parse({ kind: "opinion", reason: "x" }).data).not.toHaveProperty("reason");
  expect(parse({ kind: "opinion", spans: [] }).success).toBe(false);
});

const aSpan = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }))
  .map(([start, by]) => ({ start, end: start + by }));
const aMark = aSpan.map((span): CoverageMark => ({ ...span, kind: "opinion", reason: null }));

test("each sentence is logged where a passage touches it, else what its mark says, else not looked at", () => {
  const sentences = Array.from({ length: 10 }, (_, at) => ({ start: at * 7, end: at * 7 + 6 }));
  fc.assert(
    fc.property(fc.array(aSpan, { maxLength: 6 }), fc.array(aMark, { maxLength: 6 }), (passages, marked) => {
      for (const [at, looked] of lookedAt(sentences, passages, marked).entries()) {
        const sentence = sentences[at] ?? one;
        const hit = (span: typeof one) => span.start < sentence.end && span.end > sentence.start;
        expect(looked).toBe(passages.some(hit) ? "logged" : marked.some(hit) ? "opinion" : null);
      }
    }),
  );
});

test("the marks that are shown at once are those that the server would keep", async () => {
  await freshArticle();
  let shown: CoverageMark[] = [];
  const steps = [
    { spans: [one, three], put: { kind: "opinion", reason: null } },
    { spans: [{ start: 10, end: 18 }], put: { kind: "not_checkable", reason: "Too vague" } },
    { spans: [three], put: null },
  ] as const;
  for (const { spans, put } of steps) {
    shown = withMarks(shown, spans, put);
    if (put?.kind === "not_checkable") await notCheckable(put.reason, ...spans);
    else if (put) await opinion(...spans);
    else await unmarkCoverage(checker, { articleVersionId, spans: [...spans] });
    expect(await marks()).toEqual(shown);
  }
});
