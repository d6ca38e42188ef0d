import type { Prisma } from "#prisma/generated/client";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { inOrderOfParts, isFromOutside } from "./rules.ts";
import {
  fact,
  pageStart,
  type CaptureOutcome,
  type CopyFacts,
  type FinishedPart,
  type PartKind,
  type ScanOutcome,
} from "./schema.ts";

export interface PartView extends FinishedPart {
  bytes: number | null;
  mediaType: string | null;
  /** What the last check of the kept file found wrong. */
  problem: "missing" | "altered" | "unreadable" | null;
  /** What the desk's scanner said of it; null where the desk has none, or does not show it such files. */
  scan: { outcome: "waiting" } | { outcome: ScanOutcome; said: string; at: Date } | null;
}

/** A copy of a source or article; `outcome` is null while it is on its way, and `step` says how far it has come. */
export interface SnapshotView extends CopyFacts {
  id: string;
  sourceId: string | null;
  articleId: string | null;
  means: "capture" | "upload";
  url: string | null;
  fileName: string | null;
  outcome: CaptureOutcome | null;
  reason: string | null;
  step: string | null;
  attempt: number;
  requestedBy: string;
  requestedAt: Date;
  finishedAt: Date | null;
  parts: PartView[];
  /** The instant that a timestamp authority states for the original. */
  stampedAt: Date | null;
}

const select = {
  id: true,
  sourceId: true,
  articleId: true,
  means: true,
  url: true,
  fileName: true,
  outcome: true,
  reason: true,
  requestedBy: { select: { name: true } },
  requestedAt: true,
  finishedAt: true,
  finalUrl: true,
  httpStatus: true,
  title: true,
  author: true,
  publishedOn: true,
  language: true,
  facts: true,
  pages: true,
  shownWidth: true,
  shownHeight: true,
  parts: {
    select: {
      kind: true,
      outcome: true,
      reason: true,
      sha256: true,
      file: {
        select: {
          bytes: true,
          mediaType: true,
          problem: true,
          scan: true,
          scanSaid: true,
          scannedAt: true,
          timestamps: { select: { at: true }, orderBy: { at: "asc" }, take: 1 },
        },
      },
    },
  },
} as const satisfies Prisma.SnapshotSelect;

/** Copies of a confidential source are there for whoever may see the source, and do not exist for anybody else. */
const seenBy = (actor: Member): Prisma.SnapshotWhereInput =>
  actor.role === "checker"
    ? { OR: [{ sourceId: null }, { source: { OR: [{ visibility: "public" }, { createdById: actor.id }] } }] }
    : {};

/** The copies of a source or an article that the member may see, newest first, at most 100. */
export async function listSnapshots(
  actor: Member,
  of: { sourceId: string } | { articleId: string },
): Promise<SnapshotView[]> {
  const rows = await db.snapshot.findMany({
    where: { AND: [of, seenBy(actor)] },
    orderBy: newestFirst,
    take: 100,
    select,
  });
  return withProgress(rows);
}
const newestFirst: Prisma.SnapshotOrderByWithRelationInput[] = [{ requestedAt: "desc" }, { id: "desc" }];

/** One copy; refuses an unknown id, and one of a source that the member may not see. */
export async function getSnapshot(actor: Member, id: string): Promise<SnapshotView> {
  const row = await db.snapshot.findFirst({ where: { id, AND: seenBy(actor) }, select });
  const [view] = await withProgress(row ? [row] : []);
  if (!view) throw notFound("copy");
  return view;
}

type Row = Prisma.SnapshotGetPayload<{ select: typeof select }>;

async function withProgress(rows: Row[]): Promise<SnapshotView[]> {
  const waiting = rows.filter(({ outcome }) => outcome === null).map(({ id }) => id);
  const progress = waiting.length
    ? await db.captureProgress.findMany({ where: { snapshotId: { in: waiting } } })
    : [];
  return rows.map((row) =>
    toView(
      row,
      progress.find(({ snapshotId }) => snapshotId === row.id),
    ),
  );
}

function scanOf(
  kind: PartKind,
  {
    scan,
    scanSaid,
    scannedAt,
  }: { scan: ScanOutcome | null; scanSaid: string | null; scannedAt: Date | null },
): PartView["scan"] {
  if (scan && scannedAt) return { outcome: scan, said: scanSaid ?? "", at: scannedAt };
  return process.env.SCAN_COMMAND && isFromOutside({ kind }) ? { outcome: "waiting" } : null;
}

function toView(
  { parts, facts, pages, requestedBy, ...row }: Row,
  progress: { step: string; attempt: number } | undefined,
): SnapshotView {
  const stamps = parts.find(({ kind }) => kind === "original")?.file?.timestamps ?? [];
  return {
    ...row,
    requestedBy: requestedBy.name,
    step: progress?.step ?? null,
    attempt: progress?.attempt ?? 0,
    facts: fact.array().parse(facts),
    pages: pageStart.array().parse(pages),
    parts: parts
      .map(({ file, ...part }) => ({
        ...part,
        bytes: file ? Number(file.bytes) : null,
        mediaType: file?.mediaType ?? null,
        problem: file?.problem ?? null,
        scan: file ? scanOf(part.kind, file) : null,
      }))
      .toSorted(inOrderOfParts),
    stampedAt: stamps[0]?.at ?? null,
  };
}
