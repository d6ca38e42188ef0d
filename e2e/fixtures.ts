import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import type axe from "axe-core";
import { account } from "./accounts.ts";
import { demo, type Account } from "./demos.ts";

type Role = Account["role"];
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Browser windows of one test. Whatever one of them reports as an error fails the test, unless it was expected. */
export interface Windows {
  /** A window that shares no cookie with any other. */
  open: (options?: BrowserContextOptions) => Promise<Page>;
  /** A window in which somebody of this role is signed in. */
  openAs: (role: Role, options?: BrowserContextOptions) => Promise<Page>;
  /** Errors that the test brings about itself. */
  expectErrors: (pattern: RegExp) => void;
}

interface Fixtures {
  windows: Windows;
  checker: Page;
  editor: Page;
  admin: Page;
  /** Nobody is signed in, and no script runs: what a reader's page says without any. */
  reader: Page;
}

export const test = base.extend<Fixtures, { sessions: Map<Role, Session> }>({
  sessions: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
    async ({}, provide) => provide(new Map()),
    { scope: "worker" },
  ],
  windows: async ({ browser, sessions }, provide) => {
    const errors: string[] = [];
    const expected: RegExp[] = [];
    const contexts: BrowserContext[] = [];
    const open = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ baseURL: demo().url, ...options });
      contexts.push(context);
      context.setDefaultTimeout(40_000); // a step that cannot be done says so, long before its test has used its time
      context.on("weberror", (event) => errors.push(event.error().message));
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
      });
      return context.newPage();
    };
    const openAs = async (role: Role, options: BrowserContextOptions = {}) => {
      let session = sessions.get(role);
      if (!session) {
        const page = await open();
        await signIn(page, account(role));
        session = await page.context().storageState();
        sessions.set(role, session);
      }
      return open({ ...options, storageState: session });
    };
    await provide({ open, openAs, expectErrors: (pattern) => expected.push(pattern) });
    for (const context of contexts) await context.close();
    const unexpected = errors.filter((error) => !expected.some((pattern) => pattern.test(error)));
    expect(unexpected, "errors in the browser's console").toEqual([]);
  },
  checker: async ({ windows }, provide) => provide(await windows.openAs("checker")),
  editor: async ({ windows }, provide) => provide(await windows.openAs("editor")),
  admin: async ({ windows }, provide) => provide(await windows.openAs("admin")),
  reader: async ({ windows }, provide) => provide(await windows.open({ javaScriptEnabled: false })),
});

export { expect };

/** Words that no earlier run on the same desk has used. */
export const fresh = (words: string): string => `${words} ${randomUUID().slice(0, 8)}`;

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * Fails where axe finds anything on the page as it is, or in what `within` selects: while a dialog is open, nothing else can
 * be used. The pages have no frames, so one look at the document sees all.
 */
export async function expectAccessible(page: Page, within = "html"): Promise<void> {
  // Its script stays in the page until the next one is opened, and only what it objects to is sent back: the list of all
  // that it passes is what makes such a check slow.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async (selected) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations, passes } = await run(selected, { resultTypes: ["violations"] });
    if (passes.length === 0) throw new Error("axe has looked at nothing.");
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  }, within);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Signs in by the form and waits for the desk. */
export async function signIn(page: Page, { email, password }: Pick<Account, "email" | "password">) {
  await visit(page, "/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();
  await hydrated(page);
}

/** Opens a page whose forms and keys are to be used, and waits until its script has taken it over. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** React marks the outermost element last; two frames later its effects, such as the keys, have run. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.documentElement).some((key) => key.startsWith("__reactProps$")),
  );
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
