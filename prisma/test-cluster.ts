import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../scripts/migrations.ts";
import { startPostgres } from "../scripts/postgres.ts";
import { databaseUrls, prepareDatabase } from "../scripts/roles.ts";
import type { Secrets } from "../scripts/secrets.ts";
import { loadSecrets } from "../scripts/secrets.ts";

/** The database that every test file starts from: migrated and granted as in production, without a row of work in it. */
export const TEMPLATE = "assay_template";

export type Cluster = { port: number; secrets: Secrets };

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/** Starts a PostgreSQL for one run of vitest in a folder of its own, and takes both away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "assay-test-"));
  const secrets = loadSecrets(folder);
  const postgres = await startPostgres(folder, secrets, { durable: false });
  await prepareDatabase(postgres.port, secrets, TEMPLATE);
  await migrate(databaseUrls(postgres.port, secrets, TEMPLATE));
  project.provide("cluster", { port: postgres.port, secrets });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
