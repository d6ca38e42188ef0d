import { randomUUID } from "node:crypto";
import type { Prisma } from "#prisma/generated/client";
import { audited, Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { toColumns } from "../calendar-date.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { enqueue } from "../jobs.ts";
import { nameParty } from "../parties/commands.ts";
import { canCapture } from "../snapshots/policy.ts";
import { requestCapture } from "../snapshots/requests.ts";
import { orNull } from "../text.ts";
import { canAddSources, canGroupSource, canMarkGraphic, canSeeConfidential } from "./policy.ts";
import { normaliseUrl } from "./rules.ts";
import type {
  AddSourceInput,
  CaptureAgainInput,
  ChosenSource,
  SourceFields,
  groupSourceInput,
  markGraphicInput,
} from "./schema.ts";
import type { z } from "zod";

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
    const select = { url: true, visibility: true, createdById: true };
    const source = await tx.source.findUnique({ where: { id: sourceId }, select });
    if (!source) throw notFound("source");
    if (!canCapture(actor) || !canSeeConfidential(actor, source)) throw forbidden();
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

/** Asks for a look at whether the source's address still answers; a worker looks at once. */
export async function lookNow(actor: Member, { sourceId }: { sourceId: string }): Promise<{ asked: true }> {
  return audited(actor, async (tx, record) => {
    const select = { url: true, visibility: true, createdById: true };
    const source = await tx.source.findUnique({ where: { id: sourceId }, select });
    if (!source) throw notFound("source");
    if (!canCapture(actor) || !canSeeConfidential(actor, source)) throw forbidden();
    if (source.url === null) throw invalid("This source has no address to look at.");
    await enqueue(tx, "look-at-links", { sourceId });
    record({ name: "source.look-requested", sourceId });
    return { asked: true };
  });
}

/** What other commands need to know of a source that was chosen. */
export interface Chosen {
  id: string;
  /** Nothing of where something stands in it may be in the log. */
  confidential: boolean;
}

/** A step of other commands: the chosen source, which is added first where the choice is a new one. */
export async function chooseSource(
  tx: Tx,
  record: Recorder,
  actor: Member,
  chosen: ChosenSource,
  idempotencyKey: string,
): Promise<Chosen> {
  if (chosen.by === "known") {
    const where = { id: chosen.sourceId };
    const known = await tx.source.findUnique({ where, select: { id: true, visibility: true } });
    if (!known) throw notFound("source");
    return { id: known.id, confidential: known.visibility !== "public" };
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
    visibility: chosen.sourceVisibility,
  };
  const { id } = await nameSource(tx, record, actor, fields, idempotencyKey);
  return { id, confidential: fields.visibility !== "public" };
}

/** What the log may hold of something that stands in a source: of a confidential one not the place. */
export const loggable = <T extends { locator: string | null }>(
  values: T,
  source: Pick<Chosen, "confidential"> | null,
): T => (source?.confidential ? { ...values, locator: null } : values);

type Named = { id: string; found: boolean; reused: boolean };

async function nameSource(
  tx: Tx,
  record: Recorder,
  actor: Member,
  fields: SourceFields,
  idempotencyKey: string,
): Promise<Named> {
  const isPublic = fields.visibility === "public";
  // A confidential source is known by its address to nobody: it neither finds one nor is found.
  const normalisedUrl = fields.url === "" || !isPublic ? null : normaliseUrl(fields.url);
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
        visibility: fields.visibility,
        idempotencyKey,
        createdById: actor.id,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (added) {
    const { capture, visibility, ...source } = fields;
    // The log stays for good: of a confidential source it has no more than that there is one.
    const known = isPublic ? { ...source, normalisedUrl } : { kind: fields.kind, visibility };
    record({ name: "source.added", sourceId: added.id, source: known });
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

/** Says that pictures of a source are covered until somebody asks for them, or that they need not be. */
export async function markGraphic(
  actor: Member,
  input: z.output<typeof markGraphicInput>,
): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const source = await lockSource(tx, input);
    if (!canMarkGraphic(actor)) throw forbidden();
    if (source.graphic === input.graphic) return new Unchanged({ version: source.version });
    record({ name: "source.graphic-set", sourceId: source.id, graphic: input.graphic });
    return changeSource(tx, source, { graphic: input.graphic });
  });
}

/** Says to which origin a source goes back; evidence of it that names no origin of its own has this one. */
export async function groupSource(
  actor: Member,
  input: z.output<typeof groupSourceInput>,
): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const source = await lockSource(tx, input);
    if (!canGroupSource(actor, source))
      throw forbidden("Only who may see this source says where it goes back to.");
    const independenceGroup = orNull(input.independenceGroup);
    if (source.independenceGroup === independenceGroup) return new Unchanged({ version: source.version });
    const values = { before: { independenceGroup: source.independenceGroup }, after: { independenceGroup } };
    const change = source.visibility === "public" ? values : { before: {}, after: {} };
    record({ name: "source.group-set", sourceId: source.id, change });
    return changeSource(tx, source, { independenceGroup });
  });
}

/** A step: what may change of a source, locked; refuses an unknown one and a form that saw an older version. */
export async function lockSource(tx: Tx, { sourceId, version }: { sourceId: string; version: number }) {
  await tx.$queryRaw`SELECT id FROM sources WHERE id = ${sourceId}::uuid FOR UPDATE`;
  const source = await tx.source.findUnique({
    where: { id: sourceId },
    select: {
      id: true,
      version: true,
      visibility: true,
      url: true,
      createdById: true,
      graphic: true,
      independenceGroup: true,
    },
  });
  if (!source) throw notFound("source");
  if (source.version !== version)
    throw conflict(
      "Somebody changed what the desk says of this source meanwhile. Look at it and save again.",
      {
        visibility: source.visibility,
        graphic: source.graphic,
        version: source.version,
      },
    );
  return source;
}

/** A step: writes what changed of a locked source. */
export async function changeSource(
  tx: Tx,
  source: { id: string; version: number },
  data: Prisma.SourceUncheckedUpdateInput,
): Promise<{ version: number }> {
  const version = source.version + 1;
  await tx.source.update({ where: { id: source.id }, data: { ...data, version }, select: { id: true } });
  return { version };
}
