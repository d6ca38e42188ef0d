import type { Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { containing, isId, olderThan } from "../word-search.ts";
import { partySelect, type PartyView } from "../parties/queries.ts";
import type { PlacePrecision } from "./schema.ts";

export interface EventView {
  id: string;
  name: string;
  /** A partial ISO date */
  happenedOn: string | null;
  /** The date in the source's own words. */
  happenedWords: string | null;
  place: string | null;
  placePrecision: PlacePrecision | null;
}

/** What a view of an event is read from; for other domains that show events too. */
export const eventSelect = {
  id: true,
  name: true,
  happenedOn: true,
  happenedPrecision: true,
  happenedWords: true,
  place: true,
  placePrecision: true,
} as const satisfies Prisma.EventSelect;

type EventRow = Prisma.EventGetPayload<{ select: typeof eventSelect }>;

export function toEventView({ happenedOn, happenedPrecision, ...row }: EventRow): EventView {
  return { ...row, happenedOn: fromColumns(happenedOn, happenedPrecision) };
}

const inOrder = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.EventOrderByWithRelationInput[];

/** Events whose name or place contains all of the words, newest first, at most 12: for the choice in a form. */
export async function findEvents(_actor: Member, words: string): Promise<EventView[]> {
  const rows = await db.event.findMany({
    where: having(words),
    orderBy: inOrder,
    take: 12,
    select: eventSelect,
  });
  return rows.map(toEventView);
}

const having = (words: string): Prisma.EventWhereInput =>
  containing(words, (contains) => [{ name: contains }, { place: contains }, { happenedWords: contains }]);

const pageSize = 30;

export interface EventPage {
  events: (EventView & { claims: number })[];
  /** The id to continue from; null at the end. */
  next: string | null;
}

/** The desk's events, newest first, a page at a time; `after` is the `next` of the page before, others are ignored. */
export async function listEvents(
  _actor: Member,
  { words = "", after = null }: { words?: string; after?: string | null } = {},
): Promise<EventPage> {
  const from =
    after !== null && isId(after)
      ? await db.event.findUnique({ where: { id: after }, select: { id: true, createdAt: true } })
      : null;
  const rows = await db.event.findMany({
    where: { AND: [having(words), olderThan(from)] },
    orderBy: inOrder,
    take: pageSize + 1,
    select: { ...eventSelect, _count: { select: { claims: true } } },
  });
  const page = rows.slice(0, pageSize);
  return {
    events: page.map(({ _count, ...row }) => ({ ...toEventView(row), claims: _count.claims })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

export interface EventDetail extends EventView {
  description: string;
  version: number;
  parties: { party: PartyView; involved: boolean; note: string }[];
  /** The newest first, at most 200. */
  claims: { number: number; wording: string; language: string }[];
}

/** The event with this id, its parties and the claims that point to it; refuses an unknown id. */
export async function getEvent(_actor: Member, id: string): Promise<EventDetail> {
  const row = await db.event.findUnique({
    where: { id },
    select: {
      ...eventSelect,
      description: true,
      version: true,
      parties: {
        orderBy: [{ createdAt: "asc" }, { partyId: "asc" }],
        select: { party: { select: partySelect }, involved: true, note: true },
      },
      claims: {
        orderBy: { createdAt: "desc" },
        take: 200,
        select: { number: true, wording: true, language: true },
      },
    },
  });
  if (!row) throw notFound("event");
  const { description, version, parties, claims, ...event } = row;
  return { ...toEventView(event), description, version, parties, claims };
}
