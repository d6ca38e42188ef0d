import type pg from "pg";

type Write = "INSERT" | "UPDATE" | "DELETE";

/**
 * What the application may write, table by table; it may read all of them. A table that is not listed here is
 * read-only to it, and a row that leaves this list loses its grants at the next migrate.
 */
const APP_WRITES: Record<string, Write[]> = {
  articles: ["INSERT", "UPDATE"],
  article_versions: ["INSERT"],
  passages: ["INSERT", "DELETE"],
  audit_events: ["INSERT"],
  claim_topics: ["INSERT", "DELETE"],
  capture_progress: ["INSERT", "UPDATE", "DELETE"],
  claims: ["INSERT", "UPDATE"],
  correction_requests: ["INSERT", "UPDATE"],
  coverage_marks: ["INSERT", "UPDATE", "DELETE"],
  dismissed_changes: ["INSERT"],
  editions: ["INSERT", "UPDATE"],
  event_parties: ["INSERT", "UPDATE", "DELETE"],
  events: ["INSERT", "UPDATE"],
  evidence: ["INSERT", "DELETE"],
  figures: ["INSERT", "DELETE"],
  file_timestamps: ["INSERT"],
  invitations: ["INSERT", "UPDATE"],
  kept_files: ["INSERT", "UPDATE", "DELETE"],
  measures: ["INSERT"],
  parties: ["INSERT", "UPDATE"],
  passage_refound: ["INSERT", "UPDATE", "DELETE"],
  position_relays: ["INSERT", "DELETE"],
  positions: ["INSERT", "DELETE"],
  public_articles: ["INSERT", "UPDATE"],
  public_copies: ["INSERT", "UPDATE", "DELETE"],
  public_settings: ["UPDATE"],
  publications: ["INSERT", "UPDATE"],
  published_editions: ["INSERT"],
  rating_scales: ["INSERT"],
  ratings: ["INSERT"],
  relations: ["INSERT", "DELETE"],
  requests_for_comment: ["INSERT", "UPDATE"],
  reviews: ["INSERT"],
  scheduled_publications: ["INSERT", "UPDATE", "DELETE"],
  sign_in_throttle: ["INSERT", "UPDATE", "DELETE"],
  snapshot_parts: ["INSERT"],
  snapshots: ["INSERT", "UPDATE"],
  sources: ["INSERT", "UPDATE"],
  suggestions: ["INSERT", "UPDATE"],
  topics: ["INSERT"],
  users: ["INSERT", "UPDATE"],
  verdicts: ["INSERT", "UPDATE"],
  waivers: ["INSERT", "DELETE"],
  withholdings: ["INSERT", "UPDATE"],
};

/** All that the public reader may read: copies written while publishing. Drafts are out of its reach. */
const PUBLIC_READS = [
  "publications",
  "published_editions",
  "public_articles",
  "public_copies",
  "public_facets",
  "public_postings",
  "public_settings",
  "withheld_editions",
];

/** What runs with the owner's rights, for the readers' role alone. */
const PUBLIC_CALLS = ["followed_request(text)"];

/**
 * Gives the application role and the public reader exactly the rights of the two lists above, on a connection of the
 * owner. A role that is the owner itself is left alone: with one role for everything there is nothing to separate.
 */
export async function applyGrants(owner: pg.Client, roles: { app: string; public: string }): Promise<void> {
  const { rows } = await owner.query<{ role: string }>("SELECT current_user AS role");
  const ownRole = rows[0]?.role;
  const separated = [...new Set([roles.app, roles.public])].filter((role) => role !== ownRole);
  if (separated.length === 0) return;

  const statements = [
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC",
    ...PUBLIC_CALLS.map((call) => `REVOKE ALL ON FUNCTION ${call} FROM PUBLIC`),
  ];
  for (const role of separated.map((name) => owner.escapeIdentifier(name))) {
    statements.push(
      `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
      `REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM ${role}`,
      `REVOKE ALL ON SCHEMA public FROM ${role}`,
      `GRANT USAGE ON SCHEMA public TO ${role}`,
    );
  }
  const tables = await listTables(owner);
  if (roles.app !== ownRole) statements.push(...appGrants(owner.escapeIdentifier(roles.app), tables));
  if (roles.public !== ownRole && roles.public !== roles.app) {
    const role = owner.escapeIdentifier(roles.public);
    statements.push(
      `GRANT SELECT ON ${PUBLIC_READS.filter((name) => tables.includes(name)).join(", ")} TO ${role}`,
    );
  }
  if (roles.public !== ownRole) {
    const role = owner.escapeIdentifier(roles.public);
    statements.push(...PUBLIC_CALLS.map((call) => `GRANT EXECUTE ON FUNCTION ${call} TO ${role}`));
  }
  // One script is one transaction: nobody ever sees the moment between losing a right and getting it back.
  await owner.query(statements.join(";\n"));
}

function appGrants(role: string, tables: string[]): string[] {
  const unknown = Object.keys(APP_WRITES).filter((table) => !tables.includes(table));
  if (unknown.length > 0)
    throw new Error(`prisma/grants.ts names tables that do not exist: ${unknown.join(", ")}`);
  return [
    `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`,
    `REVOKE ALL ON _prisma_migrations FROM ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    // The queue of background jobs is a library's, with a schema of its own (scripts/queue.ts).
    `GRANT USAGE ON SCHEMA jobs TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO ${role}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO ${role}`,
    ...Object.entries(APP_WRITES).map(
      ([table, writes]) => `GRANT ${writes.join(", ")} ON ${table} TO ${role}`,
    ),
  ];
}

async function listTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  return rows.map((row) => row.name);
}
