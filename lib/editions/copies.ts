import type { Prisma } from "#prisma/generated/client";
import type { PublicDocument } from "./schema.ts";

/** What is read of a copy that readers may be shown: when it was taken, and the hashes of its original and its text. */
export const copyShape = {
  select: {
    id: true,
    finishedAt: true,
    parts: {
      where: { kind: { in: ["original", "text"] }, outcome: "captured" },
      select: { kind: true, sha256: true },
    },
  },
} as const satisfies { select: Prisma.SnapshotSelect };

/** The newest copy of a source in which something can be read. */
export const newestCopy = {
  where: { outcome: "captured", parts: { some: { kind: "text", outcome: "captured" } } },
  orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
  take: 1,
  ...copyShape,
} as const satisfies Prisma.SnapshotFindManyArgs;

type CopyRow = Prisma.SnapshotGetPayload<typeof copyShape>;
type Copy = NonNullable<PublicDocument["sources"][number]["copy"]>;

/**
 * The copy of a source that readers are led to: the newest of those that evidence was quoted from, else the newest of all.
 * null where there is none with both an original and a text.
 */
export function chooseCopy(quoted: readonly (CopyRow | null)[], newest: readonly CopyRow[]): Copy | null {
  const from = quoted.flatMap((row) => toCopy(row) ?? []);
  return from.toSorted((a, b) => (a.capturedAt < b.capturedAt ? 1 : -1))[0] ?? toCopy(newest[0] ?? null);
}

function toCopy(row: CopyRow | null): Copy | null {
  const hashOf = (wanted: string) => row?.parts.find(({ kind }) => kind === wanted)?.sha256;
  const [sha256, textSha256] = [hashOf("original"), hashOf("text")];
  if (!row?.finishedAt || !sha256 || !textSha256) return null;
  return { snapshotId: row.id, capturedAt: row.finishedAt.toISOString(), sha256, textSha256 };
}
