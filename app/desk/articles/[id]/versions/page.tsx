import { notFound } from "next/navigation";
import { z } from "zod";
import { VersionsPage } from "#components/articles/versions-page";
import { getPageState } from "#lib/articles/page-changes";
import { getArticle } from "#lib/articles/queries";
import { compareWithEarlier, listVersions } from "#lib/articles/versions";
import { listFates } from "#lib/claims/alterations";
import { load, requireMember } from "#lib/page";

export const metadata = { title: "Versions of an article" };

type Props = PageProps<"/desk/articles/[id]/versions">;

export default async function ArticleVersionsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireMember(`/desk/articles/${id}/versions`);
  if (!z.uuid().safeParse(id).success) notFound();
  const [article, versions] = await Promise.all([load(getArticle(actor, id)), load(listVersions(actor, id))]);
  const asked = z.coerce.number().safeParse((await searchParams).number).data ?? article.latest;
  const shown = versions.find(({ number }) => number === asked);
  if (!shown) notFound();
  const isFirst = shown.number === 1;
  const [changes, fates, state] = await Promise.all([
    isFirst ? [] : compareWithEarlier(actor, { articleId: id, number: shown.number }),
    listFates(actor, shown.id),
    getPageState(actor, id),
  ]);
  return <VersionsPage {...{ actor, article, versions, shown, changes, fates, state }} />;
}
