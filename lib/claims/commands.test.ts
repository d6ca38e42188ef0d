import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { addArticle, reviseArticleDetails } from "../articles/commands.ts";
import { getArticle } from "../articles/queries.ts";
import { addArticleInput } from "../articles/schema.ts";
import { aMember } from "../../prisma/desk-factories.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { closeFullText, openFullText } from "../publication/commands.ts";
import * as claims from "./commands.ts";
import { listMyWork } from "./my-work.ts";
import { countMine, getClaimByNumber, listClaims, listPassages } from "./queries.ts";
import { logClaimInput, rewordClaimInput, shelveClaimInput } from "./schema.ts";

const text = "One 😀 two.\n\nTwo hundred men were killed, he said.\nOne more two.";
let checker: Member;
let editor: Member;
let article: { articleId: string; versionId: string };

async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

const anArticle = (change: Record<string, unknown> = {}) =>
  addArticleInput.parse({ idempotencyKey: randomUUID(), title: "Strikes", language: "en", text, ...change });
const aClaim = (change: Record<string, unknown> = {}) =>
  logClaimInput.parse({
    idempotencyKey: randomUUID(),
    articleVersionId: article.versionId,
    exact: "Two hundred men were killed",
    wording: "The strikes killed 200 men",
    kind: "quantity",
    language: "en",
    ...change,
  });
const logged = (change?: Record<string, unknown>) => claims.logClaim(checker, aClaim(change));
const eventsOf = async (claimId: string) =>
  (await db.auditEvent.findMany({ where: { claimId }, orderBy: { seq: "asc" } })).map(({ name }) => name);

beforeAll(async () => {
  checker = await aMember("checker");
  editor = await aMember("editor");
  article = await addArticle(checker, anArticle());
});

test("an article sent twice at once is added once, with its text and digest as version 1", async () => {
  const input = anArticle({ outlet: "The Courier", publishedOn: "2015-10" });
  const [first, second] = await Promise.all([addArticle(checker, input), addArticle(checker, input)]);
  expect(second).toEqual(first);
  const view = await getArticle(checker, first.articleId);
  expect(view).toMatchObject({ outlet: "The Courier", publishedOn: "2015-10", addedBy: [checker.id] });
  expect(view.text).toMatchObject({ number: 1, text });
  expect(await db.article.count({ where: { idempotencyKey: input.idempotencyKey } })).toBe(1);
});

test("an article of exactly 500,000 bytes is kept whole", async () => {
  const { articleId } = await addArticle(checker, anArticle({ text: "é".repeat(250_000) }));
  expect((await getArticle(checker, articleId)).text.text.length).toBe(250_000);
});

test("details of an article are changed from the version that was seen, or refused with what stands there now", async () => {
  const { articleId } = await addArticle(checker, anArticle());
  const details = { articleId, author: "", url: "", outlet: "", publishedOn: "", language: "en" };
  await reviseArticleDetails(editor, { ...details, title: "First", version: 1 });
  await expect(
    reviseArticleDetails(checker, { ...details, title: "Second", version: 1 }),
  ).rejects.toMatchObject({ code: "conflict", theirs: { title: "First", version: 2 } });
});

test("the whole text is opened by an editor who did not add it, and by nobody else", async () => {
  const mine = await addArticle(editor, anArticle());
  await expect(openFullText(editor, mine)).rejects.toMatchObject({ code: "forbidden" });
  await expect(openFullText(checker, mine)).rejects.toMatchObject({ code: "forbidden" });
  await openFullText(editor, article);
  await openFullText(editor, article);
  expect(await getArticle(checker, article.articleId)).toMatchObject({ fullTextVersion: 1 });
  await expect(closeFullText(checker, article)).rejects.toMatchObject({ code: "forbidden" });
  await closeFullText(editor, article);
  expect(await getArticle(checker, article.articleId)).toMatchObject({ fullTextVersion: null });
});

test("a claim sent three times at once is logged once, with its passage and its events", async () => {
  const input = aClaim({ claimant: "The ministry", claimantKind: "government", saidOn: "2015-10-01" });
  const send = () => claims.logClaim(checker, input);
  const [first, ...others] = await Promise.all([send(), send(), send()]);
  expect(others).toEqual([first, first]);
  const { claimId, number } = first;
  expect(await eventsOf(claimId)).toEqual(["claim.logged", "passage.added"]);
  const view = await getClaimByNumber(checker, number);
  expect(view).toMatchObject({
    wording: "The strikes killed 200 men",
    claimant: { name: "The ministry", kind: "government" },
    saidOn: "2015-10-01",
    stage: "logged",
    publicState: "never",
    assignee: null,
    createdBy: { id: checker.id },
  });
  expect(view.passages).toMatchObject([{ start: 12, end: 39, prefix: "One 😀 two.\n\n" }]);
});

test("the words of a passage must stand where they are said to stand, or exactly once", async () => {
  await expect(logged({ exact: "nowhere" })).rejects.toMatchObject({
    code: "invalid",
    fields: { exact: expect.stringContaining("do not stand in the article") as string },
  });
  await expect(logged({ exact: "two." })).rejects.toMatchObject({
    fields: { exact: expect.stringContaining("2 times") as string },
  });
  await expect(logged({ exact: "two.", start: 5, end: 9 })).rejects.toMatchObject({ code: "invalid" });
  const { number } = await logged({ exact: "two.", start: 6, end: 10 });
  expect((await getClaimByNumber(checker, number)).passages).toMatchObject([{ start: 6, exact: "two." }]);
});

test("a passage that was refused leaves neither claim nor claimant behind", async () => {
  await expect(logged({ exact: "nowhere", claimant: "A ghost", claimantKind: "person" })).rejects.toThrow();
  expect(await db.party.count({ where: { name: "A ghost" } })).toBe(0);
});

test("a claim has several passages, the same place once, and always at least one", async () => {
  const { claimId, number } = await logged();
  const more = { claimId, articleVersionId: article.versionId, exact: "he said" };
  const added = await claims.addPassage(editor, more);
  expect(await claims.addPassage(editor, more)).toEqual(added);
  expect((await getClaimByNumber(checker, number)).passages).toHaveLength(2);
  const [first] = (await getClaimByNumber(checker, number)).passages;
  await claims.removePassage(editor, { claimId, passageId: first?.id ?? "" });
  await expect(claims.removePassage(editor, { claimId, ...added })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(claims.removePassage(editor, { claimId, passageId: randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a claim is reworded from the version that was seen, or refused with what stands there now", async () => {
  const { claimId } = await logged();
  const reword = (change: Record<string, unknown>) =>
    claims.rewordClaim(
      checker,
      rewordClaimInput.parse({ claimId, version: 1, kind: "quantity", language: "en", ...change }),
    );
  expect(await reword({ wording: "First", claimantUnknown: true })).toEqual({ version: 2 });
  await expect(reword({ wording: "Second" })).rejects.toMatchObject({
    code: "conflict",
    theirs: { wording: "First", claimantUnknown: true, claimant: "", saidOn: "", version: 2 },
  });
  const same = { wording: "First", claimantUnknown: true, version: 2 };
  expect(await reword(same)).toEqual({ version: 2 });
  expect((await eventsOf(claimId)).filter((name) => name === "claim.reworded")).toHaveLength(1);
});

test("who names a claimant says what kind of party it is, and nothing is taken for granted", () => {
  const words = aClaim({ claimant: "", claimantKind: "person" });
  expect(logClaimInput.safeParse({ ...words, claimantKind: undefined }).success).toBe(true);
  const { error } = logClaimInput.safeParse({ ...words, claimant: "The ministry", claimantKind: undefined });
  expect(error?.issues).toMatchObject([
    { path: ["claimantKind"], message: "Say what kind of party this is." },
  ]);
});

test("a claim is assigned to active members only, and to nobody", async () => {
  const { claimId } = await logged();
  const before = await countMine(editor);
  await claims.assignClaim(checker, { claimId, assigneeId: editor.id, version: "" });
  expect(await countMine(editor)).toBe(before + 1);
  expect((await listMyWork(editor)).byStage.flatMap((group) => group.claims)).toMatchObject([
    { id: claimId },
  ]);
  await claims.assignClaim(checker, { claimId, assigneeId: null, version: editor.id });
  expect(await countMine(editor)).toBe(before);
  const gone = await aMember("checker");
  await asOwner("UPDATE users SET deactivated_at = now() WHERE id = $1", [gone.id]);
  for (const assigneeId of [gone.id, randomUUID()])
    await expect(claims.assignClaim(checker, { claimId, assigneeId, version: "" })).rejects.toMatchObject({
      code: "invalid",
    });
});

test("a claim that somebody gave to another meanwhile stays with them, and whoever comes later is told whose it is", async () => {
  const { claimId } = await logged();
  await claims.assignClaim(checker, { claimId, assigneeId: editor.id, version: "" });
  for (const assigneeId of [checker.id, null])
    await expect(
      claims.assignClaim(checker, { claimId, assigneeId, version: checker.id }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(editor.name) as string });
  expect(await claims.assignClaim(checker, { claimId, assigneeId: editor.id, version: "" })).toEqual({
    assigneeId: editor.id,
    version: editor.id,
  });
});

test("whoever starts checking a claim that is nobody's has it from then on", async () => {
  const { claimId, number } = await logged();
  const both = await Promise.allSettled([
    claims.startChecking(checker, { claimId }),
    claims.startChecking(editor, { claimId }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await getClaimByNumber(checker, number)).stage).toBe("checking");
  expect(await eventsOf(claimId)).toEqual([
    "claim.logged",
    "passage.added",
    "claim.check-started",
    "claim.assigned",
  ]);
});

test("a claim is shelved with its reason, a duplicate with the other's number, and reopened without either", async () => {
  const [{ claimId, number }, other] = [await logged(), await logged()];
  const shelve = (change: Record<string, unknown>) =>
    claims.shelveClaim(checker, shelveClaimInput.parse({ claimId, reason: "duplicate", ...change }));
  await expect(shelve({ duplicateOf: `C-${number}` })).rejects.toMatchObject({ code: "invalid" });
  await expect(shelve({ duplicateOf: "C-999999999" })).rejects.toMatchObject({ code: "invalid" });
  await shelve({ duplicateOf: `c-${other.number}`, note: "same sentence" });
  expect(await getClaimByNumber(checker, number)).toMatchObject({
    stage: "shelved",
    shelved: { reason: "duplicate", note: "same sentence", duplicateOf: { number: other.number } },
  });
  await expect(claims.addPassage(checker, { ...aClaim(), claimId })).rejects.toMatchObject({
    code: "conflict",
  });
  await claims.reopenClaim(editor, { claimId });
  expect(await getClaimByNumber(checker, number)).toMatchObject({ stage: "checking", shelved: null });
});

test("a claim, article or version that does not exist is not found", async () => {
  const claimId = randomUUID();
  await expect(claims.startChecking(checker, { claimId })).rejects.toMatchObject({ code: "not_found" });
  await expect(logged({ articleVersionId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  await expect(getArticle(checker, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  for (const number of [0, 1.5, Number.NaN, 2 ** 40, 999_999_999])
    await expect(getClaimByNumber(checker, number)).rejects.toMatchObject({ code: "not_found" });
});

test("a list of claims reads on by key without a gap or a repetition, and a broken cursor starts anew", async () => {
  const before = await db.claim.count();
  const missing = Math.max(0, 55 - before);
  for (let made = 0; made < missing; made++) await logged();
  const first = await listClaims(checker);
  const second = await listClaims(checker, { cursor: first.next ?? "" });
  expect(first.claims).toHaveLength(50);
  const ids = [...first.claims, ...second.claims].map(({ id }) => id);
  expect(new Set(ids).size).toBe(await db.claim.count());
  expect(second.next).toBeNull();
  for (const cursor of ["x", "2020-99-99T00:00:00.000Z_00000000-0000-0000-0000-000000000000"])
    expect((await listClaims(checker, { cursor })).claims[0]?.id).toBe(first.claims[0]?.id);
});

test("passages come in the order of the text, each with its claim", async () => {
  const passages = await listPassages(checker, article.versionId);
  expect(passages.map(({ start }) => start)).toEqual(
    passages.map(({ start }) => start).sort((a, b) => a - b),
  );
  expect(passages[0]?.claim).toMatchObject({ stage: "logged", rating: null });
});
