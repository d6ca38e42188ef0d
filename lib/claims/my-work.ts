import type { Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { lineSelect, onMyDesk, toLine, type ClaimLine } from "./queries.ts";
import type { Stage } from "./schema.ts";

export interface WorkItem extends ClaimLine {
  /** Why the editor sent the last edition back; null where nothing was sent back since. */
  sentBack: { note: string; by: string; at: Date } | null;
}

export interface MyWork {
  sentBack: WorkItem[];
  /** In the order of the workflow; empty stages are left out. */
  byStage: { stage: Stage; claims: WorkItem[] }[];
  unassigned: ClaimLine[];
}

const open: Stage[] = ["revising", "checking", "logged", "in_review", "approved"];
const most = 200;

/**
 * What the member has to do: claims that were sent back to them (assigned, or submitted by them and nobody's), those
 * assigned to them by stage, at most 200 in all, and the 20 newest that are nobody's and not begun.
 */
export async function listMyWork(actor: Member): Promise<MyWork> {
  const where: Prisma.ClaimWhereInput = {
    OR: [
      { assigneeId: actor.id, stage: { in: open } },
      {
        assigneeId: null,
        stage: { in: ["checking", "revising"] },
        editions: { some: { submittedById: actor.id, state: "changes_requested" } },
      },
    ],
  };
  const orderBy = [{ updatedAt: "desc" }, { id: "desc" }] satisfies Prisma.ClaimOrderByWithRelationInput[];
  const [rows, unassigned] = await Promise.all([
    db.claim.findMany({ where, orderBy, take: most, select: { ...lineSelect, editions: lastEdition } }),
    db.claim.findMany({ where: nobodys, orderBy, take: 20, select: lineSelect }),
  ]);
  const names = await namesOf(rows.flatMap((row) => row.editions[0]?.review?.reviewerId ?? []));
  const items = rows.map(({ editions: [edition], ...row }): WorkItem => {
    const review = edition?.state === "changes_requested" ? edition.review : null;
    const sentBack = review && { note: review.note, by: names.get(review.reviewerId) ?? "", at: review.at };
    return { ...toLine(row), sentBack: isDraft(row.stage) ? sentBack : null };
  });
  const mine = items.filter((item) => !item.sentBack && item.assignee?.id === actor.id);
  return {
    sentBack: items.filter((item) => item.sentBack),
    byStage: open
      .map((stage) => ({ stage, claims: mine.filter((item) => item.stage === stage) }))
      .filter(({ claims }) => claims.length > 0),
    unassigned: unassigned.map(toLine),
  };
}

const nobodys: Prisma.ClaimWhereInput = { assigneeId: null, stage: { in: onMyDesk } };
const isDraft = (stage: Stage) => stage === "checking" || stage === "revising";

const lastEdition = {
  orderBy: { submittedAt: "desc" },
  take: 1,
  select: { state: true, review: { select: { note: true, reviewerId: true, at: true } } },
} as const satisfies Prisma.Claim$editionsArgs;

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
