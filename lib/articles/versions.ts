import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { notFound } from "../errors.ts";
import { changedParagraphs, type Passus } from "./comparison.ts";

export interface VersionLine {
  id: string;
  number: number;
  at: Date;
  by: string;
  /** The copy that its text was taken from, and when that was taken; null for a pasted text. */
  copy: { id: string; at: Date } | null;
}

/** The versions of an article, newest first; refuses an unknown article. */
export async function listVersions(_actor: Member, articleId: string): Promise<VersionLine[]> {
  const rows = await db.articleVersion.findMany({
    where: { articleId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      createdAt: true,
      createdById: true,
      snapshot: { select: { id: true, requestedAt: true, finishedAt: true } },
    },
  });
  if (rows.length === 0) throw notFound("article");
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ createdById }) => createdById))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, number, createdAt, createdById, snapshot }) => ({
    id,
    number,
    at: createdAt,
    by: names.get(createdById) ?? "",
    copy: snapshot && { id: snapshot.id, at: snapshot.finishedAt ?? snapshot.requestedAt },
  }));
}

/** What a version changed in the one before it. */
export async function compareWithEarlier(
  _actor: Member,
  { articleId, number }: { articleId: string; number: number },
): Promise<Passus[]> {
  const rows = await db.articleVersion.findMany({
    where: { articleId, number: { in: [number - 1, number] } },
    orderBy: { number: "asc" },
    select: { text: true },
  });
  const [before, after] = rows;
  if (!before || !after) throw notFound("version of this article");
  return changedParagraphs(before.text, after.text);
}
