import { RequestList } from "#components/corrections/request-list";
import { DeskPage } from "#components/layout/desk-page";
import { listRequests } from "#lib/corrections/requests";
import { requireMember } from "#lib/page";

export const metadata = { title: "Correction requests" };

export default async function RequestsPage({ searchParams }: PageProps<"/desk/requests">) {
  const { show, after } = await searchParams;
  const actor = await requireMember("/desk/requests");
  const answered = show === "answered";
  const page = await listRequests(actor, { answered, after: typeof after === "string" ? after : null });
  return (
    <DeskPage title="Correction requests" meta="newest first" width="bleed">
      <RequestList entries={page.entries} next={page.next} answered={answered} />
    </DeskPage>
  );
}
