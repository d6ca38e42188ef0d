import { DeskPage } from "#components/layout/desk-page";
import { AddSourceForm } from "#components/sources/add-source-form";
import { SourceList } from "#components/sources/source-list";
import { requireMember } from "#lib/page";
import { listParties } from "#lib/parties/queries";
import { listSources } from "#lib/sources/queries";

export const metadata = { title: "Sources" };

export default async function SourcesPage({ searchParams }: PageProps<"/desk/sources">) {
  const { q, after } = await searchParams;
  const actor = await requireMember("/desk/sources");
  const words = typeof q === "string" ? q.slice(0, 200) : "";
  const page = await listSources(actor, { words, after: typeof after === "string" ? after : null });
  const publishers = (await listParties(actor)).map(({ name }) => name);
  return (
    <DeskPage title="Sources" meta="newest first" width="narrow">
      <section aria-label="Add a source">
        <details className="stack">
          <summary className="btn">Add a source</summary>
          <div className="card">
            <AddSourceForm publishers={publishers} />
          </div>
        </details>
      </section>
      <SourceList page={page} words={words} />
    </DeskPage>
  );
}
