import { notFound } from "next/navigation";
import { z } from "zod";
import { ArticlePage } from "#components/articles/article-page";
import { getPageState } from "#lib/articles/page-changes";
import { getArticle, listCoverage } from "#lib/articles/queries";
import { listAlterationsOfArticle } from "#lib/claims/alterations";
import { listPassages } from "#lib/claims/queries";
import { countDisputes } from "#lib/disputes/queries";
import { load, requireMember } from "#lib/page";
import { listParties } from "#lib/parties/queries";
import { listMembers } from "#lib/people/queries";

export const metadata = { title: "Article" };

const versionNumber = z.coerce.number().int().min(1).max(100_000);

type Props = PageProps<"/desk/articles/[id]">;

export default async function ReadArticlePage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireMember(`/desk/articles/${id}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const asked = versionNumber.safeParse((await searchParams).version).data;
  const article = await load(getArticle(actor, id, asked));
  const passages = await listPassages(actor, article.text.versionId);
  const claimIds = [...new Set(passages.map(({ claim }) => claim.id))];
  const [disputes, coverage, members, parties, alterations, state] = await Promise.all([
    countDisputes(actor, claimIds),
    listCoverage(actor, article.text.versionId),
    listMembers(actor),
    listParties(actor),
    listAlterationsOfArticle(actor, id),
    getPageState(actor, id),
  ]);
  return <ArticlePage {...{ article, passages, disputes, coverage, members, parties, alterations, state }} />;
}
