import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import type { DatabaseUrls } from "../scripts/roles.ts";
import { ROLES, databaseUrls, superuserUrl } from "../scripts/roles.ts";
import { TEMPLATE } from "./test-cluster.ts";

/**
 * Makes a fresh, migrated database and answers its three addresses. A test file that touches the database has one
 * already, in the environment; call this only where a test needs another.
 */
export async function createTestDatabase(): Promise<DatabaseUrls> {
  const { port, secrets } = inject("cluster");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: superuserUrl(port, secrets) });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER ${ROLES.owner}`);
  } finally {
    await client.end();
  }
  return databaseUrls(port, secrets, name);
}

/** A plain connection to this file's database in one of the three roles, for raw SQL; it is closed after the test. */
export async function connectAs(role: "owner" | "app" | "public"): Promise<pg.Client> {
  const variable = { owner: "MIGRATION_DATABASE_URL", app: "DATABASE_URL", public: "PUBLIC_DATABASE_URL" }[
    role
  ];
  const client = new pg.Client({ connectionString: process.env[variable] });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
