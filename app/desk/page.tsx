import { ChangedPages } from "#components/articles/changed-pages";
import { MyWork } from "#components/claims/my-work";
import { DeskPage } from "#components/layout/desk-page";
import { OverdueRequests } from "#components/verdicts/overdue-requests";
import { UnconfirmedWithholdings } from "#components/withholdings/unconfirmed-withholdings";
import { listPageChanges } from "#lib/articles/page-changes";
import { listMyAlterations } from "#lib/claims/alterations";
import { listMyWork } from "#lib/claims/my-work";
import { requireMember } from "#lib/page";
import { listOverdueRequests } from "#lib/verdicts/queries";
import { listUnconfirmed } from "#lib/withholdings/queries";

export const metadata = { title: "My work" };

export default async function MyWorkPage() {
  const actor = await requireMember("/desk");
  const [work, overdue, alterations, changes, withholdings] = await Promise.all([
    listMyWork(actor),
    listOverdueRequests(actor),
    listMyAlterations(actor),
    listPageChanges(actor),
    listUnconfirmed(actor),
  ]);
  const isAll = [...overdue, ...changes, ...withholdings].length === 0;
  return (
    <DeskPage title="My work" width="bleed">
      <UnconfirmedWithholdings withholdings={withholdings} />
      <OverdueRequests requests={overdue} />
      <ChangedPages changes={changes} />
      <MyWork work={work} alterations={alterations} isAll={isAll} />
    </DeskPage>
  );
}
