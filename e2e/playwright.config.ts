import { defineConfig } from "@playwright/test";
import type { Browser } from "../scripts/browser.ts";
import { findBrowser } from "../scripts/browser.ts";
import { publicUrl } from "../scripts/serve.ts";

// One spec by hand (on Node 24, after `npm run build`):
//   node node_modules/@playwright/test/cli.js test -c e2e/playwright.config.ts journeys/main-job
// The server starts by itself (global-setup.ts), unless E2E_URL and E2E_ACCOUNTS name one that runs.

// Workers read this file again; they find what the first reading chose in their environment.
process.env.E2E_BROWSER ??= JSON.stringify(await findBrowser());
process.env.E2E_PORT ??= String(20_000 + (process.pid % 10_000));
process.env.E2E_URL ??= await publicUrl(Number(process.env.E2E_PORT));
const browser = JSON.parse(process.env.E2E_BROWSER) as Browser;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  workers: 1, // the journeys share one desk, as its members do
  reporter: "list",
  // In this order: the access tests leave many claims on the desk, behind which the sample's would be hard to find.
  projects: [
    { name: "journeys", testIgnore: "access/**" },
    { name: "access", testMatch: "access/**/*.spec.ts" },
  ],
  use: {
    baseURL: process.env.E2E_URL,
    // Smooth scrolling would move what a mouse is about to point at.
    contextOptions: { reducedMotion: "reduce" },
    browserName: "chromium",
    launchOptions: {
      executablePath: browser.path,
      args: browser.args,
      env: { ...process.env, ...browser.env } as Record<string, string>,
    },
    screenshot: "only-on-failure",
  },
});
