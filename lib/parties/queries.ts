import { Prisma, type PositionStance } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { isId, patternsOf } from "../word-search.ts";
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

const pageSize = 50;

/** Parties whose name contains the words, by name, at most 50: for the suggestions of a form. */
export const listParties = (_actor: Member, words = ""): Promise<PartyView[]> =>
  byName(words, null, pageSize);

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
  const from = after && isId(after) ? after : null;
  const known = from && (await db.party.findUnique({ where: { id: from }, select: { id: true } }));
  const rows = await byName(words, known ? from : null, pageSize + 1);
  const parties = rows.slice(0, pageSize);
  return { parties, next: rows.length > pageSize ? (parties.at(-1)?.id ?? null) : null };
}

/** In the order of a dictionary of any language (Unicode's own), where capitals and accents come after letters. */
const inOrder = Prisma.sql`COLLATE "und-x-icu"`;

async function byName(words: string, after: string | null, limit: number): Promise<PartyView[]> {
  const further =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(p.name ${inOrder}, p.id) > ((SELECT name FROM parties WHERE id = ${after}::uuid) ${inOrder}, ${after}::uuid)`;
  return db.$queryRaw<PartyView[]>`
    SELECT p.id, p.name, p.kind::text, p.description,
      CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS "speaksFor"
    FROM parties p LEFT JOIN parties s ON s.id = p.speaks_for_id
    WHERE p.name ILIKE ALL (${patternsOf(words)}::text[]) AND ${further}
    ORDER BY p.name ${inOrder}, p.id LIMIT ${limit}`;
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
