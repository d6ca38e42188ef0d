import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import type { Browser } from "../scripts/browser.ts";
import { removeBrowser } from "../scripts/browser.ts";
import { root } from "../scripts/options.ts";
import { claimPort } from "../scripts/serve.ts";
import type { Demo } from "./demos.ts";

/** Starts the demo once per worker, each on a data folder of its own, and takes everything away afterwards. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const browser = JSON.parse(process.env.E2E_BROWSER ?? "{}") as Browser;
  if (process.env.E2E_DEMOS) return async () => removeBrowser(browser);

  const folders = Array.from({ length: workers }, () => mkdtempSync(join(tmpdir(), "assay-journeys-")));
  const places = await Promise.all(
    folders.map(async (data) => ({ data, sitePort: await claimPort("127.0.0.1", 0) })),
  );
  const demos = places.map(startDemo);
  process.env.E2E_DEMOS = JSON.stringify(
    await Promise.all(places.map(async (place, at) => ({ ...(await told(demos[at])), ...place }))),
  );

  return async () => {
    await Promise.all(demos.map(stop));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    removeBrowser(browser);
  };
}

type Place = Pick<Demo, "data" | "sitePort">;

function startDemo({ data, sitePort }: Place): ChildProcess {
  const args = ["scripts/demo.ts", "--json", "--port", "0", "--data", data];
  const env = { ...process.env, CAPTURE_ONLY_ALLOWED: "1", CAPTURE_ALLOW: `127.0.0.1:${sitePort}` };
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL", "PUBLIC_DATABASE_URL", "ASSAY_URL"])
    Reflect.deleteProperty(env, name);
  // The channel ends the server with us, also when we are killed.
  return spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
}

async function told(demo: ChildProcess | undefined): Promise<Omit<Demo, keyof Place>> {
  const line = await firstLine(demo?.stdout ?? null);
  if (!line) throw new Error("The demo did not start. The lines above say why.");
  return JSON.parse(line) as Omit<Demo, keyof Place>;
}

async function stop(demo: ChildProcess): Promise<void> {
  const ended = once(demo, "exit");
  demo.kill("SIGTERM");
  await ended;
}

async function firstLine(stream: AsyncIterable<unknown> | null): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}
