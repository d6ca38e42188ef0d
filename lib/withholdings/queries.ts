import type { Member } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { namesOf } from "../people/queries.ts";
import { canConfirm, canLift, canWithhold } from "./policy.ts";
import { confirmBy } from "./rules.ts";
import type { WithholdingGround } from "./schema.ts";

export interface WithholdingView {
  id: string;
  wholePage: boolean;
  /** Ascending. */
  editions: number[];
  ground: WithholdingGround;
  reason: string;
  withheldBy: string;
  withheldAt: Date;
  /** null: nobody did yet; `overdue` once the time for it is over. */
  confirmed: { by: string; at: Date } | null;
  confirmBy: Date;
  overdue: boolean;
  mayConfirm: boolean;
  mayLift: boolean;
}

/** What of a claim is withheld now, the latest first. */
export async function listWithholdings(actor: Member, claimId: string): Promise<WithholdingView[]> {
  const rows = await db.withholding.findMany({
    where: { claimId, liftedAt: null },
    orderBy: [{ withheldAt: "desc" }, { id: "desc" }],
  });
  if (rows.length === 0) return [];
  const [names, now, editions] = await Promise.all([
    namesOf(rows.flatMap(({ withheldById, confirmedById }) => [withheldById, confirmedById ?? []].flat())),
    databaseTime(db),
    db.withheldEdition.findMany({
      where: { claimId },
      orderBy: { number: "asc" },
      select: { withholdingId: true, number: true },
    }),
  ]);
  return rows.map((row) => ({
    id: row.id,
    wholePage: row.wholePage,
    editions: editions.filter(({ withholdingId }) => withholdingId === row.id).map(({ number }) => number),
    ground: row.ground,
    reason: row.reason,
    withheldBy: names.get(row.withheldById) ?? "",
    withheldAt: row.withheldAt,
    confirmed:
      row.confirmedById && row.confirmedAt
        ? { by: names.get(row.confirmedById) ?? "", at: row.confirmedAt }
        : null,
    confirmBy: confirmBy(row.withheldAt),
    overdue: row.confirmedAt === null && confirmBy(row.withheldAt) < now,
    mayConfirm: canConfirm(actor, row),
    mayLift: canLift(actor, row),
  }));
}

/**
 * The editions of a claim that this member may take from readers, newest first, the first of them the current one; none
 * where the page is withheld already, and for a checker.
 */
export async function listWithholdable(
  actor: Member,
  claimId: string,
): Promise<{ editionId: string; number: number }[]> {
  if (!canWithhold(actor)) return [];
  const [publication, editions] = await Promise.all([
    db.publication.findUnique({ where: { claimId }, select: { editionId: true } }),
    db.publishedEdition.findMany({
      where: { claimId },
      orderBy: { number: "desc" },
      select: { editionId: true, number: true },
    }),
  ]);
  return publication ? editions : [];
}

export interface UnconfirmedWithholding {
  id: string;
  ground: WithholdingGround;
  withheldBy: string;
  confirmBy: Date;
  overdue: boolean;
  claim: { number: number; wording: string; language: string };
}

/** What waits for this member to confirm or lift it, the oldest first, at most 100; nothing for checkers. */
export async function listUnconfirmed(actor: Member): Promise<UnconfirmedWithholding[]> {
  if (!canWithhold(actor)) return [];
  const rows = await db.withholding.findMany({
    where: { liftedAt: null, confirmedAt: null, NOT: { withheldById: actor.id } },
    orderBy: [{ withheldAt: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      ground: true,
      withheldById: true,
      withheldAt: true,
      claim: { select: { number: true, wording: true, language: true } },
    },
  });
  if (rows.length === 0) return [];
  const [names, now] = await Promise.all([
    namesOf(rows.map(({ withheldById }) => withheldById)),
    databaseTime(db),
  ]);
  return rows.map(({ withheldById, withheldAt, ...row }) => ({
    ...row,
    withheldBy: names.get(withheldById) ?? "",
    confirmBy: confirmBy(withheldAt),
    overdue: confirmBy(withheldAt) < now,
  }));
}
