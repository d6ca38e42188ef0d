import { randomUUID } from "node:crypto";
import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { toColumns } from "../calendar-date.ts";
import { forbidden, invalid, notFound } from "../errors.ts";
import { nameParty } from "../parties/commands.ts";
import { canCapture } from "../snapshots/policy.ts";
import { requestCapture } from "../snapshots/requests.ts";
import { orNull } from "../text.ts";
import { canAddSources } from "./policy.ts";
import { normaliseUrl } from "./rules.ts";
import type { AddSourceInput, CaptureAgainInput, ChosenSource, SourceFields } from "./schema.ts";

export interface AddedSource {
  sourceId: string;
  /** The desk had a source with this address already: it is that one, with its own title. */
  reused: boolean;
}

/** Adds a source; one with an address that the desk knows is answered as the known one, and nothing is changed. */
export async function addSource(actor: Member, input: AddSourceInput): Promise<AddedSource> {
  return audited(actor, async (tx, record) => {
    if (!canAddSources(actor)) throw forbidden();
    const { idempotencyKey, ...fields } = input;
    const added = await nameSource(tx, record, actor, fields, idempotencyKey);
    return added.found
      ? new Unchanged({ sourceId: added.id, reused: added.reused })
      : { sourceId: added.id, reused: false };
  });
}

/** Asks for another copy of a source's page; while one is on its way, answers that one. */
export async function captureAgain(
  actor: Member,
  { sourceId, idempotencyKey }: CaptureAgainInput,
): Promise<{ snapshotId: string }> {
  return audited(actor, async (tx, record) => {
    const source = await tx.source.findUnique({ where: { id: sourceId }, select: { url: true } });
    if (!source) throw notFound("source");
    if (!canCapture(actor)) throw forbidden();
    if (source.url === null)
      throw invalid("This source has no address that could be captured. Add a file instead.");
    const { snapshotId, asked } = await requestCapture(
      tx,
      record,
      actor,
      { sourceId },
      source.url,
      idempotencyKey,
    );
    return asked ? { snapshotId } : new Unchanged({ snapshotId });
  });
}

/** A step of other commands: the id of a chosen source, which is added first where the choice is a new one. */
export async function chooseSource(
  tx: Tx,
  record: Recorder,
  actor: Member,
  chosen: ChosenSource,
  idempotencyKey: string,
): Promise<string> {
  if (chosen.by === "known") {
    const known = await tx.source.findUnique({ where: { id: chosen.sourceId }, select: { id: true } });
    if (!known) throw notFound("source");
    return known.id;
  }
  const fields: SourceFields = {
    kind: chosen.sourceKind,
    title: chosen.sourceTitle,
    url: chosen.sourceUrl,
    description: chosen.sourceDescription,
    publisher: chosen.sourcePublisher,
    publisherKind: chosen.sourcePublisherKind,
    publishedOn: chosen.sourcePublishedOn,
    language: chosen.sourceLanguage,
    capture: chosen.sourceCapture,
  };
  return (await nameSource(tx, record, actor, fields, idempotencyKey)).id;
}

type Named = { id: string; found: boolean; reused: boolean };

async function nameSource(
  tx: Tx,
  record: Recorder,
  actor: Member,
  fields: SourceFields,
  idempotencyKey: string,
): Promise<Named> {
  const normalisedUrl = fields.url === "" ? null : normaliseUrl(fields.url);
  const known = await findKnown(tx, normalisedUrl, idempotencyKey);
  if (known) return known;
  const publisherId =
    fields.publisher === ""
      ? null
      : await nameParty(tx, record, actor, {
          name: fields.publisher,
          kind: fields.publisherKind,
          description: "",
        });
  const { on, precision } = toColumns(fields.publishedOn);
  const [added] = await tx.source.createManyAndReturn({
    data: [
      {
        kind: fields.kind,
        title: fields.title,
        url: orNull(fields.url),
        normalisedUrl,
        description: orNull(fields.description),
        publisherId,
        publishedOn: on,
        publishedPrecision: precision,
        language: fields.language,
        idempotencyKey,
        createdById: actor.id,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (added) {
    const { capture, ...source } = fields;
    record({ name: "source.added", sourceId: added.id, source: { ...source, normalisedUrl } });
    if (capture && fields.url !== "")
      await requestCapture(tx, record, actor, { sourceId: added.id }, fields.url, randomUUID());
    return { id: added.id, found: false, reused: false };
  }
  // Somebody else added it since we looked.
  const theirs = await findKnown(tx, normalisedUrl, idempotencyKey);
  if (!theirs) throw new Error("A source was neither added nor found.");
  return theirs;
}

/** A repeated send finds its own row, which is no reuse; anything else with the same address is. */
async function findKnown(
  tx: Tx,
  normalisedUrl: string | null,
  idempotencyKey: string,
): Promise<Named | null> {
  const select = { id: true };
  const own = await tx.source.findUnique({ where: { idempotencyKey }, select });
  if (own) return { id: own.id, found: true, reused: false };
  const known = normalisedUrl && (await tx.source.findUnique({ where: { normalisedUrl }, select }));
  return known ? { id: known.id, found: true, reused: true } : null;
}
