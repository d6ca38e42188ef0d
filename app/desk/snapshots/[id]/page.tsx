import { CopyPage } from "#components/snapshots/copy-page";
import { changedParagraphs } from "#lib/articles/comparison";
import { getArticleName } from "#lib/articles/queries";
import { quotingFor } from "#lib/evidence/quoting-for";
import { idOf, load, requireMember } from "#lib/page";
import { readCopyText } from "#lib/snapshots/copies";
import { getSnapshot } from "#lib/snapshots/queries";
import { getSource } from "#lib/sources/queries";

export const metadata = { title: "Copy" };

export default async function SnapshotPage({ params, searchParams }: PageProps<"/desk/snapshots/[id]">) {
  const { id } = await params;
  const { before, claim } = await searchParams;
  const actor = await requireMember(`/desk/snapshots/${id}`);
  const copy = await load(getSnapshot(actor, idOf(id)));
  const source = copy.sourceId === null ? null : await load(getSource(actor, copy.sourceId));
  const article = copy.articleId === null ? null : await load(getArticleName(actor, copy.articleId));
  const earlier = typeof before === "string" ? await load(getSnapshot(actor, idOf(before))) : null;
  const [text, was, quoting] = await Promise.all([
    readCopyText(copy),
    earlier ? readCopyText(earlier) : null,
    typeof claim === "string" ? quotingFor(actor, Number(claim)) : null,
  ]);
  const changes = "text" in text && was && "text" in was ? changedParagraphs(was.text, text.text) : null;
  return <CopyPage {...{ copy, source, article, text, changes, earlier, quoting }} />;
}
