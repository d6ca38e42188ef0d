import { MeasureList } from "#components/figures/measure-list";
import { DeskPage } from "#components/layout/desk-page";
import { listMeasures } from "#lib/figures/queries";
import { requireMember } from "#lib/page";

export const metadata = { title: "Measures" };

export default async function MeasuresPage({ searchParams }: PageProps<"/desk/measures">) {
  const { q, after } = await searchParams;
  const actor = await requireMember("/desk/measures");
  const words = typeof q === "string" ? q.slice(0, 200) : "";
  const page = await listMeasures(actor, { words, after: typeof after === "string" ? after : null });
  return (
    <DeskPage title="Measures" meta="newest first" width="narrow">
      <MeasureList page={page} words={words} />
    </DeskPage>
  );
}
