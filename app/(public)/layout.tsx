import type { ReactNode } from "react";
import { headers } from "next/headers";
import { pathHeader } from "#lib/publication/parts";
import { getPublicSettings } from "#lib/publication/queries";
import { PublicShell } from "#components/layout/public-shell";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { deskName, sample } = await getPublicSettings();
  return (
    <PublicShell deskName={deskName} sample={sample} here={(await headers()).get(pathHeader)}>
      {children}
    </PublicShell>
  );
}
