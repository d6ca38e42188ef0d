import pg from "pg";
import { SUPERUSER } from "./postgres.ts";
import { StartProblem } from "./problem.ts";
import type { Secrets } from "./secrets.ts";

/** The three addresses of one database: its owner, who migrates; the application; and the public reader. */
export type DatabaseUrls = { owner: string; app: string; public: string };

export const ROLES = { owner: "assay_owner", app: "assay_app", public: "assay_public" } as const;

/** Makes the three roles and the database where they are missing, sets their passwords; says whether the database is new. */
export async function prepareDatabase(
  port: number,
  secrets: Secrets,
  database = "assay",
): Promise<{ isNew: boolean }> {
  const client = await connectSuperuser(port, secrets);
  try {
    for (const part of ["owner", "app", "public"] as const) {
      const role = ROLES[part];
      const exists = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      if (exists.rowCount === 0) await client.query(`CREATE ROLE ${role}`);
      const password = client.escapeLiteral(secrets.postgres[part]);
      await client.query(`ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD ${password}`);
    }
    const exists = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    const isNew = exists.rowCount === 0;
    if (isNew) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${ROLES.owner}`);
    }
    return { isNew };
  } finally {
    await client.end();
  }
}

/** Takes the database with everything in it away; a connection that is still open to it is ended. */
export async function dropDatabase(port: number, secrets: Secrets, database = "assay"): Promise<void> {
  const client = await connectSuperuser(port, secrets);
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/** The three addresses of a database on the embedded server. */
export function databaseUrls(port: number, secrets: Secrets, database = "assay"): DatabaseUrls {
  const url = (part: keyof typeof ROLES) => address(ROLES[part], secrets.postgres[part], port, database);
  return { owner: url("owner"), app: url("app"), public: url("public") };
}

/** The address under which roles and databases are made; nothing of the application ever gets it. */
export function superuserUrl(port: number, secrets: Secrets): string {
  return address(SUPERUSER, secrets.postgres.superuser, port, "postgres");
}

async function connectSuperuser(port: number, secrets: Secrets): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superuserUrl(port, secrets) });
  try {
    await client.connect();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "28P01") throw error;
    throw new StartProblem(
      "The database was made with other secrets than those in secrets.json of the data folder. Restore that file from a backup, or choose another folder with --data.",
    );
  }
  return client;
}

function address(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
