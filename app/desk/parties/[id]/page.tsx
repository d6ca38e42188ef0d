import { DeskPage } from "#components/layout/desk-page";
import { PartyDetail } from "#components/parties/party-detail";
import { RevisePartyForm } from "#components/parties/revise-party-form";
import { DialogButton } from "#components/ui/dialog-button";
import { Text } from "#components/ui/text";
import { idOf, load, requireMember } from "#lib/page";
import { canReviseParties } from "#lib/parties/policy";
import { getParty } from "#lib/parties/queries";

export const metadata = { title: "Party" };

export default async function PartyPage({ params }: PageProps<"/desk/parties/[id]">) {
  const { id } = await params;
  const actor = await requireMember(`/desk/parties/${id}`);
  const party = await load(getParty(actor, idOf(id)));
  const revise = canReviseParties(actor) && (
    <DialogButton label="Revise" title="Revise the party">
      <RevisePartyForm party={party} />
    </DialogButton>
  );
  return (
    <DeskPage
      title={<Text>{party.name}</Text>}
      trail={[{ href: "/desk/parties", label: "Parties" }]}
      actions={revise}
      width="narrow"
    >
      <PartyDetail party={party} />
    </DeskPage>
  );
}
