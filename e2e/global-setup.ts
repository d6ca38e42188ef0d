import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "../scripts/browser.ts";
import { removeBrowser } from "../scripts/browser.ts";
import { root } from "../scripts/options.ts";

/** Starts the demo on a data folder of its own and tells the tests its sign-ins; takes everything away afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  const browser = JSON.parse(process.env.E2E_BROWSER ?? "{}") as Browser;
  if (process.env.E2E_ACCOUNTS) return async () => removeBrowser(browser);

  const data = mkdtempSync(join(tmpdir(), "assay-journeys-"));
  const args = ["scripts/demo.ts", "--json", "--port", process.env.E2E_PORT ?? "", "--data", data];
  const env = { ...process.env, ASSAY_URL: process.env.E2E_URL };
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL", "PUBLIC_DATABASE_URL"])
    Reflect.deleteProperty(env, name);
  // The channel ends the server with us, also when we are killed.
  const demo = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const line = await firstLine(demo.stdout);
  if (!line) throw new Error("The demo did not start. The lines above say why.");
  process.env.E2E_ACCOUNTS = JSON.stringify((JSON.parse(line) as { accounts: unknown }).accounts);
  process.env.E2E_DATA = data;

  return async () => {
    const ended = once(demo, "exit");
    demo.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
    removeBrowser(browser);
  };
}

async function firstLine(stream: AsyncIterable<unknown> | null): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}
