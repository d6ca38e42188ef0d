import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import type { Browser } from "../scripts/browser.ts";
import { removeBrowser } from "../scripts/browser.ts";
import { root } from "../scripts/options.ts";
import type { Demo } from "./demos.ts";

/** Starts the demo once per worker, each on a data folder of its own, and takes everything away afterwards. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const browser = JSON.parse(process.env.E2E_BROWSER ?? "{}") as Browser;
  if (process.env.E2E_DEMOS) return async () => removeBrowser(browser);

  const folders = Array.from({ length: workers }, () => mkdtempSync(join(tmpdir(), "assay-journeys-")));
  const demos = folders.map(startDemo);
  process.env.E2E_DEMOS = JSON.stringify(
    await Promise.all(demos.map((demo, at) => describe(demo, folders[at]))),
  );

  return async () => {
    await Promise.all(demos.map(stop));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    removeBrowser(browser);
  };
}

function startDemo(data: string): ChildProcess {
  const args = ["scripts/demo.ts", "--json", "--port", "0", "--data", data];
  const env = { ...process.env };
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL", "PUBLIC_DATABASE_URL", "ASSAY_URL"])
    Reflect.deleteProperty(env, name);
  // The channel ends the server with us, also when we are killed.
  return spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
}

async function describe(demo: ChildProcess, data = ""): Promise<Demo> {
  const line = await firstLine(demo.stdout);
  if (!line) throw new Error("The demo did not start. The lines above say why.");
  return { ...(JSON.parse(line) as Omit<Demo, "data">), data };
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
