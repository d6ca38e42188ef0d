import type { Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import type { RequestOutcome, RequestState } from "./schema.ts";

export interface RequestEntry {
  id: string;
  reference: string;
  state: RequestState;
  outcome: RequestOutcome | null;
  problem: string;
  createdAt: Date;
  handledBy: string | null;
  claim: { number: number; wording: string; language: string };
}

const entry = {
  id: true,
  reference: true,
  state: true,
  outcome: true,
  problem: true,
  createdAt: true,
  handledBy: { select: { name: true } },
  claim: { select: { number: true, wording: true, language: true } },
} as const;

const pageSize = 30;
const most = 100;
const isOpen: Prisma.CorrectionRequestWhereInput = { state: { in: ["received", "looking"] } };

/** The desk's correction requests, newest first, a page at a time; `after` is the `next` of the page before. */
export async function listRequests(
  _actor: Member,
  { answered, after }: { answered: boolean; after: string | null },
): Promise<{ entries: RequestEntry[]; next: string | null }> {
  const from =
    after !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)
      ? await db.correctionRequest.findUnique({ where: { id: after }, select: { id: true, createdAt: true } })
      : null;
  const rows = await db.correctionRequest.findMany({
    where: {
      ...(answered ? { state: "answered" as const } : isOpen),
      ...(from && {
        OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: entry,
  });
  const shown = rows.slice(0, pageSize);
  return {
    entries: shown.map(({ handledBy, ...row }) => ({ ...row, handledBy: handledBy?.name ?? null })),
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** How many wait for an answer, counted up to 100: a flood of them must not slow every page down. */
export async function countOpenRequests(_actor: Member): Promise<number> {
  const rows = await db.correctionRequest.findMany({ where: isOpen, take: most, select: { id: true } });
  return rows.length;
}

export interface RequestDetail extends RequestEntry {
  sourceUrl: string | null;
  /** For the desk alone. */
  email: string | null;
  answer: string | null;
  editionNumber: number;
  /** Of the claim's page. */
  slug: string;
  /** The edition that readers see now; null while the page is withheld. */
  publishedNumber: number | null;
  takenUpAt: Date | null;
  answeredAt: Date | null;
  version: number;
}

/** The whole of a correction request; refuses an unknown id. */
export async function getRequest(_actor: Member, id: string): Promise<RequestDetail> {
  const row = await db.correctionRequest.findUnique({
    where: { id },
    select: {
      ...entry,
      sourceUrl: true,
      email: true,
      answer: true,
      editionNumber: true,
      takenUpAt: true,
      answeredAt: true,
      version: true,
      claim: {
        select: {
          ...entry.claim.select,
          slug: true,
          publication: { select: { editionNumber: true } },
        },
      },
    },
  });
  if (!row) throw notFound("correction request");
  const { handledBy, claim, ...rest } = row;
  const { publication, slug, ...words } = claim;
  return {
    ...rest,
    handledBy: handledBy?.name ?? null,
    claim: words,
    slug,
    publishedNumber: publication?.editionNumber ?? null,
  };
}
