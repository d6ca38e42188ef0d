import { notFound } from "next/navigation";
import { z } from "zod";
import { ArticlePage } from "#components/articles/article-page";
import { getArticle, listCoverage } from "#lib/articles/queries";
import { listPassages } from "#lib/claims/queries";
import { load, requireMember } from "#lib/page";
import { listParties } from "#lib/parties/queries";
import { listMembers } from "#lib/people/queries";

export const metadata = { title: "Article" };

export default async function ReadArticlePage({ params }: PageProps<"/desk/articles/[id]">) {
  const { id } = await params;
  const actor = await requireMember(`/desk/articles/${id}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const article = await load(getArticle(actor, id));
  const [passages, coverage, members, parties] = await Promise.all([
    listPassages(actor, article.text.versionId),
    listCoverage(actor, article.text.versionId),
    listMembers(actor),
    listParties(actor),
  ]);
  return <ArticlePage {...{ actor, article, passages, coverage, members, parties }} />;
}
