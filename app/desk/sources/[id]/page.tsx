import { DeskPage } from "#components/layout/desk-page";
import { CopiesSection } from "#components/snapshots/copies-section";
import { SourceDetail } from "#components/sources/source-detail";
import { Text } from "#components/ui/text";
import { idOf, load, requireMember } from "#lib/page";
import { listSnapshots } from "#lib/snapshots/queries";
import { getSource } from "#lib/sources/queries";

export const metadata = { title: "Source" };

export default async function SourcePage({ params, searchParams }: PageProps<"/desk/sources/[id]">) {
  const { id } = await params;
  const { known } = await searchParams;
  const actor = await requireMember(`/desk/sources/${id}`);
  const source = await load(getSource(actor, idOf(id)));
  const copies = await listSnapshots(actor, { sourceId: source.id });
  return (
    <DeskPage
      title={<Text lang={source.language}>{source.title}</Text>}
      trail={[{ href: "/desk/sources", label: "Sources" }]}
      width="narrow"
    >
      <SourceDetail source={source} known={known === "1"} />
      <CopiesSection sourceId={source.id} url={source.url} copies={copies} />
    </DeskPage>
  );
}
