import { beforeAll, expect, test } from "vitest";
import {
  aClaimInChecking,
  aDesk,
  anEvidence,
  aVerdict,
  submit,
  waiveTheRest,
  type Desk,
} from "../../prisma/workflow-factories.ts";
import { addPassage, logClaim, removePassage, startChecking } from "../claims/commands.ts";
import { logClaimInput } from "../claims/schema.ts";
import { addArticleVersion } from "../claims/versions.ts";
import { db } from "../db.ts";
import { startRevising } from "../editions/commands.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { approveAndPublish, openFullText } from "./commands.ts";
import { findPublicArticle } from "./queries.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

async function publish(claimId: string) {
  await anEvidence(desk.checker, claimId);
  await proposeVerdict(desk.checker, { claimId, version: 0, ...aVerdict });
  await waiveTheRest(desk.checker, claimId);
  await approveAndPublish(desk.editor, { ...(await submit(desk.checker, claimId)), note: "" });
}

const publicArticle = async (articleId: string) => {
  const { slug } = await db.article.findUniqueOrThrow({ where: { id: articleId }, select: { slug: true } });
  return findPublicArticle(slug);
};

test("where published claims cite different versions, those of the newest stand in its order and the others with their number", async () => {
  const { claimId, articleId } = await aClaimInChecking(desk.checker);
  await publish(claimId);
  const text = "The bridge opened at noon. Four carts crossed it, the company said. Rain came later.\n";
  const { versionId } = await addArticleVersion(desk.second, { articleId, text, version: 1 });
  const before = await publicArticle(articleId);
  expect(before).toMatchObject({ version: 1, passages: [{ exact: "Forty carts crossed it" }], earlier: [] });

  const other = await logClaim(
    desk.checker,
    logClaimInput.parse({
      idempotencyKey: crypto.randomUUID(),
      articleVersionId: versionId,
      exact: "Four carts crossed it",
      wording: "The bridge carried four carts",
      kind: "quantity",
      language: "en",
      claimant: "The bridge company",
      claimantKind: "organisation",
    }),
  );
  await startChecking(desk.checker, other);
  await publish(other.claimId);
  expect(await publicArticle(articleId)).toMatchObject({
    version: 2,
    passages: [{ exact: "Four carts crossed it", claim: { number: other.number } }],
    earlier: [{ exact: "Forty carts crossed it", version: 1 }],
  });
});

test("what a claim's draft cites now takes nothing off the article that readers see", async () => {
  const { claimId, articleId } = await aClaimInChecking(desk.checker);
  await publish(claimId);
  const elsewhere = await aClaimInChecking(desk.checker);
  const [cited] = await db.passage.findMany({ where: { claimId }, select: { id: true } });
  const other = await db.articleVersion.findFirstOrThrow({ where: { articleId: elsewhere.articleId } });
  await startRevising(desk.checker, { claimId });
  await addPassage(desk.checker, { claimId, articleVersionId: other.id, exact: "The bridge opened at noon" });
  await removePassage(desk.checker, { claimId, passageId: cited?.id ?? "" });
  await openFullText(desk.editor, { articleId });
  expect(await publicArticle(articleId)).toMatchObject({ passages: [{ exact: "Forty carts crossed it" }] });
});
