import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { connectAs } from "#prisma/test-database";
import { aDesk, aReadyClaim, aVerdict, submit } from "#prisma/workflow-factories";
import { db } from "../db.ts";
import { startRevising, submitForReview, withdrawEdition } from "../editions/commands.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { getVerdictDraft } from "../verdicts/queries.ts";
import { approveAndPublish } from "./commands.ts";
import { findPublishedClaim } from "./queries.ts";

test("an edition that waited for its editor while the desk moved to a version with a language of its own is published as it was sealed", async () => {
  const desk = await aDesk();
  const { claimId } = await aReadyClaim(desk.checker);
  const { editionId } = await submit(desk.checker, claimId);
  await withdrawEdition(desk.checker, { editionId });
  const { document } = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
  const { deskLanguage: _new, ...rest } = JSON.parse(document) as Record<string, unknown>;
  const text = canonicalize(rest) ?? "";
  const digest = createHash("sha256").update(text, "utf8").digest("hex");
  const app = await connectAs("app");
  await app.query("UPDATE claims SET stage = 'in_review' WHERE id = $1", [claimId]);
  const { rows } = await app.query<{ id: string }>(
    `INSERT INTO editions (id, claim_id, number, kind, document, digest, contributors, audit_through, submitted_by_id)
     SELECT gen_random_uuid(), claim_id, number, kind, $2, $3, contributors, audit_through, submitted_by_id
     FROM editions WHERE id = $1 RETURNING id`,
    [editionId, text, digest],
  );
  const { slug } = await approveAndPublish(desk.editor, { editionId: rows[0]?.id ?? "", digest, note: "" });
  const published = await findPublishedClaim(slug);
  expect([published?.view.deskLanguage, published?.edition.digest]).toEqual(["en", digest]);

  await startRevising(desk.checker, { claimId });
  const { version } = await getVerdictDraft(desk.checker, claimId);
  await proposeVerdict(desk.checker, { ...aVerdict, claimId, version, finding: "The book lists twelve." });
  const next = await submitForReview(desk.checker, {
    claimId,
    correctionClass: "correction",
    correctionReason: "We had the wrong book.",
  });
  await approveAndPublish(desk.editor, { ...next, note: "" });
  expect((await findPublishedClaim(slug))?.edition.history).toHaveLength(2);
});
