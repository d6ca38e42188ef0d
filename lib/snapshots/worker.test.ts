import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { QUIET } from "../../scripts/child.ts";
import type { Member } from "../auth/schema.ts";
import { addSource } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";

const kills = 20;
const copies = 24;

let checker: Member;
let folder: string;
let site: Server;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-worker-"));
  const words = "<p>The keeper counted twelve carts on the bridge, and wrote them down.</p>".repeat(9);
  site = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    setTimeout(() => response.end(`<html lang=en><article>${words}</article></html>`), 100);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  checker = await aMember();
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  site.closeAllConnections();
  site.close();
  await rm(folder, { recursive: true, force: true });
});

async function startWorker(): Promise<ChildProcess> {
  const allowed = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  // Without a browser: what it is killed in is the taking, keeping and writing.
  const env = { ...process.env, ASSAY_DATA: folder, CAPTURE_ALLOW: allowed, CAPTURE_BROWSER: "off" };
  const started = spawn(process.execPath, [QUIET, join(import.meta.dirname, "../../scripts/worker.ts")], {
    env,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(started, "message");
  return started;
}

test(
  `a worker that is killed ${kills} times loses no copy and takes none twice`,
  { timeout: 240_000 },
  async () => {
    const { port } = site.address() as AddressInfo;
    for (let n = 0; n < copies; n++) {
      const page = { kind: "page", title: `Page ${n}`, url: `http://127.0.0.1:${port}/${n}`, language: "en" };
      await addSource(checker, addSourceInput.parse({ ...page, idempotencyKey: randomUUID() }));
    }
    for (let kill = 0; kill < kills; kill++) {
      worker = await startWorker();
      await pause(Math.random() * 250);
      const ended = once(worker, "exit");
      worker.kill("SIGKILL");
      await ended;
    }
    worker = await startWorker();
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
