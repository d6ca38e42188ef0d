import { repeatsWords } from "../disputes/rules.ts";
import { bearingOut } from "../evidence/rules.ts";
import type { Draft } from "./draft.ts";
import { attaching, inVerdict, type Missing, type Place } from "./missing.ts";

const inEvidence: Place = { where: "evidence" };

/**
 * The part of the submission checklist that cannot be waived. Empty when the draft may be submitted. Only evidence
 * that shows *so* counts for a rating or grade.
 */
export function missingMusts(draft: Draft): Missing[] {
  const { rating, grade, finding, reasoning, contradiction, search } = draft.verdict;
  const so = draft.evidence.filter((e) => e.shows === "so");
  const missing: Missing[] = [];
  const must = (holds: boolean, code: string, place: Place, message: string) => {
    if (!holds) missing.push({ code, ...place, message });
  };
  must(rating !== null, "rating", inVerdict("rating"), "Choose a rating.");
  must(
    rating === null || draft.ratingIsLive,
    "rating-live",
    inVerdict("rating"),
    `${rating?.name} is not in the desk’s scale any more. Choose another rating.`,
  );
  must(grade !== null, "grade", inVerdict("grade"), "Choose an evidence grade.");
  must(finding !== "", "finding", inVerdict("finding"), "Write the finding: the conclusion in one sentence.");
  must(reasoning !== "", "reasoning", inVerdict("reasoning"), "Write the reasoning.");
  must(
    draft.claimantSettled,
    "claimant",
    { where: "claim", field: "claimant" },
    "Name the claimant, or say that none is named.",
  );
  if (rating) {
    must(
      so.length > 0 || (rating.unresolved && search !== ""),
      "evidence",
      rating.unresolved ? inVerdict("search") : attaching,
      rating.unresolved
        ? `${rating.name} without evidence that shows what is so needs the search recorded: say where you looked.`
        : `${rating.name} needs at least one piece of evidence that shows what is so, not only what was said.`,
    );
    must(
      !(grade === "none" && (rating.code === "true" || rating.code === "false")),
      "grade-none",
      inVerdict("grade"),
      `${rating.name} never stands on the evidence grade “none”.`,
    );
    must(
      rating.code !== "contested" || contradiction !== "",
      "contradiction",
      inVerdict("contradiction"),
      `${rating.name} names the point of contradiction: say what exactly the sides disagree on.`,
    );
  }
  if (grade === "confirmed") {
    must(
      draft.positions.some((p) => p.stance === "concedes") || so.some((e) => e.conclusive),
      "confirmed",
      inEvidence,
      "The grade “confirmed” rests on a concession or on a conclusive record: add one, or choose another grade.",
    );
  }
  if (grade === "corroborated") {
    must(
      areIndependent(draft),
      "corroborated",
      inEvidence,
      "The grade “corroborated” needs evidence of two independent groups for what the rating says, one of them not involved: name the groups on the evidence or its sources, or choose another grade.",
    );
  }
  if (grade === "single_source") {
    must(
      so.length > 0,
      "single-source",
      attaching,
      "The grade “single source” needs that source: attach evidence that shows what is so, or choose “none”.",
    );
  }
  for (const { words, where, at } of draft.unmeasured) {
    must(false, "measure", { where, at }, `Say what the figure “${words}” counts: choose its measure.`);
  }
  const own = [draft.claim.wording, finding, reasoning];
  for (const { number, reason, words, at } of draft.notPublic) {
    must(
      !words.some((theirs) => repeatsWords(reason, theirs, own)),
      "relation",
      { where: "disputed-by", at },
      `The reason why this claim is related to C-${number} repeats words of C-${number}, which readers cannot see yet: relate them in words of your own.`,
    );
  }
  return missing;
}

/** Whether two independent groups, one of them not involved, bear the rating out. */
function areIndependent({ evidence, origins, verdict }: Draft): boolean {
  const bearing = bearingOut(evidence, verdict.rating?.value ?? null);
  const groups = new Set(bearing.flatMap((e) => origins.get(e) ?? []));
  return groups.size >= 2 && bearing.some((e) => origins.has(e) && !e.involved);
}
