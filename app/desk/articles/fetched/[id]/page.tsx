import { notFound, redirect } from "next/navigation";
import { FetchedPage } from "#components/articles/fetched-page";
import { findAddressFacts } from "#lib/articles/queries";
import { idOf, load, requireMember } from "#lib/page";
import { listParties } from "#lib/parties/queries";
import { readCopyText } from "#lib/snapshots/copies";
import { getSnapshot } from "#lib/snapshots/queries";

export const metadata = { title: "Add an article" };

export default async function FetchedArticlePage({ params }: PageProps<"/desk/articles/fetched/[id]">) {
  const { id } = await params;
  const actor = await requireMember(`/desk/articles/fetched/${id}`);
  const copy = await load(getSnapshot(actor, idOf(id)));
  if (copy.articleId !== null) redirect(`/desk/articles/${copy.articleId}`);
  if (copy.sourceId !== null || copy.url === null) notFound();
  const [text, facts, parties] = await Promise.all([
    readCopyText(copy),
    findAddressFacts(actor, copy.finalUrl ?? copy.url),
    listParties(actor),
  ]);
  const outlets = parties.filter(({ kind }) => kind === "outlet").map(({ name }) => name);
  return <FetchedPage {...{ copy, text, facts, outlets }} />;
}
