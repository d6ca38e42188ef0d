import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import type { Member } from "../auth/schema.ts";
import { askForCopy, endWorker, openSite, pageOf, startWorker } from "../../prisma/test-worker.ts";

const kills = 20;
const copies = 24;

let checker: Member;
let folder: string;
let site: Awaited<ReturnType<typeof openSite>>;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-worker-"));
  site = await openSite((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    setTimeout(() => response.end(pageOf("twelve")), 100);
  });
  checker = await aMember();
});
afterAll(async () => {
  await endWorker(worker, "SIGKILL");
  site.close();
  await rm(folder, { recursive: true, force: true });
});

test(
  `a worker that is killed ${kills} times loses no copy and takes none twice`,
  { timeout: 240_000 },
  async () => {
    for (let n = 0; n < copies; n++) await askForCopy(checker, `http://${site.host}/${n}`);
    const start = () => startWorker({ ASSAY_DATA: folder, CAPTURE_ALLOW: site.host });
    for (let kill = 0; kill < kills; kill++) {
      worker = await start();
      await pause(Math.random() * 250);
      await endWorker(worker, "SIGKILL");
    }
    worker = await start();
    const app = await connectAs("app");
    const count = async (sql: string) =>
      (await app.query<{ count: number }>(`SELECT count(*)::int AS count ${sql}`)).rows[0]?.count;
    while ((await count("FROM snapshots WHERE state = 'waiting'")) !== 0) await pause(200);
    expect(await count("FROM snapshots WHERE outcome = 'captured'")).toBe(copies);
    expect(await count("FROM audit_events WHERE name = 'snapshot.finished'")).toBe(copies);
    expect(await count("FROM snapshot_parts WHERE kind = 'text' AND outcome = 'captured'")).toBe(copies);
    expect(
      await count("FROM kept_files WHERE kept_at IS NULL AND sha256 IN (SELECT sha256 FROM snapshot_parts)"),
    ).toBe(0);
    expect(await count("FROM capture_progress")).toBe(0);
  },
);

test("a job that is done leads to the next at once, however many wait", { timeout: 60_000 }, async () => {
  await endWorker(worker, "SIGTERM");
  const asked: string[] = [];
  for (let n = 0; n < 33; n++) asked.push(await askForCopy(checker, `http://${site.host}/waiting/${n}`));
  worker = await startWorker({ ASSAY_DATA: folder, CAPTURE_ALLOW: site.host });
  const app = await connectAs("app");
  const took = async () => {
    const { rows } = await app.query<{ done: number; seconds: number }>(
      `SELECT count(*)::int AS done, extract(epoch FROM max(finished_at) - min(finished_at))::float AS seconds
       FROM snapshots WHERE id = ANY($1) AND state = 'done'`,
      [asked],
    );
    return rows[0] ?? { done: 0, seconds: 0 };
  };
  while ((await took()).done < asked.length) await pause(100);
  // Eight at once are five rounds; waiting five seconds for each would take some eighteen.
  expect((await took()).seconds).toBeLessThan(12);
});
