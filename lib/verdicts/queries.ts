import type { DatePrecision } from "#prisma/generated/enums";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import { partySelect, type PartyView } from "../parties/queries.ts";
import type { CommentOutcome, EvidenceGrade } from "./schema.ts";

export interface RatingView {
  code: string;
  name: string;
  definition: string;
  value: number | null;
  hue: string;
  glyph: string;
}

/** The ratings of the live scale, in the desk's order. */
export async function listRatings(_actor: Member): Promise<RatingView[]> {
  const scale = await db.ratingScale.findFirstOrThrow({
    orderBy: { version: "desc" },
    select: {
      ratings: {
        orderBy: { position: "asc" },
        select: { code: true, name: true, definition: true, value: true, hue: true, glyph: true },
      },
    },
  });
  return scale.ratings;
}

export interface VerdictDraft {
  rating: string;
  grade: EvidenceGrade | "";
  finding: string;
  shortWording: string;
  reasoning: string;
  contradiction: string;
  search: string;
  known: string;
  notKnown: string;
  howChecked: string;
  /** A partial ISO date, or "". */
  asOf: string;
  /** An ISO day, or "". */
  lookAgainOn: string;
  leastSure: string;
  version: number;
}

/** The draft verdict of a claim as its form shows it; an empty one with version 0 where nobody has begun. */
export async function getVerdictDraft(_actor: Member, claimId: string): Promise<VerdictDraft> {
  const verdict = await db.verdict.findUnique({ where: { claimId }, select: draftFields });
  return toDraft(verdict);
}

export const draftFields = {
  rating: { select: { code: true } },
  grade: true,
  finding: true,
  shortWording: true,
  reasoning: true,
  contradiction: true,
  search: true,
  known: true,
  notKnown: true,
  howChecked: true,
  asOf: true,
  asOfPrecision: true,
  lookAgainOn: true,
  leastSure: true,
  version: true,
} as const;

type Row = Omit<VerdictDraft, "rating" | "grade" | "asOf" | "lookAgainOn"> & {
  asOf: Date | null;
  asOfPrecision: DatePrecision | null;
  lookAgainOn: Date | null;
  rating: { code: string } | null;
  grade: EvidenceGrade | null;
};

/** A row of the draft in the words of its form. */
export function toDraft(row: Row | null): VerdictDraft {
  if (!row) {
    return {
      rating: "",
      grade: "",
      finding: "",
      shortWording: "",
      reasoning: "",
      contradiction: "",
      search: "",
      known: "",
      notKnown: "",
      howChecked: "",
      asOf: "",
      lookAgainOn: "",
      leastSure: "",
      version: 0,
    };
  }
  const { asOf, asOfPrecision, lookAgainOn, rating, grade, ...words } = row;
  return {
    ...words,
    rating: rating?.code ?? "",
    grade: grade ?? "",
    asOf: fromColumns(asOf, asOfPrecision) ?? "",
    lookAgainOn: fromColumns(lookAgainOn, "day") ?? "",
  };
}

/** What came of a request for comment, as its form shows it: "" where there is nothing, days as ISO days. */
export interface RequestOutcome {
  outcome: CommentOutcome;
  channel: string;
  askedOn: string;
  dueOn: string;
  answeredOn: string;
  answer: string;
  reason: string;
}

export interface RequestView extends RequestOutcome {
  id: string;
  party: PartyView;
  /** Nobody has answered by the day that was given. */
  overdue: boolean;
  version: number;
}

export const requestFields = {
  id: true,
  outcome: true,
  channel: true,
  askedOn: true,
  dueOn: true,
  answeredOn: true,
  answer: true,
  reason: true,
  version: true,
} as const;

type Days = "askedOn" | "dueOn" | "answeredOn";

/** A row of a request in the words of its form. */
export function toOutcome(row: Omit<RequestOutcome, Days> & Record<Days, Date | null>): RequestOutcome {
  const { outcome, channel, answer, reason } = row;
  const day = (date: Date | null) => fromColumns(date, "day") ?? "";
  return {
    outcome,
    channel,
    askedOn: day(row.askedOn),
    dueOn: day(row.dueOn),
    answeredOn: day(row.answeredOn),
    answer,
    reason,
  };
}

/** Midnight UTC of today: what was due before it is overdue. */
const today = () => new Date(new Date().toISOString().slice(0, 10));
const party = { select: partySelect } as const;

/** Whom the desk asked for comment on a claim, and what came of it, oldest first. */
export async function listRequests(_actor: Member, claimId: string): Promise<RequestView[]> {
  const rows = await db.requestForComment.findMany({
    where: { claimId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { ...requestFields, party },
  });
  return rows.map((row) => ({
    ...toOutcome(row),
    id: row.id,
    party: row.party,
    overdue: row.outcome === "waiting" && row.dueOn !== null && row.dueOn < today(),
    version: row.version,
  }));
}

export interface OverdueRequest {
  id: string;
  party: string;
  /** An ISO day. */
  dueOn: string;
  claim: { number: number; wording: string; language: string };
}

/**
 * Requests for comment whose day has passed without an answer, longest first, at most 100: on claims that are assigned
 * to this member, and on nobody's that they asked about. Shelved and retracted claims wait for nothing.
 */
export async function listOverdueRequests(actor: Member): Promise<OverdueRequest[]> {
  const rows = await db.requestForComment.findMany({
    where: {
      outcome: "waiting",
      dueOn: { lt: today() },
      claim: { stage: { notIn: ["shelved", "retracted"] } },
      OR: [{ claim: { assigneeId: actor.id } }, { claim: { assigneeId: null }, createdById: actor.id }],
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      dueOn: true,
      party: { select: { name: true } },
      claim: { select: { number: true, wording: true, language: true } },
    },
  });
  return rows.map(({ party: asked, dueOn, ...row }) => ({
    ...row,
    party: asked.name,
    dueOn: fromColumns(dueOn, "day") ?? "",
  }));
}
