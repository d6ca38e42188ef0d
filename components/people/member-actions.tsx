import { ActionButton } from "#components/form/action-button";
import { DialogButton } from "#components/ui/dialog-button";
import { ChangeRoleForm } from "#components/people/change-role-form";
import { deactivateMember, reactivateMember, signOutEverywhere } from "#lib/people/actions";
import type { MemberView } from "#lib/people/queries";

/** What an admin can do about another member. */
export function MemberActions({ member }: { member: MemberView }) {
  const input = { userId: member.id };
  if (!member.active)
    return (
      <ActionButton
        action={reactivateMember}
        input={input}
        done={{ words: `${member.name} can sign in again.` }}
        small
      >
        Reactivate
      </ActionButton>
    );
  return (
    <div className="row">
      <DialogButton label="Change role" title={`Change the role of ${member.name}`} small>
        <ChangeRoleForm member={member} />
      </DialogButton>
      <ActionButton
        action={signOutEverywhere}
        input={input}
        done={{ words: `${member.name} is signed out everywhere.` }}
        small
        confirm={{
          title: `Sign ${member.name} out everywhere?`,
          body: "Every browser in which this member is signed in is signed out at once. They can sign in again.",
          label: "Sign out everywhere",
        }}
      >
        Sign out everywhere
      </ActionButton>
      <ActionButton
        action={deactivateMember}
        input={input}
        done={{ words: `${member.name} is deactivated.` }}
        kind="danger"
        small
        confirm={{
          title: `Deactivate ${member.name}?`,
          body: "They are signed out at once and cannot sign in, and links that they made stop working. What they did keeps their name. You can reactivate them later.",
          label: "Deactivate",
        }}
      >
        Deactivate
      </ActionButton>
    </div>
  );
}
