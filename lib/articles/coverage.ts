import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { forbidden, invalid, notFound } from "../errors.ts";
import { canWorkOnArticles } from "./policy.ts";
import { utf16Offset, type CoverageMark, type Span } from "./rules.ts";
import type { MarkCoverageInput, UnmarkCoverageInput } from "./schema.ts";

/**
 * Marks sentences of an article version as opinion or as not checkable, in the place of every mark that overlaps them.
 * Places count code points; refuses places that the text does not have, blank ones, and ones that overlap each other.
 */
export async function markCoverage(actor: Member, input: MarkCoverageInput): Promise<{ marked: number }> {
  return audited(actor, async (tx, record) => {
    const { articleVersionId: versionId, kind } = input;
    const { articleId, text } = await lockVersion(tx, versionId);
    if (!canWorkOnArticles(actor)) throw forbidden();
    const spans = input.spans.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
    refuseStray(text, spans);
    const reason = input.kind === "not_checkable" ? input.reason : null;
    const before = await overlapping(tx, versionId, spans);
    const same = spans.every((span) => before.some((mark) => isSame(mark, { ...span, kind, reason })));
    if (same && before.length === spans.length) return new Unchanged({ marked: 0 });
    await tx.coverageMark.deleteMany({ where: { id: { in: before.map(({ id }) => id) } } });
    const row = { articleVersionId: versionId, kind, reason, createdById: actor.id };
    await tx.coverageMark.createMany({ data: spans.map((span) => ({ ...span, ...row })) });
    const replaced = before.map(({ id: _id, ...mark }) => mark);
    record({
      name: "coverage.marked",
      articleId,
      versionId,
      mark: { kind, reason, spans, ...(replaced.length > 0 && { replaced }) },
    });
    return { marked: spans.length };
  });
}

/** Takes off every mark that overlaps these places of an article version; where there is none, nothing happens. */
export async function unmarkCoverage(
  actor: Member,
  input: UnmarkCoverageInput,
): Promise<{ unmarked: number }> {
  return audited(actor, async (tx, record) => {
    const { articleVersionId: versionId, spans } = input;
    const { articleId } = await lockVersion(tx, versionId);
    if (!canWorkOnArticles(actor)) throw forbidden();
    const marks = await overlapping(tx, versionId, spans);
    if (marks.length === 0) return new Unchanged({ unmarked: 0 });
    await tx.coverageMark.deleteMany({ where: { id: { in: marks.map(({ id }) => id) } } });
    record({
      name: "coverage.unmarked",
      articleId,
      versionId,
      mark: { marks: marks.map(({ id: _id, ...mark }) => mark) },
    });
    return { unmarked: marks.length };
  });
}

/** One at a time may mark an article: two people would otherwise leave two marks on one sentence. */
async function lockVersion(tx: Tx, versionId: string): Promise<{ articleId: string; text: string }> {
  const rows = await tx.$queryRaw<{ articleId: string; text: string }[]>`
    SELECT a.id AS "articleId", v.text FROM article_versions v JOIN articles a ON a.id = v.article_id
    WHERE v.id = ${versionId}::uuid FOR UPDATE OF a`;
  if (!rows[0]) throw notFound("article");
  return rows[0];
}

function overlapping(tx: Tx, articleVersionId: string, spans: readonly Span[]) {
  return tx.coverageMark.findMany({
    where: {
      articleVersionId,
      OR: spans.map(({ start, end }) => ({ start: { lt: end }, end: { gt: start } })),
    },
    orderBy: { start: "asc" },
    select: { id: true, start: true, end: true, kind: true, reason: true },
  });
}

const isSame = (a: CoverageMark, b: CoverageMark): boolean =>
  a.start === b.start && a.end === b.end && a.kind === b.kind && a.reason === b.reason;

/** `spans` are in the order of the text, so that one walk through it is enough. */
function refuseStray(text: string, spans: readonly Span[]): void {
  let [at, offset] = [0, 0];
  for (const { start, end } of spans) {
    if (start < at || end <= start) throw invalid("These places overlap. Select the sentences again.");
    const from = utf16Offset(text, start - at, offset);
    const to = utf16Offset(text, end - start, from);
    const last = utf16Offset(text, end - start - 1, from);
    if (last >= text.length || text.slice(from, to).trim() === "")
      throw invalid("There are no words at this place of the article. Select the sentence again.");
    [at, offset] = [end, to];
  }
}
