import { EventDetail } from "#components/events/event-detail";
import { ReviseEventForm } from "#components/events/revise-event-form";
import { DeskPage } from "#components/layout/desk-page";
import { DialogButton } from "#components/ui/dialog-button";
import { Text } from "#components/ui/text";
import { canWorkOnEvents } from "#lib/events/policy";
import { getEvent } from "#lib/events/queries";
import { idOf, load, requireMember } from "#lib/page";

export const metadata = { title: "Event" };

export default async function EventPage({ params }: PageProps<"/desk/events/[id]">) {
  const { id } = await params;
  const actor = await requireMember(`/desk/events/${id}`);
  const event = await load(getEvent(actor, idOf(id)));
  const canChange = canWorkOnEvents(actor);
  const revise = canChange && (
    <DialogButton label="Revise" title="Revise the event" wide>
      <ReviseEventForm event={event} />
    </DialogButton>
  );
  return (
    <DeskPage
      title={<Text>{event.name}</Text>}
      trail={[{ href: "/desk/events", label: "Events" }]}
      actions={revise}
      width="narrow"
    >
      <EventDetail event={event} canChange={canChange} />
    </DeskPage>
  );
}
