import { figuresNotInQuote } from "../figures/rules.ts";
import type { Draft } from "./draft.ts";
import { attaching, type Missing, type Place } from "./missing.ts";
import type { WaivableItem } from "./schema.ts";

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
