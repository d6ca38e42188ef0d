import { diffWordsWithSpace } from "diff";
import { compareTexts } from "../articles/comparison.ts";
import { relationNames } from "../disputes/rules.ts";
import { languageName } from "../languages.ts";
import { figureText, measureName } from "../figures/rules.ts";
import { commentOutcomeNames, gradeNames } from "../verdicts/rules.ts";
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
 * `nameOf` says what other claims are called.
 */
export function changesBetween(
  before: PublicDocument | null,
  after: PublicDocument,
  nameOf = (claimId: string) => claimId,
): Change[] {
  if (!before) return [];
  return [
    text("Wording", before.claim.wording, after.claim.wording),
    text("Language of our own words", languageName(before.deskLanguage), languageName(after.deskLanguage)),
    text("Kind", before.claim.kind, after.claim.kind),
    text("Claimant", party(before.claimant), party(after.claimant)),
    text("Said on", said(before), said(after)),
    text("Event", event(before), event(after)),
    list("Parties to the event", before, after, (d) => d.event?.parties.map(involvement) ?? []),
    text("Rating", before.verdict.rating.name, after.verdict.rating.name),
    // Another rating has another definition; the same one under other words is a change of its own.
    before.verdict.rating.code === after.verdict.rating.code
      ? text("Definition of the rating", before.verdict.rating.definition, after.verdict.rating.definition)
      : null,
    text("Evidence grade", gradeNames[before.verdict.grade], gradeNames[after.verdict.grade]),
    text("Finding", before.verdict.finding, after.verdict.finding),
    text("Point of contradiction", before.verdict.contradiction, after.verdict.contradiction),
    text("Reasoning", before.verdict.reasoning, after.verdict.reasoning),
    text("How it was checked", before.verdict.howChecked, after.verdict.howChecked),
    list("Known", before, after, (d) => d.verdict.known),
    list("Not known", before, after, (d) => d.verdict.notKnown),
    text("As of", before.verdict.asOf ?? "", after.verdict.asOf ?? ""),
    text("Look again on", before.verdict.lookAgainOn ?? "", after.verdict.lookAgainOn ?? ""),
    text("Where we looked", before.verdict.search, after.verdict.search),
    list("Passages", before, after, (d) => d.passages.map((p) => `“${p.exact}” in ${p.article.title}`)),
    list("Evidence", before, after, (d) => d.evidence.map((e) => evidence(d, e))),
    list("Disputed by: positions", before, after, (d) => d.positions.map((p) => position(d, p))),
    list("Figures", before, after, figures),
    list("Related claims", before, after, (d) =>
      d.relations.map(
        (r) =>
          `this claim ${relationNames[r.kind][r.direction]} ${nameOf(r.claimId)}${r.reason && `: ${r.reason}`}`,
      ),
    ),
    list("Asked for comment", before, after, (d) => d.requests.map(request)),
    list("Topics", before, after, (d) => d.topics.map(({ name }) => name)),
    list("Sources", before, after, (d) => d.sources.map((s) => source(d, s.number))),
    list("Copies of sources", before, after, (d) => d.sources.flatMap((s) => copy(d, s))),
    text("Retraction", before.retraction ?? "", after.retraction ?? ""),
  ].filter((change) => change !== null);
}

/** With more differences, comparing to the last space would take seconds, in which the server does nothing else. */
const mostEdits = 500;

/** Word by word where most words stayed; a text that was written anew is read as a whole, before and after. */
export function compared(before: string, after: string): Part[] {
  const parts: Part[] =
    diffWordsWithSpace(before, after, { maxEditLength: mostEdits }) ?? compareTexts(before, after);
  const letters = (value: string) => value.replace(/[\s\p{P}]/gu, "").length;
  const kept = parts.filter(({ added, removed }) => !added && !removed).map(({ value }) => letters(value));
  const share = kept.reduce((sum, length) => sum + length, 0) / Math.max(letters(before), letters(after), 1);
  if (before === "" || after === "" || share >= 0.5) return parts;
  return [
    { value: before, removed: true },
    { value: after, added: true },
  ];
}

function text(what: string, before: string, after: string): Change | null {
  return before === after ? null : { what, parts: compared(before, after) };
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
  if (!s) return "";
  const told = s.confidential && Object.values(s.confidential).join();
  return joined([
    s.publisher,
    s.title,
    s.url ?? s.description ?? told,
    s.publishedOn,
    s.graphic && "graphic",
  ]);
}

type Document = PublicDocument;

const copy = (d: Document, s: Document["sources"][number]): string[] =>
  s.copy
    ? [`${source(d, s.number)}: copy of ${s.copy.capturedAt.slice(0, 10)}, SHA-256 ${s.copy.sha256}`]
    : [];

type Party = NonNullable<Document["claimant"]>;

const joined = (parts: (string | null | false | undefined)[]) => parts.filter(Boolean).join(", ");

function party(p: Party | null): string {
  if (!p) return "unknown";
  const more = joined([
    p.description,
    p.speaksFor && `speaks for ${p.speaksFor}`,
    p.involved !== null && (p.involved ? "party to the conflict" : "not involved"),
  ]);
  return more ? `${p.name} (${more})` : p.name;
}

const said = ({ saidOn, saidWords }: Pick<Document, "saidOn" | "saidWords">) =>
  joined([saidOn, saidWords && `“${saidWords}”`]) || "unknown";

const event = ({ event: e }: Document) =>
  e
    ? joined([
        e.name,
        e.happenedOn,
        e.happenedWords && `“${e.happenedWords}”`,
        e.place && `${e.place} (${e.placePrecision})`,
      ])
    : "";

const involvement = (p: NonNullable<Document["event"]>["parties"][number]) =>
  joined([p.name, p.involved ? "involved" : "not involved", p.note]);

function evidence(document: Document, e: Document["evidence"][number]): string {
  const marks = [
    e.kind !== "quote" && e.kind,
    `shows what ${e.shows === "so" ? "is so" : "was said"}`,
    e.locator,
    e.independenceGroup && `group ${e.independenceGroup}`,
    e.involved && "involved",
    e.conclusive && "conclusive",
  ];
  const words = [e.observation, e.quote && `“${e.quote}”`, translated(e)].filter(Boolean).join(" ");
  return `${e.stance}: ${words} — ${source(document, e.source)} (${joined(marks)})`;
}

const translated = ({ translation, translator }: { translation: string | null; translator: string | null }) =>
  translation && `= “${translation}”, translated by ${translator}`;

function position(document: Document, p: Document["positions"][number]): string {
  const marks = joined([
    p.hedged && "hedged",
    p.saidOn,
    p.saidWords && `“${p.saidWords}”`,
    p.relayedBy.length > 0 && `relayed by ${p.relayedBy.map(({ name }) => name).join(", then ")}`,
    p.primary && "primary source",
    p.locator,
    p.source !== null && source(document, p.source),
  ]);
  const words = [`“${p.quote}”`, translated(p)].filter(Boolean).join(" ");
  return `${party(p.party)} ${p.stance.replaceAll("_", " ")}: ${words} (${marks})`;
}

/** Each figure with who gives it, what it counts and when; evidence is named by its source. */
function figures(document: Document): string[] {
  const of = (who: string, given: Document["positions"][number]["figures"]) =>
    given.map(
      (f) => `${who}: ${joined([figureText(f), f.asOf && `as of ${f.asOf}`])} (${measureName(f.measure)})`,
    );
  return [
    ...document.positions.flatMap((p) => of(p.party.name, p.figures)),
    ...document.evidence.flatMap((e) => of(source(document, e.source), e.figures)),
  ];
}

const request = (r: Document["requests"][number]) =>
  `${party(r.party)}: ${joined([
    commentOutcomeNames[r.outcome].toLowerCase(),
    r.channel,
    r.askedOn && `asked ${r.askedOn}`,
    r.dueOn && `answer by ${r.dueOn}`,
    r.answeredOn && `answered ${r.answeredOn}`,
    r.answer && `“${r.answer}”`,
    r.reason,
  ])}`;
