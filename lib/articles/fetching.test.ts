import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { captured, failed, keepCopiesHere } from "../../prisma/capture-factories.ts";
import { aMember } from "../../prisma/desk-factories.ts";
import type { Member } from "../auth/schema.ts";
import { addArticleVersion } from "../claims/versions.ts";
import { db } from "../db.ts";
import { addArticle } from "./commands.ts";
import { captureArticleAgain, dismissPageChange, fetchArticle } from "./fetching.ts";
import { siteFact } from "../snapshots/rules.ts";
import { findPageChange, listPageChanges } from "./page-changes.ts";
import { proposedArticle } from "./proposal.ts";
import { addArticleInput, addArticleVersionInput, fetchArticleInput } from "./schema.ts";

const text = "The bridge opened at noon.\n\nForty carts crossed it, the company said.\n";

let checker: Member;
keepCopiesHere();
beforeAll(async () => {
  checker = await aMember();
});

const anAddress = () => `https://courier.example/${randomUUID()}`;
const key = () => ({ idempotencyKey: randomUUID() });

async function fetched(url = anAddress()): Promise<string> {
  const { snapshotId } = await fetchArticle(
    checker,
    fetchArticleInput.parse({ url, anyway: true, ...key() }),
  );
  return snapshotId ?? "";
}

const added = (more: object) =>
  addArticle(
    checker,
    addArticleInput.parse({ title: "The bridge", language: "en", text, ...key(), ...more }),
  );

/** An article that was made of a copy, corrected by hand or not. */
async function anArticle(corrected = text) {
  const [url, snapshotId] = [anAddress(), await fetched()];
  await captured(snapshotId, text);
  return { snapshotId, url, ...(await added({ url, snapshotId, text: corrected })) };
}

async function capturedAgain(articleId: string, now: string): Promise<string> {
  const { snapshotId } = await captureArticleAgain(checker, { articleId, ...key() });
  await captured(snapshotId, now);
  return snapshotId;
}

const addVersion = (input: { articleId: string; text: string; version: number; snapshotId?: string }) =>
  addArticleVersion(checker, addArticleVersionInput.parse(input));

test("an article that is made of a fetched page has its copy, and version 1 says so", async () => {
  const { articleId, versionId, snapshotId } = await anArticle();
  expect(await db.snapshot.findUnique({ where: { id: snapshotId } })).toMatchObject({ articleId });
  expect(await db.articleVersion.findUnique({ where: { id: versionId } })).toMatchObject({
    number: 1,
    snapshotId,
  });
});

test("what a page gives can be saved as it is proposed, however long, and the desk's name of an outlet counts first", () => {
  const copy = {
    title: "t".repeat(900),
    author: "\u{1F9ED}".repeat(400),
    publishedOn: "2026-11-20",
    language: "en-GB",
    url: "https://short.example/1",
    finalUrl: `https://courier.example/${"x".repeat(7000)}`,
    facts: [{ name: siteFact, value: "o".repeat(500) }],
  };
  const proposed = proposedArticle(copy, { outlet: null, text });
  expect(addArticleInput.safeParse({ ...proposed, ...key() }).error).toBeUndefined();
  expect(proposed.url).toBe("https://short.example/1");
  const known = proposedArticle(
    { ...copy, finalUrl: "https://courier.example/2" },
    { outlet: "The Courier", text },
  );
  expect(known).toMatchObject({ outlet: "The Courier", url: "https://courier.example/2" });
});

test("no article is made of a copy that is on its way, failed, or belongs to something already", async () => {
  const snapshotId = await fetched();
  const before = await db.article.count();
  const refused = async (sentence: RegExp) =>
    expect(added({ snapshotId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(sentence),
    });
  await refused(/Nothing was captured/);
  await failed(snapshotId, "The site did not answer.");
  await refused(/Nothing was captured/);
  const { snapshotId: taken } = await anArticle();
  await expect(added({ snapshotId: taken })).rejects.toMatchObject({ code: "conflict" });
  await expect(added({ snapshotId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  expect(await db.article.count()).toBe(before + 1);
});

test("of two people who make an article of one copy at once, one does", async () => {
  const snapshotId = await fetched();
  await captured(snapshotId, text);
  const both = await Promise.allSettled([added({ snapshotId }), added({ snapshotId })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("an address that the desk has is told before anything is fetched, however it is written", async () => {
  const url = `http://www.Courier.example/${randomUUID()}?b=2&a=1`;
  const { articleId } = await added({ url });
  const other = url.replace("http://www.", "https://").replace("?b=2&a=1", "/?a=1&utm_source=x&b=2#top");
  const again = { url: other, ...key() };
  expect(await fetchArticle(checker, fetchArticleInput.parse(again))).toMatchObject({
    snapshotId: null,
    known: { id: articleId, title: "The bridge" },
  });
  const anyway = await fetchArticle(checker, fetchArticleInput.parse({ ...again, anyway: true }));
  expect(anyway).toMatchObject({ known: null });
  const elsewhere = { url: url.replace("Courier", "not-Courier"), ...key() };
  expect(await fetchArticle(checker, fetchArticleInput.parse(elsewhere))).toMatchObject({ known: null });
});

test("a page that says the same raises nothing, also where only white space differs or the text was corrected", async () => {
  const { articleId } = await anArticle(text.replace("opened", "was opened"));
  expect(await findPageChange(checker, articleId)).toBeNull();
  await capturedAgain(articleId, text);
  await capturedAgain(articleId, text.replace("\n\n", "\n"));
  expect(await findPageChange(checker, articleId)).toBeNull();
});

test("a page that changed is told with the version that it changed since, until that change is a version", async () => {
  const { articleId, versionId } = await anArticle();
  const now = text.replace("Forty", "Four");
  const snapshotId = await capturedAgain(articleId, now);
  expect(await findPageChange(checker, articleId)).toMatchObject({ version: 1, versionId, snapshotId });
  expect((await listPageChanges(checker)).map((change) => change.snapshotId)).toContain(snapshotId);
  const corrected = now.replace("noon", "midday");
  const made = await addVersion({ articleId, text: corrected, version: 1, snapshotId });
  expect(await findPageChange(checker, articleId)).toBeNull();
  const row = await db.articleVersion.findUnique({ where: { id: made.versionId } });
  expect(row).toMatchObject({ number: 2, snapshotId });
  await capturedAgain(articleId, text);
  expect(await findPageChange(checker, articleId)).toMatchObject({ version: 2 });
});

test("a pasted version is compared with its own text, and only with copies that were asked for after it", async () => {
  const url = anAddress();
  const { articleId } = await added({ url });
  await capturedAgain(articleId, text.replace("\n\n", "\n"));
  expect(await findPageChange(checker, articleId)).toBeNull();
  await capturedAgain(articleId, text.replace("Forty", "Four"));
  expect(await findPageChange(checker, articleId)).toMatchObject({ version: 1 });
  await addVersion({ articleId, text: text.replace("Forty", "Five"), version: 1 });
  expect(await findPageChange(checker, articleId)).toBeNull();
});

test("a change that was dismissed is not told again while the page says just that, and is when it says something else", async () => {
  const { articleId, versionId } = await anArticle();
  const noise = `Subscribe!\n${text}`;
  const snapshotId = await capturedAgain(articleId, noise);
  const dismissal = { snapshotId, articleVersionId: versionId };
  await Promise.all([dismissPageChange(checker, dismissal), dismissPageChange(checker, dismissal)]);
  const events = await db.auditEvent.findMany({ where: { name: "article.page-change-dismissed" } });
  expect(events.filter(({ data }) => data.includes(snapshotId))).toHaveLength(1);
  expect(await findPageChange(checker, articleId)).toBeNull();
  await capturedAgain(articleId, noise);
  expect(await findPageChange(checker, articleId)).toBeNull();
  const third = await capturedAgain(articleId, noise.replace("Forty", "Four"));
  expect(await findPageChange(checker, articleId)).toMatchObject({ snapshotId: third, version: 1 });
});

test("saving a changed page without any change in the text dismisses the change", async () => {
  const { articleId, snapshotId } = await anArticle();
  const later = await capturedAgain(articleId, `Subscribe!\n${text}`);
  const same = { articleId, text, version: 1 };
  expect(await addVersion({ ...same, snapshotId: later })).toMatchObject({ version: 1 });
  expect(await findPageChange(checker, articleId)).toBeNull();
  expect(await addVersion({ ...same, snapshotId })).toMatchObject({ version: 1 });
  expect(await db.dismissedChange.count({ where: { snapshotId } })).toBe(0);
});

test("a version is taken from no copy of another article, nor is a change of one dismissed", async () => {
  const [one, other] = [await anArticle(), await anArticle()];
  const input = { articleId: one.articleId, text: "Other words", version: 1, snapshotId: other.snapshotId };
  await expect(addVersion(input)).rejects.toMatchObject({ code: "not_found" });
  const dismissal = { snapshotId: other.snapshotId, articleVersionId: one.versionId };
  await expect(dismissPageChange(checker, dismissal)).rejects.toMatchObject({ code: "not_found" });
  const snapshotId = await capturedAgain(one.articleId, "Other words");
  await addVersion({ articleId: one.articleId, text: "Third words", version: 1 });
  await expect(
    dismissPageChange(checker, { snapshotId, articleVersionId: one.versionId }),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("only an article with an address is fetched again, once at a time", async () => {
  const { articleId } = await added({});
  await expect(captureArticleAgain(checker, { articleId, ...key() })).rejects.toMatchObject({
    code: "invalid",
  });
  const { articleId: known } = await anArticle();
  const first = await captureArticleAgain(checker, { articleId: known, ...key() });
  expect(await captureArticleAgain(checker, { articleId: known, ...key() })).toEqual(first);
});
