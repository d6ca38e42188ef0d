import { beforeAll, expect, test } from "vitest";
import { connectAs } from "#prisma/test-database";
import { aDesk, aPublishedClaim, aReadyClaim, aVerdict, submit, type Desk } from "#prisma/workflow-factories";
import { db } from "../db.ts";
import { startRevising, submitForReview } from "../editions/commands.ts";
import { unseal } from "../editions/digest.ts";
import { getSubmission } from "../editions/queries.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { getVerdictDraft, listRatings } from "../verdicts/queries.ts";
import { getScale, reviseScale } from "./scale.ts";
import { scaleInput, type ScaleRating } from "./schema.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const refusal = (code: string, message?: RegExp) =>
  expect.objectContaining({ code, ...(message && { message: expect.stringMatching(message) }) });
const revise = async (change: (ratings: ScaleRating[]) => ScaleRating[]) => {
  const { version, ratings } = await getScale(desk.admin);
  return reviseScale(desk.admin, scaleInput.parse({ version, ratings: change(ratings) }));
};
const rename = (code: string, name: string) => (ratings: ScaleRating[]) =>
  ratings.map((rating) =>
    rating.code === code ? { ...rating, name, definition: `${name}, we say.` } : rating,
  );
const newRating = {
  code: "",
  name: "Staged",
  definition: "d",
  look: "misleading bend",
  unresolved: false,
} as const;
const ratingOf = async (claimId: string) =>
  (await db.verdict.findUniqueOrThrow({ where: { claimId }, select: { rating: { select: { name: true } } } }))
    .rating?.name;

test("a rating that is renamed is renamed in drafts, and stays in what is submitted or published as it was", async () => {
  const published = await aPublishedClaim(desk);
  const inReview = await aReadyClaim(desk.checker);
  const edition = await submit(desk.checker, inReview.claimId);
  const draft = await aReadyClaim(desk.checker);
  await revise(rename("false", "Wrong"));
  for (const { claimId } of [published, inReview, draft]) expect(await ratingOf(claimId)).toBe("Wrong");
  const frozen = await db.edition.findUniqueOrThrow({ where: { id: edition.editionId } });
  expect(unseal(frozen.document).verdict.rating.name).toBe("False");
  const { document, ratingCode } = await db.publication.findUniqueOrThrow({
    where: { claimId: published.claimId },
  });
  expect([unseal(document).verdict.rating.name, ratingCode]).toEqual(["False", "false"]);
  const next = await submit(desk.checker, draft.claimId);
  const sealed = unseal((await db.edition.findUniqueOrThrow({ where: { id: next.editionId } })).document);
  expect(sealed.verdict).toMatchObject({
    rating: { code: "false", name: "Wrong", value: 1 },
    scaleVersion: 2,
  });
  const { scale, scaleVersion } = await db.publicSettings.findUniqueOrThrow({ where: { id: 1 } });
  expect([scaleVersion, JSON.stringify(scale)]).toEqual([2, expect.stringContaining("Wrong, we say.")]);
});

test("a scale that left a rating as it was changes nothing for readers of it, and typos are still typos", async () => {
  const { claimId } = await aPublishedClaim(desk);
  await startRevising(desk.checker, { claimId });
  await revise(rename("outdated", "Overtaken"));
  const again = { claimId, correctionClass: "typo", correctionReason: "A letter." } as const;
  await expect(submitForReview(desk.checker, again)).rejects.toEqual(
    refusal("invalid", /Nothing has changed/),
  );
  const { version } = await getVerdictDraft(desk.checker, claimId);
  await proposeVerdict(desk.checker, {
    ...aVerdict,
    claimId,
    version,
    reasoning: "The tol book was kept by hand [1].",
  });
  expect(await submitForReview(desk.checker, again)).toMatchObject({ stage: "in_review" });
});

test("what is left out cannot be given nor submitted any more, and can be brought back", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  await revise((ratings) => ratings.filter(({ code }) => code !== "false"));
  const { checklist } = await getSubmission(desk.checker, claimId);
  expect(checklist.musts.map(({ code }) => code)).toEqual(["rating-live"]);
  await expect(submit(desk.checker, claimId)).rejects.toMatchObject({ code: "invalid" });
  await expect(proposeVerdict(desk.checker, { ...aVerdict, claimId, version: 1 })).rejects.toMatchObject({
    fields: { rating: expect.stringMatching(/any more/) },
  });
  const { former } = await getScale(desk.admin);
  expect(former.map(({ code }) => code)).toEqual(["false"]);
  await revise((ratings) => [...ratings, ...former]);
  expect(await submit(desk.checker, claimId)).toMatchObject({ number: 1 });
});

test("a new rating has a code of its own and no number, and what it holds for good is not changed by its name", async () => {
  await revise((ratings) => [newRating, ...ratings]);
  await revise((ratings) => [
    ...ratings.filter(({ code }) => code !== "staged"),
    { ...newRating, code: "staged", name: "Posed", look: "true check", unresolved: true },
  ]);
  await revise((ratings) => [...ratings, newRating]);
  const ratings = await listRatings(desk.checker);
  expect(ratings.slice(-2)).toEqual([
    { code: "staged", name: "Posed", definition: "d", value: null, hue: "misleading", glyph: "bend" },
    { code: "staged_2", name: "Staged", definition: "d", value: null, hue: "misleading", glyph: "bend" },
  ]);
});

test("only an admin revises it, from the scale as it stands, into one that can be used", async () => {
  for (const actor of [desk.checker, desk.editor])
    await expect(getScale(actor)).rejects.toEqual(refusal("forbidden"));
  const { version, ratings } = await getScale(desk.admin);
  await expect(reviseScale(desk.editor, { version, ratings })).rejects.toEqual(refusal("forbidden"));
  expect(await reviseScale(desk.admin, { version, ratings })).toEqual({ version });
  await expect(reviseScale(desk.admin, { version: version - 1, ratings })).rejects.toEqual(
    refusal("conflict"),
  );
  await expect(revise(([first, second]) => [first, second].flatMap((one) => one ?? []))).rejects.toEqual(
    refusal("invalid", /not resolved/),
  );
  await expect(
    revise((all) => [...all, { ...newRating, code: "made_up", name: "Made up" }]),
  ).rejects.toMatchObject({
    fields: { [`ratings.${ratings.length}.name`]: expect.stringMatching(/no rating of this desk/) },
  });
  for (const wrong of [
    ratings.slice(0, 1),
    [...ratings, { ...newRating, name: "true" }],
    [...ratings, { ...newRating, name: " " }],
  ])
    expect(scaleInput.safeParse({ version, ratings: wrong }).success).toBe(false);
});

test("the database lets nobody change a scale, or add to the live one", async () => {
  const app = await connectAs("app");
  const refused = (sql: string, code: string) => expect(app.query(sql)).rejects.toMatchObject({ code });
  await refused("UPDATE ratings SET name = 'x'", "42501");
  await refused("DELETE FROM rating_scales", "42501");
  const live = "(SELECT id FROM rating_scales ORDER BY version DESC LIMIT 1)";
  const values = `gen_random_uuid(), ${live}, 'x', 'X', 'd', 'none', 'clock', 99`;
  await refused(
    `INSERT INTO ratings (id, scale_id, code, name, definition, hue, glyph, position) VALUES (${values})`,
    "23514",
  );
});
