import { diffWordsWithSpace } from "diff";
import { gradeNames } from "../verdicts/rules.ts";
import type { PublicDocument } from "./schema.ts";

export interface Part {
  value: string;
  added?: boolean;
  removed?: boolean;
}

/** One difference between two editions: where it is, and the words as an editor compares them. */
export interface Change {
  what: string;
  parts: Part[];
}

/**
 * What changes for the reader from one edition to the next, in the order of the page; for a first edition everything
 * is new, and the list is empty. Lists are compared item by item: what is only in one of them is added or removed.
 */
export function changesBetween(before: PublicDocument | null, after: PublicDocument): Change[] {
  if (!before) return [];
  return [
    text("Wording", before.claim.wording, after.claim.wording),
    text("Kind", before.claim.kind, after.claim.kind),
    text("Claimant", before.claimant?.name ?? "unknown", after.claimant?.name ?? "unknown"),
    text("Said on", before.saidOn ?? "unknown", after.saidOn ?? "unknown"),
    text("Rating", before.verdict.rating.name, after.verdict.rating.name),
    text("Definition of the rating", before.verdict.rating.definition, after.verdict.rating.definition),
    text("Evidence grade", gradeNames[before.verdict.grade], gradeNames[after.verdict.grade]),
    text("Finding", before.verdict.finding, after.verdict.finding),
    text("Point of contradiction", before.verdict.contradiction, after.verdict.contradiction),
    text("Reasoning", before.verdict.reasoning, after.verdict.reasoning),
    text("Where we looked", before.verdict.search, after.verdict.search),
    list("Passages", before, after, (d) => d.passages.map((p) => `“${p.exact}” in ${p.article.title}`)),
    list("Evidence", before, after, (d) => d.evidence.map((e) => evidence(d, e))),
    list("Disputed by: positions", before, after, (d) => d.positions.map((p) => position(d, p))),
    list("Disputed by: claims", before, after, (d) =>
      d.relations.map(
        (r) =>
          `${r.direction === "out" ? "this claim" : "another claim"} ${r.kind.replaceAll("_", " ")} ${r.claimId}`,
      ),
    ),
    list("Sources", before, after, (d) => d.sources.map((s) => source(d, s.number))),
    text("Retraction", before.retraction ?? "", after.retraction ?? ""),
  ].filter((change) => change !== null);
}

function text(what: string, before: string, after: string): Change | null {
  return before === after ? null : { what, parts: diffWordsWithSpace(before, after) };
}

function list(
  what: string,
  before: PublicDocument,
  after: PublicDocument,
  lines: (d: PublicDocument) => string[],
): Change | null {
  const [old, now] = [lines(before), lines(after)];
  const parts: Part[] = [
    ...old.filter((line) => !now.includes(line)).map((value) => ({ value: `${value}\n`, removed: true })),
    ...now.filter((line) => !old.includes(line)).map((value) => ({ value: `${value}\n`, added: true })),
  ];
  return parts.length === 0 ? null : { what, parts };
}

function source(document: PublicDocument, number: number): string {
  const s = document.sources.find((candidate) => candidate.number === number);
  return s ? [s.publisher, s.title, s.url ?? s.description, s.publishedOn].filter(Boolean).join(", ") : "";
}

function evidence(document: PublicDocument, e: PublicDocument["evidence"][number]): string {
  const marks = [
    `shows what ${e.shows === "so" ? "is so" : "was said"}`,
    e.locator,
    e.independenceGroup && `group ${e.independenceGroup}`,
    e.involved && "involved",
    e.conclusive && "conclusive",
  ];
  return `${e.stance}: “${e.quote}” — ${source(document, e.source)} (${marks.filter(Boolean).join(", ")})`;
}

function position(document: PublicDocument, p: PublicDocument["positions"][number]): string {
  const said = [p.hedged && "hedged", p.saidOn, p.locator, p.source !== null && source(document, p.source)];
  return `${p.party.name} ${p.stance.replaceAll("_", " ")}: “${p.quote}” (${said.filter(Boolean).join(", ")})`;
}
