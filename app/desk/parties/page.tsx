import { DeskPage } from "#components/layout/desk-page";
import { PartyList } from "#components/parties/party-list";
import { requireMember } from "#lib/page";
import { listPartyPage } from "#lib/parties/queries";

export const metadata = { title: "Parties" };

export default async function PartiesPage({ searchParams }: PageProps<"/desk/parties">) {
  const { q, after } = await searchParams;
  const actor = await requireMember("/desk/parties");
  const words = typeof q === "string" ? q.slice(0, 200) : "";
  const page = await listPartyPage(actor, { words, after: typeof after === "string" ? after : null });
  return (
    <DeskPage title="Parties" meta="by name" width="narrow">
      <PartyList page={page} words={words} />
    </DeskPage>
  );
}
