import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { connectAs } from "../prisma/test-database.ts";
import type { DatabaseUrls } from "./roles.ts";
import { root } from "./options.ts";

const name = "29991231000000_takes_its_time";
// It needs the whole table, and cannot be applied twice.
const script = "ALTER TABLE publications ADD COLUMN trial integer; SELECT pg_sleep(1)";

test("a migration that waits for a table keeps no reader waiting, and one whose sender was killed half-way is run again", async () => {
  const folder = migrationsAnd(name, script);
  const [owner, download, reader] = [
    await connectAs("owner"),
    await connectAs("public"),
    await connectAs("public"),
  ];
  await download.query("BEGIN; SELECT count(*) FROM publications");
  const first = migrateFrom(folder);
  const doing = async (what: string) => {
    const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND ${what}`;
    while ((await owner.query(sql)).rowCount === 0) await pause(20);
  };
  await doing("wait_event_type = 'Lock' AND query LIKE '%trial%'");
  await reader.query("SET statement_timeout = 4000; SELECT count(*) FROM publications");

  await download.query("COMMIT");
  await doing("wait_event = 'PgSleep'");
  first.kill("SIGKILL");
  await once(first, "exit");

  const [code] = await once(migrateFrom(folder), "exit");
  expect(code).toBe(0);
  const { rows } = await owner.query(
    `SELECT finished_at IS NOT NULL AS finished, rolled_back_at IS NULL AS stands,
       (SELECT count(*)::int FROM information_schema.columns WHERE table_name = 'publications' AND column_name = 'trial') AS columns
     FROM _prisma_migrations WHERE migration_name = $1`,
    [name],
  );
  expect(rows).toEqual([{ finished: true, stands: true, columns: 1 }]);
});

function migrationsAnd(name: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, "prisma/migrations"), folder, { recursive: true });
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "migration.sql"), script);
  return folder;
}

/** In a process of its own, as an instance does. */
function migrateFrom(folder: string): ChildProcess {
  const { MIGRATION_DATABASE_URL: owner, DATABASE_URL: app, PUBLIC_DATABASE_URL: readers } = process.env;
  const urls: DatabaseUrls = { owner: owner ?? "", app: app ?? "", public: readers ?? "" };
  const program = `import { migrate } from ${JSON.stringify(join(root, "scripts/migrations.ts"))};
    await migrate(${JSON.stringify(urls)}, ${JSON.stringify(folder)});
    process.exit(0); // and wait for no idle connection, as the command does`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}
