import type { Prisma } from "#prisma/generated/client";
import type { Tx } from "../audit/audited.ts";
import { fromColumns } from "../calendar-date.ts";
import { unnamed } from "../sources/rules.ts";
import type { PublicDocument } from "./schema.ts";

type PublicSource = PublicDocument["sources"][number];
type Confidential = NonNullable<PublicSource["confidential"]>;

/** What the public side of a source is read from. */
export const publicSourceShape = {
  id: true,
  kind: true,
  title: true,
  url: true,
  description: true,
  publisher: { select: { name: true } },
  publishedOn: true,
  publishedPrecision: true,
  language: true,
  visibility: true,
  attestation: true,
  graphic: true,
  independenceGroup: true,
} as const satisfies Prisma.SourceSelect;

type SourceRow = Prisma.SourceGetPayload<{ select: typeof publicSourceShape }>;

/** What readers are told of a source: all of it with our copy, or, where it is confidential, the one thing that the desk says of it. */
export function publicSource(row: SourceRow, number: number, copy: PublicSource["copy"]): PublicSource {
  const confidential = toldInstead(row);
  if (confidential) return concealed(number, confidential);
  return {
    number,
    kind: row.kind,
    title: row.title,
    url: row.url,
    description: row.description,
    publisher: row.publisher?.name ?? null,
    publishedOn: fromColumns(row.publishedOn, row.publishedPrecision),
    language: row.language,
    graphic: row.graphic,
    confidential: null,
    copy,
  };
}

function toldInstead({ visibility, description, attestation }: SourceRow): Confidential | null {
  if (visibility === "described") return { description: description ?? "" };
  return visibility === "hidden" ? { attestation: attestation ?? "" } : null;
}

const concealed = (number: number, confidential: Confidential): PublicSource => ({
  ...unnamed,
  number,
  description: null,
  graphic: false,
  confidential,
  copy: null,
});

/**
 * The document with these of its sources, by number, as readers are told of confidential ones, without places in them and
 * without their origins: whether evidence named its own or had that of its source, the document does not tell.
 */
export function conceal(
  document: PublicDocument,
  instead: ReadonlyMap<number, Confidential>,
): PublicDocument {
  if (instead.size === 0) return document;
  return {
    ...document,
    evidence: document.evidence.map((piece) =>
      instead.has(piece.source) ? { ...piece, locator: null, independenceGroup: null } : piece,
    ),
    positions: document.positions.map((position) =>
      position.source !== null && instead.has(position.source) ? { ...position, locator: null } : position,
    ),
    sources: document.sources.map((source) => {
      const confidential = instead.get(source.number);
      return confidential ? concealed(source.number, confidential) : source;
    }),
  };
}

/**
 * The sources that a document of this claim names although they are confidential now, by their numbers: it was sealed
 * before. `id` and `createdById` are those of the source. A document has no ids of sources, so each is told by all that
 * it says of one, among the sources that the claim uses or used.
 */
export async function namedAlthoughConfidential(
  tx: Pick<Tx, "source" | "$queryRaw">,
  claimId: string,
  document: PublicDocument,
): Promise<{ number: number; id: string; createdById: string; confidential: Confidential }[]> {
  if (document.sources.every(({ confidential }) => confidential !== null)) return [];
  const used = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sources WHERE visibility <> 'public' AND id IN (
      SELECT source_id FROM evidence WHERE claim_id = ${claimId}::uuid
      UNION SELECT source_id FROM positions WHERE claim_id = ${claimId}::uuid
      UNION SELECT (data::jsonb -> 'evidence' ->> 'sourceId')::uuid FROM audit_events
        WHERE claim_id = ${claimId}::uuid AND name = 'evidence.attached'
      UNION SELECT (data::jsonb -> 'position' ->> 'sourceId')::uuid FROM audit_events
        WHERE claim_id = ${claimId}::uuid AND name = 'position.recorded')`;
  if (used.length === 0) return [];
  const rows = await tx.source.findMany({
    where: { id: { in: used.map(({ id }) => id) } },
    select: { ...publicSourceShape, createdById: true },
  });
  return rows.flatMap(({ createdById, ...row }) => {
    const confidential = toldInstead(row);
    return document.sources.flatMap((source) =>
      confidential && names(source, row)
        ? [{ number: source.number, id: row.id, createdById, confidential }]
        : [],
    );
  });
}

/** The description is left out: it may be another since. */
const names = (source: PublicSource, row: SourceRow): boolean =>
  source.confidential === null &&
  source.title === row.title &&
  source.url === row.url &&
  source.kind === row.kind &&
  source.publisher === (row.publisher?.name ?? null) &&
  source.publishedOn === fromColumns(row.publishedOn, row.publishedPrecision);

/** Whether a document names this very source. */
export const namesSource = (document: PublicDocument, row: SourceRow): boolean =>
  document.sources.some((source) => names(source, row));

/** For `conceal`: what is told instead, by number. */
export const insteadOf = (
  named: readonly { number: number; confidential: Confidential }[],
): ReadonlyMap<number, Confidential> =>
  new Map(named.map(({ number, confidential }) => [number, confidential]));
