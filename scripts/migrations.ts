import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { root } from "./options.ts";
import { applyGrants } from "../prisma/grants.ts";
import { StartProblem } from "./problem.ts";
import { installQueue } from "./queue.ts";
import type { DatabaseUrls } from "./roles.ts";

const MIGRATIONS = join(root, "prisma/migrations");
/** Any number will do; two instances that migrate at once wait for each other on it. */
const ADVISORY_LOCK = 7_226_901;

/**
 * Applies the migrations that are missing, as the owner, then the grants; answers the names of those applied.
 * A migration that failed leaves nothing behind and is tried again at the next call.
 */
export async function migrate(urls: DatabaseUrls): Promise<string[]> {
  const owner = new pg.Client({ connectionString: urls.owner, connectionTimeoutMillis: 10_000 });
  try {
    await owner.connect();
  } catch (error) {
    const what = error instanceof Error ? error.message || "no answer" : String(error);
    throw new StartProblem(
      `The database could not be reached: ${what}. Check DATABASE_URL and MIGRATION_DATABASE_URL.`,
    );
  }
  try {
    await checkServer(owner);
    await owner.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    const applied = await applyMigrations(urls.owner);
    await installQueue(urls.owner);
    const roles = { app: await roleOf(urls.app), public: await roleOf(urls.public) };
    await applyGrants(owner, roles);
    return applied;
  } finally {
    await owner.end();
  }
}

async function checkServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: string; version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const server = rows[0];
  if (!server) throw new StartProblem("The database did not say which version it is.");
  if (Number(server.number) < 150_000) {
    throw new StartProblem(`Assay needs PostgreSQL 15 to 18; the database is ${server.version}.`);
  }
  if (server.encoding !== "UTF8") {
    throw new StartProblem(
      `The database must use the encoding UTF8, not ${server.encoding}; make it anew with ENCODING 'UTF8'.`,
    );
  }
}

async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>("SELECT current_user AS role");
    return rows[0]?.role ?? "";
  } finally {
    await client.end();
  }
}

async function applyMigrations(url: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  try {
    const engine = await loadEngine(bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)));
    const migrationsList = listMigrations();
    const filters = { externalTables: [], externalEnums: [] };
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    });
    for (const migrationName of history.failedMigrationNames) {
      await engine.markMigrationRolledBack({ migrationName });
    }
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  } finally {
    await pool.end();
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside functions. Sent whole, on one connection, a script is
 * one implicit transaction: it is applied entirely or not at all.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

async function loadEngine(adapter: object) {
  const file = join(
    dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
    "schema_engine_bg.wasm",
  );
  const module = engineModule as typeof engineModule & {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  };
  const imports = { "./schema_engine_bg.js": module as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}

function listMigrations(): MigrationList {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
