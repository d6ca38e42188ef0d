import type { Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { eventSelect, toEventView, type EventView } from "../events/queries.ts";
import { partySelect, type PartyView } from "../parties/queries.ts";
import { isWithheld } from "./rules.ts";
import type { ClaimKind, PublicState, ShelvedReason, Stage } from "./schema.ts";

export interface ClaimPassage {
  id: string;
  /** Code points of the article version's text. */
  start: number;
  end: number;
  prefix: string;
  exact: string;
  suffix: string;
  article: { id: string; title: string; outlet: string | null; language: string; version: number };
}

/** A claim as its workspace needs it. */
export interface ClaimView {
  id: string;
  number: number;
  slug: string;
  wording: string;
  kind: ClaimKind;
  language: string;
  claimant: PartyView | null;
  claimantUnknown: boolean;
  /** A partial ISO date */
  saidOn: string | null;
  /** The date in the source's own words. */
  saidWords: string | null;
  event: EventView | null;
  stage: Stage;
  publicState: PublicState;
  /** Readers see a notice in the place of its page. */
  isWithheld: boolean;
  shelved: {
    reason: ShelvedReason;
    note: string | null;
    duplicateOf: { number: number; wording: string } | null;
  } | null;
  assignee: { id: string; name: string } | null;
  createdBy: { id: string; name: string };
  createdAt: Date;
  updatedAt: Date;
  version: number;
  passages: ClaimPassage[];
}

const person = { select: { id: true, name: true } } as const;
/** Only whether there is one. */
const publication = { select: { claimId: true } } as const;

/** The claim with this public number; refuses a number that no claim has. */
export async function getClaimByNumber(_actor: Member, number: number): Promise<ClaimView> {
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) throw notFound("claim");
  const row = await db.claim.findUnique({
    where: { number },
    select: {
      id: true,
      number: true,
      slug: true,
      wording: true,
      kind: true,
      language: true,
      claimant: { select: partySelect },
      claimantUnknown: true,
      saidOn: true,
      saidPrecision: true,
      saidWords: true,
      event: { select: eventSelect },
      stage: true,
      publicState: true,
      publication,
      shelvedReason: true,
      shelvedNote: true,
      duplicateOf: { select: { number: true, wording: true } },
      assignee: person,
      createdById: true,
      createdAt: true,
      updatedAt: true,
      version: true,
      passages: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: passageSelect },
    },
  });
  if (!row) throw notFound("claim");
  const {
    saidOn,
    saidPrecision,
    shelvedReason,
    shelvedNote,
    duplicateOf,
    createdById,
    passages,
    event,
    publication: page,
    ...claim
  } = row;
  const createdBy = await db.user.findUniqueOrThrow({ where: { id: createdById }, ...person });
  return {
    ...claim,
    saidOn: fromColumns(saidOn, saidPrecision),
    event: event && toEventView(event),
    isWithheld: isWithheld({ ...claim, publication: page }),
    shelved: shelvedReason && { reason: shelvedReason, note: shelvedNote, duplicateOf },
    createdBy,
    passages: passages.map(({ articleVersion: { number: version, article }, ...passage }) => ({
      ...passage,
      article: { ...article, outlet: article.outlet?.name ?? null, version },
    })),
  };
}

const passageSelect = {
  id: true,
  start: true,
  end: true,
  prefix: true,
  exact: true,
  suffix: true,
  articleVersion: {
    select: {
      number: true,
      article: { select: { id: true, title: true, language: true, outlet: { select: { name: true } } } },
    },
  },
} as const satisfies Prisma.PassageSelect;

/** A claim as a line of a list. */
export interface ClaimLine {
  id: string;
  number: number;
  wording: string;
  language: string;
  kind: ClaimKind;
  stage: Stage;
  publicState: PublicState;
  /** Readers see a notice in the place of its page. */
  isWithheld: boolean;
  claimant: { name: string } | null;
  claimantUnknown: boolean;
  assignee: { id: string; name: string } | null;
  /** Of the draft verdict; null while there is none. */
  rating: { name: string; hue: string; glyph: string } | null;
  updatedAt: Date;
}

/** What a line is read from; for other queries that list claims. */
export const lineSelect = {
  id: true,
  number: true,
  wording: true,
  language: true,
  kind: true,
  stage: true,
  publicState: true,
  publication,
  claimant: { select: { name: true } },
  claimantUnknown: true,
  assignee: person,
  verdict: { select: { rating: { select: { name: true, hue: true, glyph: true } } } },
  updatedAt: true,
} as const satisfies Prisma.ClaimSelect;

export const toLine = (row: Prisma.ClaimGetPayload<{ select: typeof lineSelect }>): ClaimLine => derive(row);

function derive<T extends Prisma.ClaimGetPayload<{ select: typeof markSelect }>>({
  verdict,
  publication: page,
  ...claim
}: T) {
  const withheld = isWithheld({ publicState: claim.publicState, publication: page });
  return { ...claim, rating: verdict?.rating ?? null, isWithheld: withheld };
}

export interface ClaimPage {
  claims: ClaimLine[];
  /** The cursor to continue from; null at the end. */
  next: string | null;
}

const pageSize = 50;

export interface ClaimFilter {
  stage?: Stage;
  assignee?: "me" | "nobody";
  /** Only claims whose page is withheld from readers. */
  isWithheld?: true;
}

/** The desk's claims, last changed first, 50 a page; `cursor` is the `next` of the page before, others are ignored. */
export async function listClaims(
  actor: Member,
  filter: ClaimFilter & { cursor?: string } = {},
): Promise<ClaimPage> {
  const where: Prisma.ClaimWhereInput = {
    ...(filter.stage && { stage: filter.stage }),
    ...(filter.assignee && { assigneeId: filter.assignee === "me" ? actor.id : null }),
    // Without the first, every claim that was never public would be looked at.
    ...(filter.isWithheld && {
      withholdings: { some: { wholePage: true, liftedAt: null } },
      publication: { is: null },
    }),
    ...after(filter.cursor),
  };
  const rows = await db.claim.findMany({
    where,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: lineSelect,
  });
  const claims = rows.slice(0, pageSize).map(toLine);
  const last = claims.at(-1);
  return {
    claims,
    next: rows.length > pageSize && last ? `${last.updatedAt.toISOString()}_${last.id}` : null,
  };
}

const cursorShape =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function after(cursor = ""): Prisma.ClaimWhereInput {
  const [, at, id] = cursorShape.exec(cursor) ?? [];
  const updatedAt = new Date(at ?? "");
  if (!id || Number.isNaN(updatedAt.getTime())) return {};
  // The first condition lets PostgreSQL begin in the index at the right place.
  return { updatedAt: { lte: updatedAt }, OR: [{ updatedAt: { lt: updatedAt } }, { id: { lt: id } }] };
}

/** A place in an article's text where a claim is made, and where that claim stands. */
export interface MarkedPassage {
  id: string;
  /** Code points of the article version's text. */
  start: number;
  end: number;
  claim: Omit<ClaimLine, "updatedAt" | "kind">;
}

const { updatedAt: _, kind: __, ...markSelect } = lineSelect;

/** The passages of an article version in the order of the text, each with its claim; those of earlier ones where they are now. */
export async function listPassages(_actor: Member, articleVersionId: string): Promise<MarkedPassage[]> {
  const claim = { select: markSelect };
  const [rows, refound] = await Promise.all([
    db.passage.findMany({
      where: { articleVersionId },
      select: { id: true, start: true, end: true, claim },
    }),
    db.passageRefound.findMany({
      where: { articleVersionId, outcome: { not: "lost" } },
      select: { id: true, start: true, end: true, passage: { select: { claim } } },
    }),
  ]);
  const moved = refound.map(({ passage, start, end, ...row }) => ({
    ...row,
    ...passage,
    start: start ?? 0,
    end: end ?? 0,
  }));
  return [...rows, ...moved]
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
    .map((passage) => ({ ...passage, claim: derive(passage.claim) }));
}

/** Where a claim waits for its assignee and nobody else. */
export const onMyDesk: Stage[] = ["revising", "checking", "logged"];

/** How many claims wait for this member, counted to 1,000: the number beside the link to their work. */
export async function countMine(actor: Member): Promise<number> {
  return db.claim.count({ where: { assigneeId: actor.id, stage: { in: onMyDesk } }, take: 1000 });
}
