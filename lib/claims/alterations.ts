import type { Prisma } from "#prisma/generated/client";
import type { RefoundOutcome } from "../articles/schema.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";

/** What became of a claim's passage in a later version of its article. */
export interface PassageFate {
  passageId: string;
  articleVersionId: string;
  outcome: RefoundOutcome;
  /** A number or a negation is among the words that changed. */
  alarming: boolean;
  was: string;
  /** The words that stand there now, and their place in code points; null for a lost passage. */
  now: { exact: string; start: number; end: number } | null;
  seen: boolean;
  /** Of the later text. */
  version: number;
  claim: { id: string; number: number; wording: string; language: string };
  article: { id: string; title: string; language: string };
}

const select = {
  passageId: true,
  articleVersionId: true,
  outcome: true,
  alarming: true,
  start: true,
  end: true,
  exact: true,
  seenAt: true,
  passage: {
    select: { exact: true, claim: { select: { id: true, number: true, wording: true, language: true } } },
  },
  articleVersion: {
    select: {
      number: true,
      article: {
        select: {
          id: true,
          title: true,
          language: true,
          versions: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
        },
      },
    },
  },
} as const satisfies Prisma.PassageRefoundSelect;

const most = 200;
const mended: Prisma.PassageRefoundWhereInput = { outcome: { in: ["altered", "lost"] } };
const unseen: Prisma.PassageRefoundWhereInput = { ...mended, seenAt: null };

/** Altered and lost passages that nobody took note of: of the member's claims and of nobody's, at most 200. */
export const listMyAlterations = (actor: Member): Promise<PassageFate[]> =>
  latestOnly({
    ...unseen,
    passage: {
      claim: { stage: { not: "shelved" }, OR: [{ assigneeId: actor.id }, { assigneeId: null }] },
    },
  });

/** Altered and lost passages of one claim that nobody took note of. */
export const listAlterationsOfClaim = (_actor: Member, claimId: string): Promise<PassageFate[]> =>
  latestOnly({ ...unseen, passage: { claimId } });

/** Altered and lost passages of an article, noted or not, at most 200. */
export const listAlterationsOfArticle = (_actor: Member, articleId: string): Promise<PassageFate[]> =>
  latestOnly({ ...mended, articleVersion: { articleId } });

/** What became of every passage of earlier versions in this one: the alarming first, then altered, lost, moved, exact. */
export async function listFates(_actor: Member, articleVersionId: string): Promise<PassageFate[]> {
  const rows = await db.passageRefound.findMany({
    where: { articleVersionId },
    orderBy: [{ start: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    select,
  });
  return inOrder(rows.map(toFate));
}

/** Only what the latest version says: what an earlier one altered may be right again. */
async function latestOnly(where: Prisma.PassageRefoundWhereInput): Promise<PassageFate[]> {
  const rows = await db.passageRefound.findMany({ where, orderBy: { id: "desc" }, take: most, select });
  const isLatest = ({ articleVersion: { number, article } }: (typeof rows)[number]) =>
    article.versions[0]?.number === number;
  return inOrder(rows.filter(isLatest).map(toFate));
}

const order: RefoundOutcome[] = ["altered", "lost", "moved", "exact"];
const inOrder = (fates: PassageFate[]) =>
  fates.sort(
    (a, b) => Number(b.alarming) - Number(a.alarming) || order.indexOf(a.outcome) - order.indexOf(b.outcome),
  );

function toFate(row: Prisma.PassageRefoundGetPayload<{ select: typeof select }>): PassageFate {
  const { passage, articleVersion, exact, start, end, seenAt, ...fate } = row;
  const { versions: _, ...article } = articleVersion.article;
  return {
    ...fate,
    was: passage.exact,
    now: exact === null || start === null || end === null ? null : { exact, start, end },
    seen: seenAt !== null,
    version: articleVersion.number,
    claim: passage.claim,
    article,
  };
}
