import type { ChildProcess, SpawnOptions } from "node:child_process";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./options.ts";

export const QUIET = "--disable-warning=ExperimentalWarning";
const tether = join(root, "scripts/tether.mjs");

/** Starts a program of ours on this same Node, in the checkout; it ends when we end, however we end. */
function spawnNode(
  file: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; stdout: "pipe" | number },
): ChildProcess {
  const stdio: SpawnOptions["stdio"] = [
    "ignore",
    options.stdout,
    options.stdout === "pipe" ? "pipe" : 2,
    "ipc",
  ];
  return spawn(process.execPath, [QUIET, "--import", tether, file, ...args], {
    cwd: root,
    stdio,
    env: { ...(options.env ?? process.env), ASSAY_STARTER: String(process.pid) },
  });
}

/** Runs such a program to its end; answers its exit code and all that it printed. */
export async function runNode(file: string, args: string[], env?: NodeJS.ProcessEnv) {
  const child = spawnNode(file, args, { stdout: "pipe", ...(env && { env }) });
  const output = { stdout: "", all: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    output.stdout += chunk.toString();
    output.all += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => (output.all += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...output };
}
