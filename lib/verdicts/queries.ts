import type { DatePrecision } from "#prisma/generated/enums";
import type { Member } from "../auth/schema.ts";
import { fromColumns } from "../calendar-date.ts";
import { db } from "../db.ts";
import type { EvidenceGrade } from "./schema.ts";

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
