import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
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
/** Any numbers will do. Two instances that migrate at once wait for each other on the first. */
const ADVISORY_LOCK = 7_226_901;
/** Held by the script that runs, to its end, also where whoever sent it was killed meanwhile. */
const SCRIPT_LOCK = 7_226_902;

/**
 * Applies the migrations of the folder that are missing, as the owner, then the grants; answers the names of those applied.
 * A migration that failed, or whose sender was killed, is either applied and noted as that, or leaves nothing behind and is tried again
 * at the next call.
 */
export async function migrate(urls: DatabaseUrls, folder = MIGRATIONS): Promise<string[]> {
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
    await owner.query("SELECT pg_advisory_lock($1), pg_advisory_unlock($1)", [SCRIPT_LOCK]);
    const applied = await applyMigrations(urls.owner, folder);
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

async function applyMigrations(url: string, folder: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  try {
    const engine = await loadEngine(bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)));
    const migrationsList = listMigrations(folder);
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
 * one implicit transaction: it is applied entirely or not at all. PostgreSQL goes on with it when its sender is killed, so that
 * it also notes itself that it is applied; otherwise the next call would take it for one that failed.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = (script) => runScript(adapter.underlyingDriver(), script);
    return adapter;
  }
}

const NOTE = `DO $note$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $note$`;

/**
 * Whoever waits for a table keeps all who come later from it, readers too. So a script lets go after two seconds and comes again, for two
 * minutes, while somebody has what it needs (a download, a back-up).
 */
async function runScript(pool: pg.Pool, script: string): Promise<void> {
  const whole = `SELECT pg_advisory_xact_lock(${SCRIPT_LOCK}); SET LOCAL lock_timeout = '2s';\n${script}\n;${NOTE}`;
  for (let attempt = 1; ; attempt++) {
    try {
      await pool.query(whole);
      return;
    } catch (error) {
      const isLocked = error instanceof pg.DatabaseError && error.code === "55P03";
      if (!isLocked || attempt === 40) throw error;
      await pause(1000);
    }
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

function listMigrations(folder: string): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
