import type { Prisma } from "#prisma/generated/client";
import { publicSourceShape } from "./confidential.ts";
import { copyShape, newestCopy } from "./copies.ts";

const oldestFirst = [{ createdAt: "asc" }, { id: "asc" }] satisfies Prisma.EvidenceOrderByWithRelationInput[];

export const partyShape = {
  select: {
    id: true,
    name: true,
    kind: true,
    description: true,
    speaksFor: { select: { id: true, name: true } },
  },
} satisfies { select: Prisma.PartySelect };

const source = { select: { ...publicSourceShape, snapshots: newestCopy } } as const;
const figures = { orderBy: oldestFirst, include: { measure: true } } as const;

const otherClaim = {
  select: {
    id: true,
    number: true,
    publicState: true,
    wording: true,
    verdict: { select: { shortWording: true, finding: true } },
  },
} as const;

/** All that a draft is read from, in one query. */
export const draftShape = {
  id: true,
  number: true,
  slug: true,
  wording: true,
  kind: true,
  language: true,
  saidOn: true,
  saidPrecision: true,
  saidWords: true,
  claimantUnknown: true,
  claimant: partyShape,
  event: {
    include: {
      parties: {
        orderBy: [{ createdAt: "asc" }, { partyId: "asc" }],
        include: { party: { select: { name: true } } },
      },
    },
  },
  passages: {
    orderBy: oldestFirst,
    select: {
      start: true,
      end: true,
      exact: true,
      articleVersion: {
        select: {
          number: true,
          sha256: true,
          text: true,
          article: { include: { outlet: { select: { name: true } } } },
        },
      },
    },
  },
  verdict: { include: { rating: { include: { scale: { select: { version: true } } } } } },
  evidence: { orderBy: oldestFirst, include: { source, figures, snapshot: copyShape } },
  positions: {
    orderBy: oldestFirst,
    include: {
      party: partyShape,
      source,
      figures,
      relays: { orderBy: { place: "asc" }, select: { party: { select: { name: true, kind: true } } } },
    },
  },
  topics: {
    orderBy: { topic: { name: "asc" } },
    select: { topic: { select: { slug: true, name: true } } },
  },
  requests: { orderBy: oldestFirst, include: { party: partyShape } },
  waivers: { orderBy: { item: "asc" }, select: { item: true, reason: true } },
  relationsFrom: {
    orderBy: { createdAt: "asc" },
    select: { id: true, kind: true, reason: true, to: otherClaim },
  },
  relationsTo: {
    orderBy: { createdAt: "asc" },
    select: { id: true, kind: true, reason: true, from: otherClaim },
  },
} satisfies Prisma.ClaimSelect;

export type DraftRow = Prisma.ClaimGetPayload<{ select: typeof draftShape }>;
