import { DeskPage } from "#components/layout/desk-page";
import { CopiesSection } from "#components/snapshots/copies-section";
import { LinkSection } from "#components/sources/link-section";
import { SourceDetail } from "#components/sources/source-detail";
import { SourceSettings } from "#components/sources/source-settings";
import { Text } from "#components/ui/text";
import { idOf, load, requireMember } from "#lib/page";
import { listNamingEditions } from "#lib/publication/naming";
import { listSnapshots } from "#lib/snapshots/queries";
import { getSource, getSourceSettings } from "#lib/sources/queries";

export const metadata = { title: "Source" };

export default async function SourcePage({ params, searchParams }: PageProps<"/desk/sources/[id]">) {
  const { id } = await params;
  const { known } = await searchParams;
  const actor = await requireMember(`/desk/sources/${id}`);
  const source = await load(getSource(actor, idOf(id)));
  const copies = await listSnapshots(actor, { sourceId: source.id });
  const settings = await load(getSourceSettings(actor, source.id));
  const naming = source.visibility === "public" ? await listNamingEditions(actor, source.id) : [];
  return (
    <DeskPage
      title={<Text lang={source.language}>{source.title}</Text>}
      trail={[{ href: "/desk/sources", label: "Sources" }]}
    >
      <SourceDetail
        source={source}
        known={known === "1"}
        aside={<SourceSettings settings={settings} naming={naming} />}
      >
        {!source.sealed && <LinkSection source={source} copies={copies} />}
        {!source.sealed && <CopiesSection sourceId={source.id} url={source.url} copies={copies} />}
      </SourceDetail>
    </DeskPage>
  );
}
