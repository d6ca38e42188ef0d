import { expect, test } from "@playwright/test";
import { execSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { aSource } from "../access/desk.ts";
import { Person } from "../access/person.ts";
import { root } from "../../scripts/options.ts";
import { RunningDesk } from "./running-desk.ts";
import { Writers } from "./writers.ts";

test("a copy of the data folder, made as the documentation says, is the same desk: every row, every file, every member", async () => {
  const backups = mkdtempSync(join(tmpdir(), "assay-backups-"));
  const [desk, restored] = [new RunningDesk(), new RunningDesk(join(backups, "restored"))];
  const writers = new Writers();
  const [, backUp = "", restore = ""] = documented();
  const run = (command: string, at: string) =>
    execSync(command.replace(".assay", at).replace("/backup/assay", join(backups, "copy")));
  try {
    await desk.start();
    await writers.begin(desk, 1);
    await writers.acknowledged(2);
    await writers.end();
    await addFile(writers.admin, desk);
    const [rows, files] = [await rowsOf(desk), filesOf(desk)];
    expect(rows.get("claims")).toMatch(/^[2-9] /);
    expect(files.length).toBeGreaterThan(0);
    await desk.stop();

    run(backUp, desk.data);
    desk.remove();
    run(restore, restored.data);
    expectWhole(restored, "audit");
    await restored.start();
    expect(restored.setupLink).toBeNull();
    expect(await rowsOf(restored)).toEqual(rows);
    expect(filesOf(restored)).toEqual(files);
    expectWhole(restored, "evidence");
    const member = await new Person(restored.url).signIn(writers.email, writers.password);
    await member.do("sources.addSource", aSource());
  } finally {
    await writers.end();
    await Promise.all([desk.stop(), restored.stop()]);
    for (const each of [desk, restored]) each.remove();
    rmSync(backups, { recursive: true, force: true });
  }
});

function expectWhole(desk: RunningDesk, what: "audit" | "evidence"): void {
  const { whole, said } = desk.verify(what);
  expect(whole, said).toBe(true);
}

/** The two commands that copy, as docs/running.md has them. */
function documented(): string[] {
  const text = readFileSync(join(root, "docs/running.md"), "utf8");
  return /^(cp -a \.assay \/backup\/assay)$[\s\S]*^(cp -a \/backup\/assay \.assay)$/m.exec(text) ?? [];
}

/** Adds a file to a source and waits until a worker has looked into it. */
async function addFile(who: Person, desk: RunningDesk): Promise<void> {
  const { sourceId } = await who.do<{ sourceId: string }>("sources.addSource", aSource());
  const query = new URLSearchParams({ fileName: "book.txt", idempotencyKey: randomUUID() });
  const sent = await who.ask(`/desk/sources/${sourceId}/files?${query}`, {
    method: "POST",
    headers: { Origin: desk.url },
    body: "On the twelfth the keeper counted twelve carts on the bridge.\n",
  });
  expect(sent.status).toBe(201);
  const { snapshotId } = JSON.parse(sent.body) as { snapshotId: string };
  while ((await who.ask(`/desk/snapshots/${snapshotId}/files/original`)).status !== 200) await pause(100);
}

/** Of every table of the record, how many rows it has and the hash of all of them. */
async function rowsOf(desk: RunningDesk): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: desk.databaseUrl() });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    const found = new Map<string, string>();
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ all: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS all FROM ${name} t`,
      );
      found.set(name, rows[0]?.all ?? "");
    }
    return found;
  } finally {
    await client.end();
  }
}

const filesOf = ({ data }: RunningDesk): string[] =>
  globSync("files/*/*/*", { cwd: data })
    .sort()
    .map(
      (path) =>
        `${path} ${createHash("sha256")
          .update(readFileSync(join(data, path)))
          .digest("hex")}`,
    );
