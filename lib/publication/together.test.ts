import { beforeAll, expect, test } from "vitest";
import { aDesk, aReadyClaim, submit, type Desk } from "#prisma/workflow-factories";
import { db } from "../db.ts";
import { relateClaims } from "../disputes/commands.ts";
import { approveEdition, retractClaim } from "../editions/commands.ts";
import { getEditionForReview } from "../editions/queries.ts";
import { approveAndPublish, publishEdition, publishTogether } from "./commands.ts";
import { findPublishedClaim } from "./queries.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const words = ["Secret wording of the first", "Secret wording of the second"] as const;

/** Two claims that contradict each other (unless told otherwise), the first approved, and the second where it is asked for. */
async function aPair(kind: "contradicts" | "narrows" = "contradicts", both = true) {
  const [one, other] = [await aReadyClaim(desk.checker, words[0]), await aReadyClaim(desk.checker, words[1])];
  await relateClaims(desk.checker, { claimId: one.claimId, other: String(other.number), kind, reason: "r" });
  const editions = [
    await submit(desk.checker, one.claimId),
    await submit(desk.checker, other.claimId),
  ] as const;
  await approveEdition(desk.editor, { ...editions[0], note: "" });
  if (both) await approveEdition(desk.editor, { ...editions[1], note: "" });
  return { one, other, input: { editionId: editions[0].editionId, otherEditionId: editions[1].editionId } };
}
const stages = async (...claims: { claimId: string }[]) =>
  (await db.claim.findMany({ where: { id: { in: claims.map(({ claimId }) => claimId) } } })).map(
    ({ stage }) => stage,
  );

test("both are public at once, each names the other in its live words, and neither edition carries the other's", async () => {
  const { one, other, input } = await aPair();
  expect((await getEditionForReview(desk.editor, input.editionId)).partners).toEqual([
    { editionId: input.otherEditionId, number: other.number },
  ]);
  const { published } = await publishTogether(desk.otherEditor, input);
  expect(await stages(one, other)).toEqual(["published", "published"]);
  for (const { slug } of published) {
    const found = await findPublishedClaim(slug);
    expect(found?.view.relations).toMatchObject([{ reason: "r" }]);
  }
  const documents = await db.publishedEdition.findMany({
    where: { claimId: { in: [one.claimId, other.claimId] } },
  });
  for (const { claimId, document } of documents)
    expect(document).not.toContain(words[claimId === one.claimId ? 1 : 0]);
});

test("why two claims are related stays hidden while one of them is not public, and from when it is retracted", async () => {
  const reason = "whyoneansweredtheother";
  const [one, other] = [await aReadyClaim(desk.checker), await aReadyClaim(desk.checker, words[1])];
  const related = { claimId: one.claimId, other: String(other.number), kind: "contradicts" as const, reason };
  await relateClaims(desk.checker, related);
  const publish = async ({ claimId }: { claimId: string }) =>
    approveAndPublish(desk.editor, { ...(await submit(desk.checker, claimId)), note: "" });
  const { slug } = await publish(one);
  const page = async () => JSON.stringify(await findPublishedClaim(slug));
  expect(await page()).not.toContain(reason);
  await publish(other);
  expect(await page()).toContain(reason);
  const retraction = await retractClaim(desk.checker, { claimId: other.claimId, reason: "Forged." });
  await approveAndPublish(desk.editor, { ...retraction, note: "" });
  expect(await page()).not.toContain(reason);
});

test("one that is not approved, an unrelated one and the same one twice leave both as they were", async () => {
  const refused = (code: string) => expect.objectContaining({ code });
  const waiting = await aPair("contradicts", false);
  await expect(publishTogether(desk.editor, waiting.input)).rejects.toEqual(refused("conflict"));
  expect(await stages(waiting.one, waiting.other)).toEqual(expect.arrayContaining(["approved", "in_review"]));
  const narrower = await aPair("narrows");
  await expect(publishTogether(desk.editor, narrower.input)).rejects.toEqual(refused("conflict"));
  const { editionId } = narrower.input;
  await expect(publishTogether(desk.editor, { editionId, otherEditionId: editionId })).rejects.toEqual(
    refused("not_found"),
  );
  await expect(publishTogether(desk.checker, (await aPair()).input)).rejects.toEqual(refused("forbidden"));
});

test("two editors who publish the same two from either side do it once", async () => {
  const { one, other, input } = await aPair();
  const turned = { editionId: input.otherEditionId, otherEditionId: input.editionId };
  const results = await Promise.allSettled([
    publishTogether(desk.editor, input),
    publishTogether(desk.otherEditor, turned),
    publishEdition(desk.admin, { editionId: input.editionId }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await stages(one, other)).toContain("published");
});
