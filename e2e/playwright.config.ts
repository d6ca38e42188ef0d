import { statfsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import type { Browser } from "../scripts/browser.ts";
import { findBrowser } from "../scripts/browser.ts";
import { demoOfThisWorker } from "./demos.ts";

// One spec by hand (on Node 24, after `npm run build`):
//   node node_modules/@playwright/test/cli.js test -c e2e/playwright.config.ts --workers=1 journeys/main-job
// Each worker has a demo of its own (global-setup.ts), unless E2E_DEMOS names those that run, as [{url, accounts, data}].

// Workers read this file again; they find what the first reading chose in their environment.
process.env.E2E_BROWSER ??= JSON.stringify(await findBrowser());
const demo = demoOfThisWorker();
const browser = JSON.parse(process.env.E2E_BROWSER) as Browser;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  // Bounds for what hangs, wide enough for a machine that does other work as well.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  workers: 1, // two take as long: browser, server and database of one keep both cores busy
  reporter: "list",
  // In this order on every desk: the access tests leave many claims, behind which the sample's would be hard to find.
  projects: [
    { name: "journeys", testIgnore: "access/**" },
    { name: "access", testMatch: "access/**/*.spec.ts" },
  ],
  use: {
    ...(demo && { baseURL: demo.url }),
    // Smooth scrolling would move what a mouse is about to point at.
    contextOptions: { reducedMotion: "reduce" },
    browserName: "chromium",
    launchOptions: {
      executablePath: browser.path,
      ignoreDefaultArgs: hasSharedMemory() ? ["--disable-dev-shm-usage"] : [],
      args: browser.args,
      env: { ...process.env, ...browser.env } as Record<string, string>,
    },
    screenshot: "only-on-failure",
  },
});

/** Files on a disk, which Playwright makes the browser use instead, cost a tenth of its time; small containers need them. */
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > 2 ** 30;
  } catch {
    return false;
  }
}
