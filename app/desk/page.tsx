import { MyWork } from "#components/claims/my-work";
import { DeskPage } from "#components/layout/desk-page";
import { OverdueRequests } from "#components/verdicts/overdue-requests";
import { listMyAlterations } from "#lib/claims/alterations";
import { listMyWork } from "#lib/claims/my-work";
import { requireMember } from "#lib/page";
import { listOverdueRequests } from "#lib/verdicts/queries";

export const metadata = { title: "My work" };

export default async function MyWorkPage() {
  const actor = await requireMember("/desk");
  const [work, overdue, alterations] = await Promise.all([
    listMyWork(actor),
    listOverdueRequests(actor),
    listMyAlterations(actor),
  ]);
  return (
    <DeskPage title="My work" width="bleed">
      <OverdueRequests requests={overdue} />
      <MyWork work={work} alterations={alterations} />
    </DeskPage>
  );
}
