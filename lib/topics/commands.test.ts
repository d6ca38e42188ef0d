import { beforeAll, expect, test } from "vitest";
import { aDesk, aReadyClaim, submit, type Desk } from "../../prisma/workflow-factories.ts";
import { db } from "../db.ts";
import { unseal } from "../editions/digest.ts";
import { approveAndPublish } from "../publication/commands.ts";
import { findTopicPage, listTopics } from "../publication/pages.ts";
import { setClaimTopics } from "./commands.ts";
import { getClaimTopics } from "./queries.ts";
import { setClaimTopicsInput } from "./schema.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const name = (claimId: string, topics: string, version = "") =>
  setClaimTopics(desk.checker, setClaimTopicsInput.parse({ claimId, topics, version }));

test("a claim's topics are frozen into its edition, and readers find it by them", async () => {
  const { claimId, number } = await aReadyClaim(desk.checker);
  expect(await name(claimId, " Mills ,Old  bridges, mills")).toMatchObject({
    topics: ["Mills", "Old bridges"],
  });
  const edition = await submit(desk.checker, claimId);
  const { document } = await db.edition.findUniqueOrThrow({
    where: { id: edition.editionId },
    select: { document: true },
  });
  expect(unseal(document).topics).toEqual([
    { slug: "mills", name: "Mills" },
    { slug: "old-bridges", name: "Old bridges" },
  ]);
  await approveAndPublish(desk.editor, { ...edition, note: "" });
  expect(await listTopics()).toEqual([
    { slug: "mills", name: "Mills", claims: 1 },
    { slug: "old-bridges", name: "Old bridges", claims: 1 },
  ]);
  const page = await findTopicPage("old-bridges", null);
  expect(page).toMatchObject({ name: "Old bridges", claims: 1, items: [{ number }], next: null });
  for (const none of ["rivers", "a\0b", "%", "Old bridges"])
    expect(await findTopicPage(none, null)).toBeNull();
});

test("a name that the desk has is used again in its spelling; the same topics again change nothing", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  expect(await name(claimId, "MILLS")).toMatchObject({ topics: ["Mills"] });
  await name(claimId, "mills");
  const events = await db.auditEvent.count({ where: { claimId, name: "claim.topics-set" } });
  expect(events).toBe(1);
  await name(claimId, "", "Mills");
  expect(await getClaimTopics(desk.checker, claimId)).toMatchObject({ topics: [] });
});

test("topics that somebody set meanwhile are not overwritten: whoever comes later is told of them", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  const { version } = await name(claimId, "Mills, Floods");
  await expect(name(claimId, "Rivers")).rejects.toMatchObject({
    code: "conflict",
    theirs: { topics: "Floods, Mills", version },
  });
  expect(await name(claimId, "Rivers", version)).toEqual({ topics: ["Rivers"], version: "Rivers" });
});

test("two names that make the same address are two topics with two addresses", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  await name(claimId, "C, C++, \u0416, \u4e2d");
  const slugs = await db.topic.findMany({ select: { slug: true } });
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(slugs.length);
  for (const { slug } of slugs) expect(slug).toMatch(/^[\w-]+$/);
});

test("the address of a topic may be taken by a name with a number", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  const next = (await db.topic.count()) + 2;
  await name(claimId, `B, B ${next}, B?`);
  const made = await db.topic.findMany({ where: { slug: { startsWith: "b" } }, select: { name: true } });
  expect(made.map((topic) => topic.name).toSorted()).toEqual(["B", `B ${next}`, "B?"]);
});

test("whoever set the topics helped to make the edition and cannot approve it", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  await setClaimTopics(desk.editor, { claimId, topics: "Rivers", version: "" });
  const edition = await submit(desk.checker, claimId);
  await expect(approveAndPublish(desk.editor, { ...edition, note: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("too many topics, too long ones and broken characters are refused with a sentence", () => {
  const claimId = crypto.randomUUID();
  for (const topics of ["a,b,c,d,e,f", "x".repeat(61), "a\0"])
    expect(setClaimTopicsInput.safeParse({ claimId, topics }).success).toBe(false);
});
