import { AddArticleForm } from "#components/articles/add-article-form";
import { FetchArticleForm } from "#components/articles/fetch-article-form";
import { DeskPage } from "#components/layout/desk-page";
import { requireMember } from "#lib/page";
import { listParties } from "#lib/parties/queries";

export const metadata = { title: "Add an article" };

export default async function AddArticlePage() {
  const actor = await requireMember("/desk/articles/new");
  const parties = await listParties(actor);
  const outlets = parties.filter(({ kind }) => kind === "outlet").map(({ name }) => name);
  return (
    <DeskPage title="Add an article" trail={[{ href: "/desk/articles", label: "Articles" }]} width="narrow">
      <section className="stack" aria-labelledby="fetch-title">
        <h2 id="fetch-title">From an address</h2>
        <FetchArticleForm />
      </section>
      <section className="stack" aria-labelledby="paste-title">
        <h2 id="paste-title">Or paste its text</h2>
        <AddArticleForm outlets={outlets} />
      </section>
    </DeskPage>
  );
}
