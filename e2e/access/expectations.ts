import { aClaim, anEvidence, aFigure, aPosition, aRequest, aVerdict, someWords } from "./desk.ts";
import { articleRows } from "./article-rows.ts";
import { eventAndPartyRows } from "./event-and-party-rows.ts";
import { editors, makers, members, type ActionRow } from "./outcomes.ts";
import type { Person } from "./person.ts";
import { peopleRows } from "./people-rows.ts";
import { schedulingRows } from "./scheduling-rows.ts";
import { sourceRows } from "./source-rows.ts";
import * as subjects from "./subjects.ts";
import { suggestionRows } from "./suggestion-rows.ts";
import { withholdingRows } from "./withholding-rows.ts";

const idOf = async (made: Promise<{ claimId: string }>) => ({ claimId: (await made).claimId });
const editionOf = async (made: Promise<subjects.Edition>) => ({ editionId: (await made).editionId });
const articleOf = async (made: Promise<subjects.Article>) => ({ articleId: (await made).articleId });
const noted = async (made: Promise<subjects.Edition>) => ({
  ...(await editionOf(made)),
  digest: (await made).digest,
  note: "Read twice.",
});
const rainIn = ({ versionId }: subjects.Article) => ({
  articleVersionId: versionId,
  exact: "Rain came later",
});

/** The whole table: one row per server action of the build. */
export const actionRows: Record<string, ActionRow> = {
  ...articleRows,
  "claims.logClaim": {
    ...members,
    input: async ({ checker }) => aClaim((await subjects.article(checker)).versionId),
  },
  "claims.addPassage": {
    ...members,
    input: async ({ checker }) => {
      const claim = await subjects.loggedClaim(checker);
      return { claimId: claim.claimId, ...rainIn(claim) };
    },
  },
  "claims.removePassage": {
    ...members,
    input: async ({ checker }) => {
      const claim = await subjects.loggedClaim(checker);
      const { claimId } = claim;
      return { claimId, ...(await checker.do<object>("claims.addPassage", { claimId, ...rainIn(claim) })) };
    },
  },
  "claims.rewordClaim": {
    ...members,
    input: async ({ checker }) => ({
      ...someWords,
      wording: "The bridge carried forty carts on one day",
      version: 1,
      ...(await idOf(subjects.loggedClaim(checker))),
    }),
  },
  "claims.setClaimEvent": {
    ...members,
    input: async ({ checker }) => ({
      ...(await idOf(subjects.loggedClaim(checker))),
      ...(await subjects.event(checker)),
      version: "",
    }),
  },
  "claims.assignClaim": {
    ...members,
    input: async ({ checker }) => ({
      ...(await idOf(subjects.loggedClaim(checker))),
      assigneeId: checker.id,
      version: "",
    }),
  },
  "claims.addArticleVersion": {
    ...members,
    input: async ({ checker }) => {
      const { articleId } = await subjects.article(checker);
      return { articleId, text: "The bridge opened late.", version: 1, snapshotId: "" };
    },
  },
  "claims.noteAlteration": { ...members, input: ({ checker }) => subjects.alteration(checker) },
  "claims.startChecking": { ...members, input: ({ checker }) => idOf(subjects.loggedClaim(checker)) },
  "claims.shelveClaim": {
    ...members,
    input: async ({ checker }) => ({
      ...(await idOf(subjects.loggedClaim(checker))),
      reason: "out_of_scope",
      note: "",
      duplicateOf: "",
    }),
  },
  "claims.reopenClaim": {
    ...members,
    input: async ({ checker }) => {
      const claim = await idOf(subjects.loggedClaim(checker));
      await checker.do("claims.shelveClaim", { ...claim, reason: "out_of_scope", note: "", duplicateOf: "" });
      return claim;
    },
  },

  "disputes.recordPosition": {
    ...members,
    input: async ({ checker }) => aPosition((await subjects.claimInChecking(checker)).claimId),
  },
  "disputes.removePosition": {
    ...members,
    input: async ({ checker }) => {
      const { claimId } = await subjects.claimInChecking(checker);
      return { claimId, ...(await checker.do<object>("disputes.recordPosition", aPosition(claimId))) };
    },
  },
  "disputes.relateClaims": { ...members, input: ({ checker }) => aRelation(checker) },
  "disputes.unrelateClaims": {
    ...members,
    input: async ({ checker }) => {
      const relation = await aRelation(checker);
      return {
        claimId: relation.claimId,
        ...(await checker.do<object>("disputes.relateClaims", relation)),
      };
    },
  },

  "evidence.attachEvidence": {
    ...members,
    input: async ({ checker }) => anEvidence((await subjects.claimInChecking(checker)).claimId),
  },
  "evidence.removeEvidence": {
    ...members,
    input: async ({ checker }) => {
      const { claimId } = await subjects.claimInChecking(checker);
      return { claimId, ...(await checker.do<object>("evidence.attachEvidence", anEvidence(claimId))) };
    },
  },
  "figures.addFigure": {
    ...members,
    input: async ({ checker }) => aFigure(await subjects.evidenceInChecking(checker)),
  },
  "figures.removeFigure": {
    ...members,
    input: async ({ checker }) => {
      const piece = await subjects.evidenceInChecking(checker);
      return {
        claimId: piece.claimId,
        ...(await checker.do<object>("figures.addFigure", aFigure(piece))),
      };
    },
  },
  "figures.findMeasures": { ...members, input: async () => ({ words: "carts" }) },
  ...eventAndPartyRows,
  ...sourceRows,
  "verdicts.proposeVerdict": {
    ...members,
    input: async ({ checker }) => aVerdict((await subjects.claimInChecking(checker)).claimId),
  },

  "verdicts.requestComment": {
    ...members,
    input: async ({ checker }) => aRequest((await subjects.claimInChecking(checker)).claimId),
  },
  "verdicts.updateRequest": {
    ...members,
    input: async ({ checker }) => {
      const { claimId } = await subjects.claimInChecking(checker);
      const asked = aRequest(claimId);
      const made = await checker.do<object>("verdicts.requestComment", asked);
      return {
        ...made,
        claimId,
        version: 1,
        outcome: "silence",
        channel: "",
        askedOn: asked.askedOn,
        dueOn: "",
        answeredOn: "",
        answer: "",
        reason: "",
      };
    },
  },

  "editions.waiveItem": {
    ...members,
    input: async ({ checker }) => ({
      ...(await idOf(subjects.claimInChecking(checker))),
      item: "primary-source",
      reason: "The recording is not public.",
    }),
  },
  "editions.withdrawWaiver": {
    ...members,
    input: async ({ checker }) => ({ ...(await idOf(subjects.readyClaim(checker))), item: "primary-source" }),
  },

  "editions.submitForReview": {
    ...members,
    input: async ({ checker }) => ({
      ...(await idOf(subjects.readyClaim(checker))),
      correctionClass: "",
      correctionReason: "",
    }),
  },
  "editions.withdrawEdition": {
    ...makers,
    input: ({ checker }) => editionOf(subjects.editionInReview(checker)),
  },
  "editions.requestChanges": {
    ...editors,
    input: async ({ checker }) => ({
      ...(await editionOf(subjects.editionInReview(checker))),
      note: "Say where the toll book is.",
    }),
  },
  "editions.approveEdition": {
    ...editors,
    input: ({ checker }) => noted(subjects.editionInReview(checker)),
  },
  "editions.takeBackEdition": {
    ...editors,
    input: ({ checker, editor }) => editionOf(subjects.approvedEdition(checker, editor)),
  },
  "editions.startRevising": {
    ...members,
    input: ({ checker, editor }) => idOf(subjects.publishedClaim(checker, editor)),
  },
  "editions.abandonRevision": {
    ...members,
    input: ({ checker, editor }) => idOf(subjects.claimInRevision(checker, editor)),
  },
  "editions.retractClaim": {
    ...members,
    input: async ({ checker, editor }) => ({
      ...(await idOf(subjects.publishedClaim(checker, editor))),
      reason: "The toll book is a forgery.",
    }),
  },
  "publication.publishEdition": {
    ...editors,
    input: ({ checker, editor }) => editionOf(subjects.approvedEdition(checker, editor)),
  },
  "publication.approveAndPublish": {
    ...editors,
    input: ({ checker }) => noted(subjects.editionInReview(checker)),
  },
  "publication.publishTogether": {
    ...editors,
    input: async ({ checker, editor }) => {
      const [one, other] = await subjects.contradictingEditions(checker, editor);
      return { editionId: one.editionId, otherEditionId: other.editionId };
    },
  },
  ...schedulingRows,
  "publication.openFullText": {
    ...editors,
    input: ({ checker }) => articleOf(subjects.article(checker)),
  },
  "publication.closeFullText": {
    ...editors,
    input: async ({ checker, editor }) => {
      const opened = await articleOf(subjects.article(checker));
      await editor.do("publication.openFullText", opened);
      return opened;
    },
  },

  ...withholdingRows,
  ...suggestionRows,

  "corrections.takeUpRequest": {
    ...members,
    input: async (desk) => ({ requestId: (await subjects.correctionRequest(desk)).requestId, version: 1 }),
  },
  "corrections.answerRequest": {
    ...editors,
    input: async (desk) => ({
      requestId: (await subjects.correctionRequest(desk)).requestId,
      version: 1,
      outcome: "no_error",
      answer: "The toll book says what we wrote.",
    }),
  },

  ...peopleRows,
};

async function aRelation(checker: Person) {
  const { claimId } = await subjects.claimInChecking(checker);
  const { number } = await subjects.loggedClaim(checker);
  return { claimId, other: String(number), kind: "narrows", reason: "It speaks of one day only." };
}
