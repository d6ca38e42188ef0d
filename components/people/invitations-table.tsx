import { ActionButton } from "#components/form/action-button";
import { Table } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { revokeInvitation } from "#lib/people/actions";
import type { PendingInvitation } from "#lib/people/queries";
import { roleNames } from "#lib/people/rules";

const columns = [
  { label: "For", lead: true },
  { label: "Role" },
  { label: "Invited by" },
  { label: "Until" },
  { label: "Actions" },
];

/** The links that can still be used. */
export function InvitationsTable({ invitations }: { invitations: readonly PendingInvitation[] }) {
  if (invitations.length === 0)
    return <p className="quiet">There are none. Make a link to let somebody join.</p>;
  const rows = invitations.map((invitation) => ({
    key: invitation.id,
    cells: [
      invitation.email ?? "Whoever has the link",
      roleNames[invitation.role],
      invitation.invitedBy,
      <Time key="until" at={invitation.expiresAt} />,
      <ActionButton
        key="revoke"
        action={revokeInvitation}
        input={{ invitationId: invitation.id }}
        done={{ words: "The invitation is revoked." }}
        small
        confirm={{
          title: "Revoke this invitation?",
          body: "Its link stops working at once. You can invite the same person again.",
          label: "Revoke",
        }}
      >
        Revoke
      </ActionButton>,
    ],
  }));
  return <Table caption="Open invitations" columns={columns} rows={rows} />;
}
