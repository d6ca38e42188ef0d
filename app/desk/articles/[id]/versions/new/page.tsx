import { notFound } from "next/navigation";
import { AddVersionForm } from "#components/articles/add-version-form";
import { ComparedVersion } from "#components/articles/compared-version";
import { DeskPage } from "#components/layout/desk-page";
import { getArticle } from "#lib/articles/queries";
import { idOf, load, requireMember } from "#lib/page";
import { readCopyText } from "#lib/snapshots/copies";
import { getSnapshot } from "#lib/snapshots/queries";

export const metadata = { title: "New version of an article" };

type Props = PageProps<"/desk/articles/[id]/versions/new">;

export default async function NewVersionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireMember(`/desk/articles/${id}/versions/new`);
  const article = await load(getArticle(actor, idOf(id)));
  const { from } = await searchParams;
  const copy = typeof from === "string" ? await load(getSnapshot(actor, idOf(from))) : null;
  if (copy && copy.articleId !== id) notFound();
  const text = copy ? await readCopyText(copy) : null;
  return (
    <DeskPage
      title="New version"
      trail={[
        { href: "/desk/articles", label: "Articles" },
        { href: `/desk/articles/${id}`, label: article.title },
      ]}
    >
      {copy && text ? (
        <ComparedVersion {...{ article, copy, text }} />
      ) : (
        <AddVersionForm articleId={id} text={article.text.text} latest={article.latest} />
      )}
    </DeskPage>
  );
}
