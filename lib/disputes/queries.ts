import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { isWithheld } from "../claims/rules.ts";
import type { Stage } from "../claims/schema.ts";
import { db } from "../db.ts";
import { listEvidence, type EvidenceView } from "../evidence/queries.ts";
import { partySelect, type PartyView } from "../parties/queries.ts";
import type { PartyKind } from "../parties/schema.ts";
import { sourceSelect, toSourceView, type SourceView } from "../sources/queries.ts";
import { isContradiction, positionGroups, type PositionGroup } from "./rules.ts";
import { positionStances, relationKinds, type PositionStance, type RelationKind } from "./schema.ts";

export interface PositionView {
  id: string;
  party: PartyView;
  stance: PositionStance;
  hedged: boolean;
  quote: string;
  language: string;
  translation: string | null;
  translator: string | null;
  /** A partial ISO date */
  saidOn: string | null;
  /** The date in the source's own words. */
  saidWords: string | null;
  /** The source is the utterance itself. */
  primary: boolean;
  /** Who passed it on, in order: the first heard it from the party. */
  relays: { id: string; name: string; kind: PartyKind }[];
  source: SourceView | null;
  locator: string | null;
}

export interface RelationView {
  id: string;
  kind: RelationKind;
  /** out: this claim <kind> the other; in: the other <kind> this one. */
  direction: "out" | "in";
  reason: string;
  other: { id: string; number: number; wording: string; language: string; stage: Stage; isWithheld: boolean };
}

/** What stands against a claim, in three groups, and beside each group what belongs near it but disputes nothing. */
export interface DisputedBy {
  parties: PositionView[];
  /** Without information, or without comment: shown as what they are, never as denials. */
  silent: PositionView[];
  otherPositions: PositionView[];
  claims: RelationView[];
  otherRelations: RelationView[];
  evidence: EvidenceView[];
}

/** Everything that disputes a claim, oldest first in each group. */
export async function listDisputedBy(actor: Member, claimId: string): Promise<DisputedBy> {
  const [positions, relations, evidence] = await Promise.all([
    listPositions(actor, claimId),
    listRelations(actor, claimId),
    listEvidence(actor, claimId),
  ]);
  const inGroup = (group: PositionGroup) =>
    positions.filter(({ stance }) => positionGroups[stance] === group);
  return {
    parties: inGroup("against"),
    silent: inGroup("silent"),
    otherPositions: inGroup("other"),
    claims: relations.filter(({ kind }) => isContradiction(kind)),
    otherRelations: relations.filter(({ kind }) => !isContradiction(kind)),
    evidence: evidence.filter(({ stance }) => stance === "refutes"),
  };
}

const oldestFirst = [{ createdAt: "asc" as const }, { id: "asc" as const }];

/** By how much each of these claims is disputed, counted as `listDisputedBy` lists it; undisputed ones are left out. */
export async function countDisputes(
  _actor: Member,
  claimIds: readonly string[],
): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT id, count(*)::int AS count FROM (
      SELECT claim_id AS id FROM positions WHERE stance::text = ANY(${against})
      UNION ALL SELECT from_id FROM relations WHERE kind::text = ANY(${contradicting})
      UNION ALL SELECT to_id FROM relations WHERE kind::text = ANY(${contradicting})
      UNION ALL SELECT claim_id FROM evidence WHERE stance = 'refutes'
    ) AS disputes WHERE id = ANY(${claimIds}::uuid[]) GROUP BY id`;
  return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
}

const against = positionStances.filter((stance) => positionGroups[stance] === "against");
const contradicting = relationKinds.filter(isContradiction);

/** All positions on a claim, oldest first. */
export async function listPositions(actor: Member, claimId: string): Promise<PositionView[]> {
  const rows = await db.position.findMany({
    where: { claimId },
    orderBy: oldestFirst,
    select: {
      id: true,
      party: { select: partySelect },
      stance: true,
      hedged: true,
      quote: true,
      language: true,
      translation: true,
      translator: true,
      saidOn: true,
      saidPrecision: true,
      saidWords: true,
      primary: true,
      relays: {
        orderBy: { place: "asc" },
        select: { party: { select: { id: true, name: true, kind: true } } },
      },
      source: { select: sourceSelect },
      locator: true,
    },
  });
  return rows.map(({ saidOn, saidPrecision, relays, ...row }) => {
    const source = row.source && toSourceView(actor, row.source);
    return {
      ...row,
      relays: relays.map(({ party }) => party),
      saidOn: fromColumns(saidOn, saidPrecision),
      source,
      locator: source?.sealed ? null : row.locator,
    };
  });
}

/** All relations of a claim, from whichever end they were made, oldest first. */
export async function listRelations(_actor: Member, claimId: string): Promise<RelationView[]> {
  const other = {
    select: {
      id: true,
      number: true,
      wording: true,
      language: true,
      stage: true,
      publicState: true,
      publication: { select: { claimId: true } },
    },
  };
  const rows = await db.relation.findMany({
    where: { OR: [{ fromId: claimId }, { toId: claimId }] },
    orderBy: oldestFirst,
    select: { id: true, fromId: true, kind: true, reason: true, from: other, to: other },
  });
  return rows.map(({ id, fromId, kind, reason, from, to }) => {
    const direction = fromId === claimId ? "out" : "in";
    const { publicState, publication, ...claim } = direction === "out" ? to : from;
    return {
      id,
      kind,
      reason,
      direction,
      other: { ...claim, isWithheld: isWithheld({ publicState, publication }) },
    };
  });
}
