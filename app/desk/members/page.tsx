import type { Metadata } from "next";
import { DeskPage } from "#components/layout/desk-page";
import { InvitationsTable } from "#components/people/invitations-table";
import { InviteForm } from "#components/people/invite-form";
import { MembersTable } from "#components/people/members-table";
import { Card } from "#components/ui/card";
import { requireRole } from "#lib/page";
import { listInvitations, listMembers } from "#lib/people/queries";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const actor = await requireRole("/desk/members", "admin");
  const [members, invitations] = await Promise.all([listMembers(actor), listInvitations(actor)]);
  return (
    <DeskPage title="Members" meta={`${members.filter(({ active }) => active).length} active`}>
      <div className="stack loose">
        <MembersTable members={members} actorId={actor.id} />
        <div className="beside">
          <section className="stack" aria-labelledby="open-invitations">
            <h2 id="open-invitations">Open invitations</h2>
            <InvitationsTable invitations={invitations} />
          </section>
          <Card title="Invite a member">
            <InviteForm />
          </Card>
        </div>
      </div>
    </DeskPage>
  );
}
