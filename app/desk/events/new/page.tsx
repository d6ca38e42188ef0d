import { AddEventForm } from "#components/events/add-event-form";
import { DeskPage } from "#components/layout/desk-page";
import { getClaimByNumber } from "#lib/claims/queries";
import { publicNumber } from "#lib/claims/rules";
import { load, requireMember } from "#lib/page";

export const metadata = { title: "Add an event" };

export default async function AddEventPage({ searchParams }: PageProps<"/desk/events/new">) {
  const { claim: number } = await searchParams;
  const actor = await requireMember("/desk/events/new");
  const claim = typeof number === "string" ? await load(getClaimByNumber(actor, Number(number))) : null;
  return (
    <DeskPage
      title="Add an event"
      meta={claim && `for ${publicNumber(claim.number)}`}
      trail={[{ href: "/desk/events", label: "Events" }]}
      width="narrow"
    >
      <AddEventForm claim={claim && { id: claim.id, number: claim.number, event: claim.event }} />
    </DeskPage>
  );
}
