import type { Metadata } from "next";
import { DeskPage } from "#components/layout/desk-page";
import { Account } from "#components/people/account";
import { requireMember } from "#lib/page";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const actor = await requireMember("/desk/account");
  return (
    <DeskPage title="Account" width="narrow">
      <Account id={actor.id} name={actor.name} email={actor.email} role={actor.role} />
    </DeskPage>
  );
}
