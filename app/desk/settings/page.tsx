import type { Metadata } from "next";
import { DeskPage } from "#components/layout/desk-page";
import { DatabaseRolesCard } from "#components/settings/database-roles-card";
import { ScaleCard } from "#components/settings/scale-card";
import { SettingsForm } from "#components/settings/settings-form";
import { requireRole } from "#lib/page";
import { getDatabaseRoles, getSettings } from "#lib/settings/queries";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireRole("/desk/settings", "admin");
  const [settings, roles] = await Promise.all([getSettings(actor), getDatabaseRoles(actor)]);
  return (
    <DeskPage title="Settings" meta={<a href="/policies">As readers see it</a>}>
      <div className="beside">
        <SettingsForm settings={settings} />
        <div className="stack loose">
          <ScaleCard />
          <DatabaseRolesCard roles={roles} />
        </div>
      </div>
    </DeskPage>
  );
}
