import { Pill } from "#components/ui/pill";
import { Table } from "#components/ui/table";
import { MemberActions } from "#components/people/member-actions";
import type { MemberView } from "#lib/people/queries";
import { roleNames } from "#lib/people/rules";

const columns = [{ label: "Name", lead: true }, { label: "E-mail" }, { label: "Role" }, { label: "Actions" }];

/** Everybody who is or was a member, with what an admin can do about each. */
export function MembersTable({ members, actorId }: { members: readonly MemberView[]; actorId: string }) {
  const rows = members.map((member) => ({
    key: member.id,
    cells: [
      <span key="name" className="row">
        <strong>{member.name}</strong>
        {!member.active && <Pill tone="stopped">Deactivated</Pill>}
      </span>,
      member.email,
      roleNames[member.role],
      member.id === actorId ? (
        <a key="own" href="/desk/account">
          Your account
        </a>
      ) : (
        <MemberActions key="actions" member={member} />
      ),
    ],
  }));
  return <Table caption="Members" columns={columns} rows={rows} />;
}
