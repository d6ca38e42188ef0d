import type { Draft } from "./draft.ts";
import type { CorrectionClass, PublicDocument } from "./schema.ts";

/** One thing that stands in the way of a submission: what to do, and the part of the claim's page where it is mended. */
export interface Missing {
  code: string;
  message: string;
  where: "claim" | "evidence" | "disputed-by" | "verdict";
}

/**
 * The part of the submission checklist that cannot be waived. Empty when the draft may be submitted. Only evidence
 * that shows *so* counts for a rating or grade.
 */
export function missingMusts(draft: Draft): Missing[] {
  const { rating, grade, finding, reasoning, contradiction, search } = draft.verdict;
  const so = draft.evidence.filter((e) => e.shows === "so");
  const missing: Missing[] = [];
  const must = (holds: boolean, code: string, where: Missing["where"], message: string) => {
    if (!holds) missing.push({ code, where, message });
  };
  must(rating !== null, "rating", "verdict", "Choose a rating.");
  must(grade !== null, "grade", "verdict", "Choose an evidence grade.");
  must(finding !== "", "finding", "verdict", "Write the finding: the conclusion in one sentence.");
  must(reasoning !== "", "reasoning", "verdict", "Write the reasoning.");
  must(draft.claimantSettled, "claimant", "claim", "Name the claimant, or say that nobody knows who it is.");
  if (rating) {
    must(
      so.length > 0 || (rating.unresolved && search !== ""),
      "evidence",
      rating.unresolved && so.length === 0 ? "verdict" : "evidence",
      rating.unresolved
        ? `${rating.name} without evidence that shows what is so needs the search recorded: say where you looked.`
        : `${rating.name} needs at least one piece of evidence that shows what is so, not only what was said.`,
    );
    must(
      !(grade === "none" && (rating.code === "true" || rating.code === "false")),
      "grade-none",
      "verdict",
      `${rating.name} never stands on the evidence grade “none”.`,
    );
    must(
      rating.code !== "contested" || contradiction !== "",
      "contradiction",
      "verdict",
      "Contested names the point of contradiction: say what exactly the sides disagree on.",
    );
  }
  if (grade === "confirmed") {
    must(
      draft.positions.some((p) => p.stance === "concedes") || so.some((e) => e.conclusive),
      "confirmed",
      "evidence",
      "The grade “confirmed” rests on a concession or on a conclusive record: add one, or choose another grade.",
    );
  }
  if (grade === "corroborated") {
    must(
      areIndependent(so),
      "corroborated",
      "evidence",
      "The grade “corroborated” needs evidence of two independent groups, one of them not involved: name the groups on the evidence, or choose another grade.",
    );
  }
  if (grade === "single_source") {
    must(
      so.length > 0,
      "single-source",
      "evidence",
      "The grade “single source” needs that source: attach evidence that shows what is so, or choose “none”.",
    );
  }
  return missing;
}

function areIndependent(evidence: Draft["evidence"]): boolean {
  const groups = new Set(evidence.flatMap((e) => e.independenceGroup ?? []));
  return groups.size >= 2 && evidence.some((e) => e.independenceGroup !== null && !e.involved);
}

/** The sentence that refuses a correction class which makes the change look smaller than it is; null when it fits. */
export function classTooSmall(
  chosen: CorrectionClass,
  before: PublicDocument,
  after: PublicDocument,
): string | null {
  if (chosen !== "typo" && chosen !== "clarification") return null;
  const changed =
    before.verdict.rating.code !== after.verdict.rating.code
      ? "rating"
      : before.verdict.grade !== after.verdict.grade
        ? "evidence grade"
        : null;
  return changed && `The ${changed} changed, so this is an update or a correction, not a ${chosen}.`;
}

export const correctionClassNames: Record<CorrectionClass, string> = {
  typo: "Typo",
  clarification: "Clarification",
  update: "Update",
  correction: "Correction",
  retraction: "Retraction",
};

export const correctionClassDefinitions: Record<CorrectionClass, string> = {
  typo: "Spelling or form; nothing that anybody could have understood differently.",
  clarification: "The same, said more clearly.",
  update: "New facts came in.",
  correction: "We were wrong.",
  retraction: "The check as a whole does not hold.",
};
