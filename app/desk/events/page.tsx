import { EventList } from "#components/events/event-list";
import { DeskPage } from "#components/layout/desk-page";
import { ButtonLink } from "#components/ui/button-link";
import { listEvents } from "#lib/events/queries";
import { requireMember } from "#lib/page";

export const metadata = { title: "Events" };

export default async function EventsPage({ searchParams }: PageProps<"/desk/events">) {
  const { q, after } = await searchParams;
  const actor = await requireMember("/desk/events");
  const words = typeof q === "string" ? q.slice(0, 200) : "";
  const page = await listEvents(actor, { words, after: typeof after === "string" ? after : null });
  return (
    <DeskPage
      title="Events"
      meta="newest first"
      actions={<ButtonLink href="/desk/events/new">Add an event</ButtonLink>}
      width="narrow"
    >
      <EventList page={page} words={words} />
    </DeskPage>
  );
}
