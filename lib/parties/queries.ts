import type { PositionStance, Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { containing, isId } from "../word-search.ts";
import type { PartyKind } from "./schema.ts";

export interface PartyView {
  id: string;
  name: string;
  kind: PartyKind;
  description: string | null;
  /** The party whose words these are, where this one speaks for another. */
  speaksFor: { id: string; name: string } | null;
}

/** What a view of a party is read from; for other domains that name parties too. */
export const partySelect = {
  id: true,
  name: true,
  kind: true,
  description: true,
  speaksFor: { select: { id: true, name: true } },
} as const satisfies Prisma.PartySelect;

/** Parties whose name contains the words, by name, at most 50: for the suggestions of a form. */
export async function listParties(_actor: Member, words = ""): Promise<PartyView[]> {
  return db.party.findMany({
    where: named(words),
    select: partySelect,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 50,
  });
}

const named = (words: string): Prisma.PartyWhereInput =>
  containing(words, (contains) => [{ name: contains }]);

const pageSize = 50;

export interface PartyPage {
  parties: PartyView[];
  /** The id to continue from; null at the end. */
  next: string | null;
}

/** The desk's parties by name, 50 a page; `after` is the `next` of the page before, others are ignored. */
export async function listPartyPage(
  _actor: Member,
  { words = "", after = null }: { words?: string; after?: string | null } = {},
): Promise<PartyPage> {
  const from =
    after &&
    isId(after) &&
    (await db.party.findUnique({ where: { id: after }, select: { id: true, name: true } }));
  const further: Prisma.PartyWhereInput = from
    ? { OR: [{ name: { gt: from.name } }, { name: from.name, id: { gt: from.id } }] }
    : {};
  const rows = await db.party.findMany({
    where: { AND: [named(words), further] },
    select: partySelect,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: pageSize + 1,
  });
  const parties = rows.slice(0, pageSize);
  return { parties, next: rows.length > pageSize ? (parties.at(-1)?.id ?? null) : null };
}

interface NamedClaim {
  number: number;
  wording: string;
  language: string;
}

/** A party with everything that names it, newest first, at most 100 of each. */
export interface PartyDetail extends PartyView {
  version: number;
  spokenForBy: { id: string; name: string; description: string | null }[];
  claims: NamedClaim[];
  positions: { id: string; stance: PositionStance; hedged: boolean; claim: NamedClaim }[];
  /** Where it passed on what another party said. */
  relayed: { id: string; party: { id: string; name: string }; claim: NamedClaim }[];
  events: { id: string; name: string; involved: boolean; note: string }[];
}

/** The party with this id, and where the desk names it; refuses an unknown id. */
export async function getParty(_actor: Member, id: string): Promise<PartyDetail> {
  const claim = { select: { number: true, wording: true, language: true } };
  const newest = { orderBy: { createdAt: "desc" }, take: 100 } as const;
  const row = await db.party.findUnique({
    where: { id },
    select: {
      ...partySelect,
      version: true,
      spokenForBy: {
        orderBy: { name: "asc" },
        take: 100,
        select: { id: true, name: true, description: true },
      },
      claims: { ...newest, ...claim },
      positions: { ...newest, select: { id: true, stance: true, hedged: true, claim } },
      relayed: {
        orderBy: { position: { createdAt: "desc" } },
        take: 100,
        select: { position: { select: { id: true, party: { select: { id: true, name: true } }, claim } } },
      },
      events: {
        ...newest,
        select: { involved: true, note: true, event: { select: { id: true, name: true } } },
      },
    },
  });
  if (!row) throw notFound("party");
  return {
    ...row,
    relayed: row.relayed.map(({ position }) => position),
    events: row.events.map(({ event, ...entry }) => ({ ...event, ...entry })),
  };
}
