import type { ReactNode } from "react";
import { getPublicSettings } from "#lib/publication/queries";
import { PublicShell } from "#components/layout/public-shell";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { deskName, sample } = await getPublicSettings();
  return (
    <PublicShell deskName={deskName} sample={sample}>
      {children}
    </PublicShell>
  );
}
