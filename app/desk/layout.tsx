import type { ReactNode } from "react";
import { DeskShell } from "#components/layout/desk-shell";
import { countMine } from "#lib/claims/queries";
import { countOpenRequests } from "#lib/corrections/requests";
import { countForReview } from "#lib/editions/queries";
import { getPublicSettings } from "#lib/publication/queries";
import { currentMember } from "#lib/session";

/** The frame only: each page asks for its member itself, and sends away who is not one. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const member = await currentMember();
  if (member === null) return children;
  const [{ sample }, mine, toReview, requests] = await Promise.all([
    getPublicSettings(),
    countMine(member),
    countForReview(member),
    countOpenRequests(member),
  ]);
  return (
    <DeskShell
      sample={sample}
      member={{ name: member.name, role: member.role }}
      counts={{ mine, toReview, requests }}
    >
      {children}
    </DeskShell>
  );
}
