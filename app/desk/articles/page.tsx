import { z } from "zod";
import { ArticleList } from "#components/articles/article-list";
import { DeskPage } from "#components/layout/desk-page";
import { ButtonLink } from "#components/ui/button-link";
import { listPageChanges } from "#lib/articles/page-changes";
import { listArticles } from "#lib/articles/queries";
import { requireMember } from "#lib/page";

export const metadata = { title: "Articles" };

export default async function ArticlesPage({ searchParams }: PageProps<"/desk/articles">) {
  const actor = await requireMember("/desk/articles");
  const after = z.uuid().safeParse((await searchParams).after).data ?? null;
  const page = await listArticles(actor, after);
  const changes = await listPageChanges(
    actor,
    page.articles.map(({ id }) => id),
  );
  return (
    <DeskPage
      title="Articles"
      meta="newest first"
      width="bleed"
      actions={
        <ButtonLink href="/desk/articles/new" kind="primary">
          Add article
        </ButtonLink>
      }
    >
      <ArticleList page={page} changes={changes} continued={after !== null} />
    </DeskPage>
  );
}
