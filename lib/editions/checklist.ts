import type { Draft } from "./draft.ts";
import { repeatsWords } from "../disputes/rules.ts";
import { bearingOut } from "../evidence/rules.ts";
import { figuresNotInQuote } from "../figures/rules.ts";
import { sourceMark } from "./rules.ts";
import type { WaivableItem } from "./schema.ts";

/** The parts of a claim's page at the desk, by the names of their anchors. */
export type Where = "claim" | "evidence" | "disputed-by" | "comment" | "verdict";

/** Where something is mended: the part of the page, and in it the field, or the element with this id. */
interface Place {
  where: Where;
  field?: string;
  at?: string | undefined;
}

/** One thing that the checklist misses: what to do, and the place on the claim's page where it is mended. */
export interface Missing<Code extends string = string> extends Place {
  code: Code;
  message: string;
}

const inVerdict = (field: string): Place => ({ where: "verdict", field });
const attaching: Place = { where: "evidence", field: "kind" };
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
      "Contested names the point of contradiction: say what exactly the sides disagree on.",
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

/**
 * What a draft misses that the desk can do without, one by one, each with a reason that the editor sees. Whether it is
 * waived does not matter here.
 */
export function missingWaivables(draft: Draft): Missing<WaivableItem>[] {
  const { claimant, evidence, verdict } = draft;
  const missing: Missing<WaivableItem>[] = [];
  const ask = (holds: boolean, code: WaivableItem, place: Place, message: string) => {
    if (!holds) missing.push({ code, ...place, message });
  };
  const strays = figuresNotInQuote(draft).filter(({ problem }) => problem !== "unclear");
  const listed = (some: typeof strays) => some.map(({ words }) => `“${words}”`).join(", ");
  const inexact = strays.filter(({ problem }) => problem === "inexact");
  const elsewhere = strays.filter(({ problem }) => problem !== "inexact");
  const [stray] = strays;
  const unquoted = evidence.find((e) => e.kind === "quote" && !e.quote);
  ask(
    strays.length === 0,
    "number-in-quote",
    { where: stray?.where ?? "evidence", at: stray && draft.places.get(stray.figure) },
    [
      elsewhere.length > 0 && `Each number occurs in its quote: look at ${listed(elsewhere)}.`,
      inexact.length > 0 &&
        `A number that its quote gives as a bound, in a range or as a guess is not exact: look at ${listed(inexact)}.`,
    ]
      .filter(Boolean)
      .join(" "),
  );
  ask(
    !unquoted,
    "quote",
    { where: "evidence", at: unquoted && draft.places.get(unquoted) },
    "Quote the words of each piece of evidence that is a quote.",
  );
  ask(
    counterEvidenceLookedFor(draft),
    "counter-evidence",
    attaching,
    "Look for evidence that speaks against the conclusion: record the search, or attach what was found.",
  );
  ask(
    claimant === null || draft.requests.some((r) => r.outcome !== "not_asked" && speaksAs(r.party, claimant)),
    "claimant-asked",
    { where: "comment", field: "party" },
    `Ask ${claimant?.name} for comment.`,
  );
  ask(
    !(
      verdict.grade === "single_source" &&
      (verdict.rating?.code === "true" || verdict.rating?.code === "false")
    ),
    "second-source",
    attaching,
    `${verdict.rating?.name} rests on a single source: find a second one.`,
  );
  ask(
    claimant === null || draft.positions.some((p) => p.primary && speaksAs(p.party, claimant)),
    "primary-source",
    { where: "disputed-by", field: "party" },
    `Trace the claim to where ${claimant?.name} makes it: record it as their position, from its primary source.`,
  );
  return missing;
}

/** Met by a recorded search, or by evidence on both sides: whoever found both did look. */
function counterEvidenceLookedFor({ evidence, verdict }: Draft): boolean {
  return (
    verdict.search !== "" ||
    evidence.some((e) => e.kind === "search") ||
    (evidence.some((e) => e.stance === "supports") && evidence.some((e) => e.stance === "refutes"))
  );
}

type Party = NonNullable<Draft["claimant"]>;

/** The claimant itself, somebody who speaks for it, or whom it speaks for. */
function speaksAs(party: Party, claimant: Party): boolean {
  const same =
    party.name === claimant.name &&
    party.kind === claimant.kind &&
    party.description === claimant.description;
  return same || party.speaksFor === claimant.name || claimant.speaksFor === party.name;
}

/** What would make the page better and stops nobody. */
export function hints(draft: Draft): Missing[] {
  const { claim, verdict } = draft;
  const { rating } = verdict;
  const found: Missing[] = [];
  const hint = (holds: boolean, code: string, place: Place, message: string) => {
    if (!holds) found.push({ code, ...place, message });
  };
  const length = [...claim.wording].length;
  hint(
    length <= 75,
    "long-wording",
    inVerdict("shortWording"),
    `The public wording has ${length} characters; at most 75 fit where it is shared. Write a short one.`,
  );
  hint(
    !rating || !hasWord(claim.wording, rating.name),
    "rating-in-wording",
    inVerdict("shortWording"),
    `The public wording has the rating in it (“${rating?.name}”), which reads as if the claim said so.`,
  );
  hint(
    !rating?.unresolved || verdict.known.length + verdict.notKnown.length > 0,
    "known",
    inVerdict("known"),
    `${rating?.name} leaves readers with a question: say what is known, and what is not.`,
  );
  hint(
    verdict.lookAgainOn !== null || (rating?.code !== "unverified" && claim.kind !== "intention"),
    "look-again",
    inVerdict("lookAgainOn"),
    `${claim.kind === "intention" ? "An intention" : rating?.name} may be settled later: say when the desk looks again.`,
  );
  for (const field of ["reasoning", "howChecked"] as const) {
    const marks = [...verdict[field].matchAll(sourceMark)].map(([mark, number]) => ({
      mark,
      number: Number(number),
    }));
    const stray = marks.find(({ number }) => draft.sources.every((source) => source.number !== number));
    hint(
      stray === undefined,
      "source-mark",
      inVerdict(field),
      `There is no source ${stray?.mark}: its number leads readers nowhere.`,
    );
  }
  for (const { words, problem, where, figure } of figuresNotInQuote(draft)) {
    hint(
      problem !== "unclear",
      "number-unclear",
      { where, at: draft.places.get(figure) },
      `Whether the quote says “${words}” has to be judged by a person: it does not stand there in digits.`,
    );
  }
  return found;
}

function hasWord(text: string, word: string): boolean {
  const words = (s: string) =>
    ` ${
      s
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? ""
    } `;
  return words(text).includes(words(word));
}

/** A waivable item that is not met, with the reason for doing without it; null as long as nobody gave one. */
export interface Waivable extends Missing<WaivableItem> {
  waived: string | null;
}

/** The whole checklist of a draft: what must be mended, what can be waived, and what would be better. */
export interface Checklist {
  musts: Missing[];
  waivables: Waivable[];
  hints: Missing[];
}

/** The checklist of a draft as its page shows it. A waiver answers a waivable item, and never a must. */
export function checklistOf(draft: Draft): Checklist {
  const reasons = new Map(draft.waivers.map(({ item, reason }) => [item, reason]));
  return {
    musts: missingMusts(draft),
    waivables: missingWaivables(draft).map((item) => ({ ...item, waived: reasons.get(item.code) ?? null })),
    hints: hints(draft),
  };
}

/** What stands in the way of a submission, exactly: every missing must, and every waivable that nobody waived. */
export const blocking = ({ musts, waivables }: Checklist): Missing[] => [
  ...musts,
  ...waivables.filter(({ waived }) => waived === null),
];
