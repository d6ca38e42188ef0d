import { MyWork } from "#components/claims/my-work";
import { DeskPage } from "#components/layout/desk-page";
import { listMyWork } from "#lib/claims/my-work";
import { requireMember } from "#lib/page";

export const metadata = { title: "My work" };

export default async function MyWorkPage() {
  const actor = await requireMember("/desk");
  const work = await listMyWork(actor);
  return (
    <DeskPage title="My work" width="bleed">
      <MyWork work={work} />
    </DeskPage>
  );
}
