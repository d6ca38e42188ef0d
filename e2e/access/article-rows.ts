import { aFetch, anArticle, key } from "./desk.ts";
import { members, type ActionRow } from "./outcomes.ts";
import * as subjects from "./subjects.ts";

const anOpinion = ({ versionId }: subjects.Article) => ({
  articleVersionId: versionId,
  spans: [{ start: 0, end: 26 }],
});

/** Articles and what was looked at in them. */
export const articleRows: Record<string, ActionRow> = {
  "articles.addArticle": { ...members, input: async () => anArticle() },
  "articles.reviseArticleDetails": {
    ...members,
    input: async (desk) => {
      const { text: _text, idempotencyKey: _key, snapshotId: _copy, ...details } = anArticle();
      return {
        ...details,
        title: "The bridge",
        version: 1,
        articleId: (await subjects.article(desk.checker)).articleId,
      };
    },
  },
  "articles.fetchArticle": { ...members, input: async () => aFetch() },
  "articles.captureArticleAgain": {
    ...members,
    input: async ({ checker }) => ({
      articleId: (await subjects.webArticle(checker)).articleId,
      ...key(),
    }),
  },
  "articles.dismissPageChange": {
    ...members,
    input: ({ checker }) => subjects.changedPage(checker),
  },
  "articles.markCoverage": {
    ...members,
    input: async ({ checker }) => ({ ...anOpinion(await subjects.article(checker)), kind: "opinion" }),
  },
  "articles.unmarkCoverage": {
    ...members,
    input: async ({ checker }) => {
      const marked = anOpinion(await subjects.article(checker));
      await checker.do("articles.markCoverage", { ...marked, kind: "opinion" });
      return marked;
    },
  },
};
