import { publicNumber } from "#lib/claims/rules";
import type { Mentions } from "#lib/audit/queries";
import type { AuditEvent } from "#lib/audit/schema";
import { positionStanceSaid, relationNames } from "#lib/disputes/rules";
import { positionStance, relationKind } from "#lib/disputes/schema";
import { evidenceShowsNames, evidenceStanceNames } from "#lib/evidence/rules";
import { evidenceShows, evidenceStance } from "#lib/evidence/schema";

/** One event of a claim's history as the rest of a sentence that begins with who did it. */
export function EventSentence({
  event,
  claimId,
  mentions,
}: {
  event: AuditEvent;
  claimId: string;
  mentions: Mentions;
}) {
  return <>{sentence(event, claimId, mentions)}</>;
}

function sentence(event: AuditEvent, claimId: string, mentions: Mentions): string {
  switch (event.name) {
    case "claim.logged":
      return "logged the claim";
    case "claim.reworded":
      return `changed ${changedFields(event.change)} of the claim`;
    case "claim.assigned":
      return event.assigneeId === null
        ? "took the assignment back"
        : `assigned the claim to ${mentions.people[event.assigneeId] ?? "a member"}`;
    case "claim.check-started":
      return "started checking";
    case "claim.shelved":
      return `shelved the claim: ${shelved(event, mentions)}`;
    case "claim.reopened":
      return "reopened the claim";
    case "claim.revision-started":
      return "started revising the published claim";
    case "claim.revision-abandoned":
      return "abandoned the revision";
    case "passage.added":
      return `added the passage ${quoted(event.passage.exact)}`;
    case "passage.removed":
      return `removed the passage ${quoted(event.passage.exact)}`;
    case "evidence.attached":
      return `attached evidence ${evidence(event.evidence, mentions)}`;
    case "evidence.removed":
      return `removed evidence ${evidence(event.evidence, mentions)}`;
    case "position.recorded":
      return `recorded a position: ${position(event.position)}`;
    case "position.removed":
      return `removed a position: ${position(event.position)}`;
    case "relation.added":
      return `added a relation: ${relation(event.relation, claimId, mentions)}`;
    case "relation.removed":
      return `removed a relation: ${relation(event.relation, claimId, mentions)}`;
    case "claim.event-set":
    case "claim.topics-set":
      return `changed ${changedFields(event.change)} of the claim`;
    case "passage.alteration-seen":
      return `took note that a passage is ${event.outcome} in a later version of the article`;
    case "figure.added":
      return `added the figure ${quoted(event.figure.words)}`;
    case "figure.removed":
      return `removed the figure ${quoted(event.figure.words)}`;
    case "comment.requested":
      return event.request.outcome === "not_asked"
        ? `noted why ${name(event.request.party)} was not asked for comment`
        : `recorded a request for comment to ${name(event.request.party)}`;
    case "comment.updated":
      return `changed ${changedFields(event.change)} of a request for comment`;
    case "waiver.given":
      return `waived “${event.item.replaceAll("-", " ")}”: ${quoted(event.reason)}`;
    case "waiver.withdrawn":
      return `withdrew the waiver of “${event.item.replaceAll("-", " ")}”`;
    case "verdict.proposed":
      return `changed ${changedFields(event.change)} of the verdict`;
    case "edition.submitted":
      return `submitted edition ${event.number} for review`;
    case "edition.withdrawn":
      return "withdrew the edition from review";
    case "edition.changes-requested":
      return `requested changes: ${quoted(event.note)}`;
    case "suggestion.made":
      return `suggested other words for the ${fieldNames[event.field] ?? event.field}`;
    case "suggestion.taken-over":
      return `took over the words suggested for the ${fieldNames[event.field] ?? event.field}`;
    case "suggestion.left":
      return `left the ${fieldNames[event.field] ?? event.field} as it was`;
    case "suggestion.withdrawn":
      return `withdrew the suggestion for the ${fieldNames[event.field] ?? event.field}`;
    case "edition.approved":
      return event.note ? `approved the edition: ${quoted(event.note)}` : "approved the edition";
    case "edition.taken-back":
      return "took the approved edition back into review";
    case "edition.publication-scheduled":
      return `set the time at which the edition is published: ${event.at.slice(0, 16).replace("T", ", ")} UTC`;
    case "edition.publication-unscheduled":
      return "took back the time at which the edition was to be published";
    case "edition.not-published-on-time":
      return "did not publish the edition when its time had come";
    case "claim.withheld":
      return `withheld ${editionList(event.editions)} from readers (${event.ground}): ${event.reason}`;
    case "claim.withholding-confirmed":
      return "confirmed that it is withheld";
    case "claim.withholding-lifted":
      return `gave readers back what was withheld: ${event.reason}`;
    case "edition.published":
      return event.retraction
        ? `published edition ${event.number}, a retraction`
        : `published edition ${event.number}`;
    default:
      return event.name;
  }
}

const fieldNames: Record<string, string> = {
  claimantId: "claimant",
  claimantKind: "claimant",
  claimantUnknown: "claimant",
  saidOn: "date said",
  shortWording: "short wording",
  contradiction: "point of contradiction",
  leastSure: "note on what is least sure",
  notKnown: "list of what is not known",
  known: "list of what is known",
  howChecked: "account of how it was checked",
  asOf: "date to which the finding holds",
  lookAgainOn: "date to look again",
  saidWords: "date said",
  grade: "evidence grade",
  search: "record of the search",
};

function changedFields({
  before,
  after,
}: {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}) {
  const changed = Object.keys(after).filter(
    (field) =>
      field !== "version" && JSON.stringify(before[field] ?? "") !== JSON.stringify(after[field] ?? ""),
  );
  const names = [...new Set(changed.map((field) => fieldNames[field] ?? field))];
  return names.length === 0 ? "nothing" : `the ${new Intl.ListFormat("en-GB").format(names)}`;
}

function shelved(
  event: { reason: string; note: string | null; duplicateOfId: string | null },
  mentions: Mentions,
) {
  const number = event.duplicateOfId === null ? undefined : mentions.claims[event.duplicateOfId];
  const reason =
    number === undefined ? event.reason.replaceAll("_", " ") : `duplicate of ${publicNumber(number)}`;
  return event.note ? `${reason}, ${quoted(event.note)}` : reason;
}

function evidence(values: Record<string, unknown>, mentions: Mentions): string {
  const stance = evidenceStance.safeParse(values.stance);
  const shows = evidenceShows.safeParse(values.shows);
  const marks = [
    stance.success && evidenceStanceNames[stance.data].toLowerCase(),
    shows.success && `shows ${evidenceShowsNames[shows.data].toLowerCase()}`,
  ].filter(Boolean);
  const source = mentions.sources[String(values.sourceId)];
  const words = values.observation ?? values.quote;
  const said = words ? quoted(words) : "without a quote";
  return `(${marks.join(", ")}) ${said}${source ? ` from ${source}` : ""}`;
}

const name = (party: unknown): string => (typeof party === "string" ? party : "a party");

function position(values: Record<string, unknown>): string {
  const stance = positionStance.safeParse(values.stance);
  const verb = stance.success ? positionStanceSaid[stance.data] : "said";
  const relays = Array.isArray(values.relayedBy) ? values.relayedBy.map(name) : [];
  const relayed = relays.length > 0 ? `, relayed by ${relays.join(", then ")}` : "";
  return `${name(values.party)} ${verb}, ${quoted(values.quote)}${relayed}`;
}

function relation(values: Record<string, unknown>, claimId: string, mentions: Mentions): string {
  const kind = relationKind.safeParse(values.kind);
  const isFrom = values.fromId === claimId;
  const number = mentions.claims[String(isFrom ? values.toId : values.fromId)];
  const words = kind.success ? relationNames[kind.data][isFrom ? "out" : "in"] : "is related to";
  return `this claim ${words} ${number === undefined ? "another claim" : publicNumber(number)}`;
}

function quoted(words: unknown): string {
  const text = [...(typeof words === "string" ? words : "")];
  return `“${text.length > 160 ? `${text.slice(0, 160).join("")}…` : text.join("")}”`;
}

const editionList = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? "edition" : "editions"} ${numbers.join(", ")}`;
