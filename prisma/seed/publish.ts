import type { Member } from "#lib/auth/schema";
import { db } from "#lib/db";
import {
  approveEdition,
  requestChanges,
  retractClaim,
  startRevising,
  submitForReview,
} from "#lib/editions/commands";
import { getSubmission } from "#lib/editions/queries";
import { waiveItem } from "#lib/editions/waivers";
import { approveAndPublish } from "#lib/publication/commands";
import { proposeVerdict } from "#lib/verdicts/commands";
import { proposeVerdictInput } from "#lib/verdicts/schema";
import { confirmWithholding, withhold } from "#lib/withholdings/commands";
import { attach } from "./attach.ts";
import type { Ground } from "./ground.ts";
import type { Desk, SampleClaim, SampleRevision, SampleVerdict } from "./sample.ts";

/** Takes a claim that is in checking through its verdict, its review and its later editions, as far as it goes. */
export async function publishAll(desk: Desk, claimId: string, claim: SampleClaim, ground: Ground) {
  const { checker, editor } = desk;
  if (!claim.verdict) return;
  await propose(checker, claimId, claim.verdict);
  if (claim.until === "checking") return;
  const edition = await submit(checker, claimId);
  switch (claim.until) {
    case "in review":
      return;
    case "sent back":
      await requestChanges(editor, { editionId: edition.editionId, note: claim.reason ?? "" });
      return;
    case "approved":
      await approveEdition(editor, { ...edition, note: "" });
      return;
    default:
      await approveAndPublish(editor, { ...edition, note: "" });
  }
  for (const revision of claim.revisions ?? [])
    await revise(desk, claimId, { ...claim.verdict, ...revision.verdict }, revision, ground);
  if (claim.withheld) await withholdEdition(desk, claimId, claim.withheld);
  if (claim.until === "revising") await startRevising(checker, { claimId });
  if (claim.until === "retracted") {
    const retraction = await retractClaim(checker, { claimId, reason: claim.reason ?? "" });
    await approveAndPublish(editor, { ...retraction, note: "" });
  }
}

async function revise(
  { checker, admin }: Desk,
  claimId: string,
  verdict: SampleVerdict,
  { class: correctionClass, reason, ...more }: SampleRevision,
  ground: Ground,
): Promise<void> {
  await startRevising(checker, { claimId });
  await attach(checker, claimId, ground, more);
  await propose(checker, claimId, verdict);
  const edition = await submit(checker, claimId, { correctionClass, correctionReason: reason });
  await approveAndPublish(admin, { ...edition, note: "" });
}

async function withholdEdition(
  { editor, admin }: Desk,
  claimId: string,
  { edition: number, ...why }: NonNullable<SampleClaim["withheld"]>,
): Promise<void> {
  const { id } = await db.edition.findFirstOrThrow({
    where: { claimId, number, state: "published" },
    select: { id: true },
  });
  await confirmWithholding(admin, await withhold(editor, { claimId, editionId: id, ...why }));
}

async function propose(checker: Member, claimId: string, verdict: SampleVerdict): Promise<void> {
  const draft = await db.verdict.findUnique({ where: { claimId }, select: { version: true } });
  await proposeVerdict(
    checker,
    proposeVerdictInput.parse({ ...verdict, claimId, version: draft?.version ?? 0 }),
  );
}

async function submit(
  checker: Member,
  claimId: string,
  notice: { correctionClass: SampleRevision["class"] | ""; correctionReason: string } = {
    correctionClass: "",
    correctionReason: "",
  },
) {
  await waiveTheRest(checker, claimId);
  return submitForReview(checker, { claimId, ...notice });
}

/** Nobody at this desk asked anybody beyond what the sample says, and the editor reads so. */
async function waiveTheRest(checker: Member, claimId: string): Promise<void> {
  const { checklist } = await getSubmission(checker, claimId);
  for (const { code, waived } of checklist.waivables) {
    if (waived === null)
      await waiveItem(checker, {
        claimId,
        item: code,
        reason:
          "Sample data: the desk has nothing but what the sample says, and could neither ask nor search further.",
      });
  }
}
