import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { askForCopy, copyWhen, endWorker, openSite, pageOf, startWorker } from "../../prisma/test-worker.ts";
import { disconnect } from "../clients.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-clock-"));
let worker: ChildProcess | undefined;
afterAll(async () => {
  await endWorker(worker, "SIGTERM");
  await disconnect();
  rmSync(folder, { recursive: true, force: true });
});

const hour = 3600;
const steps = [0, 3 * hour, -3 * hour, 400 * 24 * hour, 0];

test("a worker whose clock jumps in the middle of its work takes every copy, and none before it was asked for", async () => {
  let jumps = false;
  const site = await openSite(({ url }, response) => {
    if (jumps) worker?.kill("SIGUSR2");
    jumps = false;
    response.setHeader("Content-Type", "text/html");
    setTimeout(() => response.end(pageOf(url ?? "")), 50);
  });
  worker = await startWorker({
    ASSAY_DATA: folder,
    CAPTURE_ALLOW: site.host,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, "../../prisma/test-clock.mjs")}`,
    CLOCK_SECONDS: steps.join(","),
  });
  const checker = await aMember();
  for (const step of steps.slice(1)) {
    const from = performance.now();
    const asked: string[] = [];
    jumps = true;
    for (let n = 0; n < 3; n++) asked.push(await askForCopy(checker, `http://${site.host}/${step}-${n}`));
    for (const id of asked) {
      const copy = await copyWhen(checker, id, ({ outcome }) => outcome !== null);
      expect(copy.outcome, `${step} s`).toBe("captured");
      const tookMs = (copy.finishedAt?.getTime() ?? 0) - copy.requestedAt.getTime();
      expect(tookMs).toBeGreaterThan(0);
      expect(tookMs).toBeLessThan(performance.now() - from + 1000);
    }
  }
  site.close();
});
