import { z } from "zod";

const id = z.uuid();
const values = z.record(z.string(), z.unknown());
const change = z.object({ before: values, after: values });
const event = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ name: z.literal(name), ...shape });
const onClaim = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  event(name, { claimId: id, ...shape });

/** Every event there is: name, what it carries, and whether it changes what readers would see of its claim. */
export const auditEvent = z.discriminatedUnion("name", [
  event("settings.sample-marked", {}),
  event("settings.changed", { change }),
  /** Each rating's definition by its name, in order. */
  event("settings.scale-revised", { version: z.int(), change }),

  event("member.invited", { invitationId: id, email: z.string().nullable(), role: z.string() }),
  event("invitation.revoked", { invitationId: id }),
  event("member.joined", { userId: id, invitationId: id, email: z.string(), role: z.string() }),
  event("member.role-changed", { userId: id, change }),
  event("member.deactivated", { userId: id }),
  event("member.reactivated", { userId: id }),
  event("member.password-changed", { userId: id }),
  event("member.signed-out-everywhere", { userId: id }),

  event("party.added", { partyId: id, party: values }),
  event("party.revised", { partyId: id, change }),
  event("event.added", { eventId: id, event: values }),
  event("event.revised", { eventId: id, change }),
  event("event.party-involved", { eventId: id, partyId: id, involvement: values }),
  event("event.party-removed", { eventId: id, partyId: id, involvement: values }),
  event("measure.defined", { measureId: id, measure: values }),
  event("article.added", {
    articleId: id,
    versionId: id,
    title: z.string(),
    sha256: z.string(),
    /** The copy that the text was taken from; null for a pasted text. Earlier events do not have it. */
    snapshotId: id.nullish(),
  }),
  event("article.details-changed", { articleId: id, change }),
  event("article.version-added", {
    articleId: id,
    versionId: id,
    number: z.int(),
    sha256: z.string(),
    snapshotId: id.nullish(),
    /** How many passages were found again, by outcome. */
    found: z.record(z.string(), z.int()),
  }),
  event("article.page-change-dismissed", { articleId: id, versionId: id, snapshotId: id }),
  event("coverage.marked", { articleId: id, versionId: id, mark: values }),
  event("coverage.unmarked", { articleId: id, versionId: id, mark: values }),
  event("article.full-text-opened", { articleId: id }),
  event("article.full-text-closed", { articleId: id }),
  // Of a confidential source no value is ever here.
  event("source.added", { sourceId: id, source: values }),
  event("source.visibility-set", { sourceId: id, change }),
  event("source.graphic-set", { sourceId: id, graphic: z.boolean() }),
  event("source.group-set", { sourceId: id, change }),
  // Without the address, which may become confidential.
  event("source.look-requested", { sourceId: id }),
  event("source.link-changed", { sourceId: id, before: z.string().nullable(), after: z.string() }),
  event("snapshot.requested", { snapshotId: id, sourceId: id.nullable(), articleId: id.nullable() }),
  event("snapshot.uploaded", { snapshotId: id, sourceId: id.nullable(), sha256: z.string() }),
  event("snapshot.finished", {
    snapshotId: id,
    outcome: z.string(),
    /** The hash of each part that was captured. */
    files: z.record(z.string(), z.string()),
  }),
  /** Never a file that was kept: one that was refused, or that no copy came of. */
  event("file.removed", { sha256: z.string(), bytes: z.number() }),
  event("file.scanned", { sha256: z.string(), outcome: z.enum(["clean", "flagged", "failed"]) }),
  event("file.stamped", { sha256: z.string(), authority: z.string(), at: z.string() }),

  onClaim("claim.logged", { claim: values }),
  onClaim("claim.reworded", { change }),
  onClaim("claim.assigned", { assigneeId: id.nullable() }),
  onClaim("claim.check-started", {}),
  onClaim("claim.shelved", { reason: z.string(), note: z.string().nullable(), duplicateOfId: id.nullable() }),
  onClaim("claim.reopened", {}),
  onClaim("claim.revision-started", {}),
  onClaim("claim.revision-abandoned", {}),
  onClaim("passage.added", { passageId: id, passage: values }),
  onClaim("passage.removed", { passageId: id, passage: values }),

  onClaim("passage.alteration-seen", { passageId: id, refoundId: id, outcome: z.string() }),

  onClaim("claim.event-set", { change }),
  onClaim("claim.topics-set", { change }),
  onClaim("figure.added", { figureId: id, figure: values }),
  onClaim("figure.removed", { figureId: id, figure: values }),
  onClaim("comment.requested", { requestId: id, request: values }),
  onClaim("comment.updated", { requestId: id, change }),
  onClaim("waiver.given", { item: z.string(), reason: z.string() }),
  onClaim("waiver.withdrawn", { item: z.string(), reason: z.string() }),
  onClaim("evidence.attached", { evidenceId: id, evidence: values }),
  onClaim("evidence.removed", { evidenceId: id, evidence: values }),
  onClaim("position.recorded", { positionId: id, position: values }),
  onClaim("position.removed", { positionId: id, position: values }),
  onClaim("relation.added", { relationId: id, relation: values }),
  onClaim("relation.removed", { relationId: id, relation: values }),
  onClaim("verdict.proposed", { change }),

  // Neither words nor address of the reader: what is in the log stays for good.
  onClaim("correction.requested", { requestId: id, editionNumber: z.int() }),
  onClaim("correction.taken-up", { requestId: id }),
  onClaim("correction.answered", { requestId: id, outcome: z.string() }),

  onClaim("edition.submitted", { editionId: id, number: z.int(), digest: z.string() }),
  onClaim("edition.withdrawn", { editionId: id }),
  onClaim("edition.changes-requested", { editionId: id, note: z.string() }),
  // The words stand in the suggestion itself, which is as permanent as the log.
  onClaim("suggestion.made", { suggestionId: id, field: z.string() }),
  onClaim("suggestion.taken-over", { suggestionId: id, field: z.string() }),
  onClaim("suggestion.left", { suggestionId: id, field: z.string() }),
  onClaim("suggestion.withdrawn", { suggestionId: id, field: z.string() }),
  onClaim("edition.approved", { editionId: id, digest: z.string(), note: z.string() }),
  onClaim("edition.taken-back", { editionId: id }),
  onClaim("edition.published", {
    editionId: id,
    number: z.int(),
    digest: z.string(),
    retraction: z.boolean(),
  }),
  onClaim("edition.publication-scheduled", { editionId: id, at: z.string() }),
  onClaim("edition.publication-unscheduled", { editionId: id }),
  // Without why, which may name a source that is confidential by now.
  onClaim("edition.not-published-on-time", { editionId: id }),
  onClaim("claim.withheld", {
    withholdingId: id,
    ground: z.string(),
    reason: z.string(),
    /** The numbers of the editions, ascending. */
    editions: z.array(z.int()),
  }),
  onClaim("claim.withholding-confirmed", { withholdingId: id }),
  onClaim("claim.withholding-lifted", { withholdingId: id, reason: z.string() }),
]);

export type AuditEvent = z.infer<typeof auditEvent>;
export type AuditEventName = AuditEvent["name"];
