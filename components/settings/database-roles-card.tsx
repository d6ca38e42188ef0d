import type { DatabaseRoles } from "#lib/settings/schema";
import { Alert } from "#components/ui/alert";
import { Card } from "#components/ui/card";
import { DefinitionList } from "#components/ui/definition-list";

/** As whom the database is used, and what PostgreSQL itself keeps apart because of it. */
export function DatabaseRolesCard({ roles }: { roles: DatabaseRoles }) {
  const separated = roles.applicationIsHeld && roles.readersAreHeld;
  return (
    <Card title="Database roles">
      {separated ? (
        <p className="small">
          Three roles, kept apart by PostgreSQL itself: readers’ pages cannot read drafts, and the application
          cannot rewrite what is permanent.
        </p>
      ) : (
        <Alert kind="warning" title="The database roles are not separated" still>
          <ul>
            {!roles.readersAreHeld && (
              <li>Readers’ pages use a role that can read drafts: only the program keeps it from that.</li>
            )}
            {!roles.applicationIsHeld && (
              <li>The application uses a role that owns its tables: it could switch their rules off.</li>
            )}
          </ul>
          <p>
            Make three roles, name them in <code>MIGRATION_DATABASE_URL</code>, <code>DATABASE_URL</code> and{" "}
            <code>PUBLIC_DATABASE_URL</code>, and start again: see docs/running.md, “In production”.
          </p>
        </Alert>
      )}
      <DefinitionList
        entries={[
          ["Owner", <code key="owner">{roles.owner}</code>],
          ["Application", <code key="application">{roles.application}</code>],
          ["Readers", <code key="readers">{roles.readers}</code>],
        ]}
      />
    </Card>
  );
}
