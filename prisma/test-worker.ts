import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { QUIET } from "../scripts/child.ts";
import type { Member } from "../lib/auth/schema.ts";
import { addSource } from "../lib/sources/commands.ts";
import { addSourceInput } from "../lib/sources/schema.ts";
import { getSnapshot, listSnapshots, type SnapshotView } from "../lib/snapshots/queries.ts";

/** A worker as it runs in earnest, without a browser; answers once it is at work. What it says goes to `hear`. */
export async function startWorker(
  env: Record<string, string>,
  hear: (words: string) => void = (words) => process.stderr.write(words),
): Promise<ChildProcess> {
  const file = join(import.meta.dirname, "../scripts/worker.ts");
  const started = spawn(process.execPath, [QUIET, file], {
    env: { ...process.env, CAPTURE_BROWSER: "off", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [started.stdout, started.stderr])
    stream?.setEncoding("utf8").on("data", (words: string) => hear(words));
  await once(started, "message");
  return started;
}

/** Ends a worker as a stop of the desk does, or at once. */
export async function endWorker(worker: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill(signal);
  await ended;
}

/** A site on loopback: its host with port, and how to end it. */
export async function openSite(answer: RequestListener): Promise<{ host: string; close: () => void }> {
  const site = createServer(answer);
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const close = () => {
    site.closeAllConnections();
    site.close();
  };
  return { host: `127.0.0.1:${(site.address() as AddressInfo).port}`, close };
}

/** A page with a text of its own, so that its copy has files of its own. */
export const pageOf = (words: string) =>
  `<html lang=en><title>Toll book</title><article>${`<p>The keeper counted ${words} carts on the bridge, and wrote them down.</p>`.repeat(9)}</article></html>`;

/** A source that a member adds; answers the copy that is asked for with it. */
export async function askForCopy(member: Member, url: string): Promise<string> {
  const page = { kind: "page", title: "Toll book", url, language: "en", idempotencyKey: randomUUID() };
  const { sourceId } = await addSource(member, addSourceInput.parse(page));
  const [copy] = await listSnapshots(member, { sourceId });
  return copy?.id ?? "";
}

/** The copy as its page shows it, as soon as it is so. */
export async function copyWhen(
  member: Member,
  id: string,
  isSo: (copy: SnapshotView) => boolean,
): Promise<SnapshotView> {
  for (;;) {
    const copy = await getSnapshot(member, id);
    if (isSo(copy)) return copy;
    await pause(100);
  }
}
