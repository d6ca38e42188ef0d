import { ActionButton } from "#components/form/action-button";
import { ShortcutSwitch } from "#components/layout/shortcut-switch";
import { Card } from "#components/ui/card";
import { DefinitionList } from "#components/ui/definition-list";
import { ChangePasswordForm } from "#components/people/change-password-form";
import type { Member } from "#lib/auth/schema";
import { signOutEverywhere } from "#lib/people/actions";
import { roleDescriptions, roleNames } from "#lib/people/rules";

/** Who one is at this desk, one's password, and one's sessions. */
export function Account({ id, name, email, role }: Pick<Member, "id" | "name" | "email" | "role">) {
  return (
    <div className="stack loose">
      <DefinitionList
        entries={[
          ["Name", name],
          ["E-mail address", email],
          ["Role", `${roleNames[role]}. ${roleDescriptions[role]}`],
        ]}
      />
      <Card title="Change your password">
        <ChangePasswordForm email={email} />
      </Card>
      <Card title="Keyboard">
        <ShortcutSwitch />
      </Card>
      <Card title="Sessions">
        <p>If you left a browser signed in somewhere, end every session at once, this one included.</p>
        <ActionButton action={signOutEverywhere} input={{ userId: id }} href="/sign-in">
          Sign out everywhere
        </ActionButton>
      </Card>
    </div>
  );
}
