import type { Member } from "../auth/schema.ts";
import { seesConfidential } from "../auth/rules.ts";
import { db } from "../db.ts";
import { auditEvent, type AuditEvent } from "./schema.ts";

export interface HistoryEntry {
  /** The place in the chain, as text. */
  seq: string;
  at: Date;
  /** Who did it; null for what the system did by itself. */
  actor: string | null;
  name: string;
  /** null for an event of a version of Assay that wrote it in another shape. */
  event: AuditEvent | null;
}

/** What the events of a history name by id alone, in words. */
export interface Mentions {
  people: Record<string, string>;
  claims: Record<string, number>;
  sources: Record<string, string>;
}

export interface ClaimHistory {
  entries: HistoryEntry[];
  mentions: Mentions;
  /** The `before` of the next, older page; null at the end. */
  older: string | null;
}

const pageSize = 30;

/** The events of a claim, newest first, 30 a page; `before` is the `older` of the page before, anything else is ignored. */
export async function listClaimHistory(
  actor: Member,
  claimId: string,
  before: string | null = null,
): Promise<ClaimHistory> {
  const rows = await db.auditEvent.findMany({
    where: { claimId, ...(before && /^\d{1,18}$/.test(before) && { seq: { lt: BigInt(before) } }) },
    orderBy: { seq: "desc" },
    take: pageSize + 1,
    select: { seq: true, at: true, actorId: true, name: true, data: true },
  });
  const page = rows.slice(0, pageSize);
  const events = page.map((row) => readEvent(row.name, row.data));
  const { sealed, ...mentions } = await findMentions(
    actor,
    page.map((row) => row.actorId),
    events,
  );
  return {
    entries: page.map(({ seq, at, actorId, name }, index) => ({
      seq: seq.toString(),
      at,
      actor: actorId === null ? null : (mentions.people[actorId] ?? null),
      name,
      event: withoutPlace(events[index] ?? null, sealed),
    })),
    mentions,
    older: rows.length > pageSize ? (page.at(-1)?.seq.toString() ?? null) : null,
  };
}

function readEvent(name: string, data: string): AuditEvent | null {
  const parsed = auditEvent.safeParse({ name, ...(JSON.parse(data) as object) });
  return parsed.success ? parsed.data : null;
}

/** The event without where something stands in a source that the member may not see: older events still have it. */
function withoutPlace(event: AuditEvent | null, sealed: ReadonlySet<unknown>): AuditEvent | null {
  if (event && "evidence" in event && sealed.has(event.evidence.sourceId))
    return { ...event, evidence: { ...event.evidence, locator: null } };
  if (event && "position" in event && sealed.has(event.position.sourceId))
    return { ...event, position: { ...event.position, locator: null } };
  return event;
}

async function findMentions(
  actor: Member,
  actors: (string | null)[],
  events: (AuditEvent | null)[],
): Promise<Mentions & { sealed: ReadonlySet<unknown> }> {
  const ids = { people: new Set(actors), claims: new Set<unknown>(), sources: new Set<unknown>() };
  for (const event of events) {
    if (event?.name === "claim.assigned") ids.people.add(event.assigneeId);
    if (event?.name === "claim.shelved") ids.claims.add(event.duplicateOfId);
    if (event && "relation" in event) ids.claims.add(event.relation.fromId).add(event.relation.toId);
    if (event && "evidence" in event) ids.sources.add(event.evidence.sourceId);
    if (event && "position" in event) ids.sources.add(event.position.sourceId);
  }
  const among = (set: Set<unknown>) => ({
    where: { id: { in: [...set].filter((id) => typeof id === "string") } },
  });
  const [people, claims, sources] = await Promise.all([
    db.user.findMany({ ...among(ids.people), select: { id: true, name: true } }),
    db.claim.findMany({ ...among(ids.claims), select: { id: true, number: true } }),
    db.source.findMany({
      ...among(ids.sources),
      select: { id: true, title: true, visibility: true, createdById: true },
    }),
  ]);
  const sealed = new Set<unknown>(
    sources
      .filter((source) => source.visibility !== "public" && !seesConfidential(actor, source.createdById))
      .map(({ id }) => id),
  );
  return {
    people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    claims: Object.fromEntries(claims.map(({ id, number }) => [id, number])),
    sources: Object.fromEntries(
      sources.map(({ id, title }) => [id, sealed.has(id) ? "a confidential source" : title]),
    ),
    sealed,
  };
}
