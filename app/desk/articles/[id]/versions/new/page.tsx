import { notFound } from "next/navigation";
import { z } from "zod";
import { AddVersionForm } from "#components/articles/add-version-form";
import { DeskPage } from "#components/layout/desk-page";
import { getArticle } from "#lib/articles/queries";
import { load, requireMember } from "#lib/page";

export const metadata = { title: "New version of an article" };

export default async function NewVersionPage({ params }: PageProps<"/desk/articles/[id]/versions/new">) {
  const { id } = await params;
  const actor = await requireMember(`/desk/articles/${id}/versions/new`);
  if (!z.uuid().safeParse(id).success) notFound();
  const article = await load(getArticle(actor, id));
  return (
    <DeskPage
      title="New version"
      trail={[
        { href: "/desk/articles", label: "Articles" },
        { href: `/desk/articles/${id}`, label: article.title },
      ]}
    >
      <AddVersionForm articleId={id} text={article.text.text} latest={article.latest} />
    </DeskPage>
  );
}
