import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { captured, missing } from "./part.ts";
import type { Part } from "./part.ts";
import { CaptureProblem } from "./reasons.ts";

/** A page as a person would see it. `rendered` is its HTML after its scripts have run, where it was wanted. */
export interface View {
  screenshot: Part;
  pdf: Part;
  rendered: string | null;
}

const width = 1280;
const tallest = 10_000;

export interface ViewOptions {
  folder: string;
  userAgent: string;
  languages: string;
  /** http://127.0.0.1:port of the only way out. */
  proxy: string;
  /** Milliseconds until the page is drawn, ready or not. */
  settleMs: number;
  stepMs: number;
  wantsHtml?: boolean;
}

/** Opens a URL in a context of its own, which keeps nothing and may do nothing, and draws it. Throws CaptureProblem. */
export async function viewPage(
  browser: Browser,
  url: string,
  options: ViewOptions,
  onContext: (context: BrowserContext) => void,
): Promise<View> {
  const context = await browser.newContext({
    acceptDownloads: false,
    // Beside the desk, loopback is not bypassed: whatever is asked goes through the proxy, which refuses it.
    proxy: { server: options.proxy, bypass: "<-loopback>" },
    serviceWorkers: "block",
    userAgent: userAgentOf(browser, options.userAgent),
    locale: /^[a-zA-Z-]+/.exec(options.languages)?.[0] ?? "en",
    permissions: [],
    viewport: { width, height: 900 },
  });
  onContext(context);
  // Connections between browsers would leave by UDP, past every proxy.
  await context.addInitScript(
    "delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection; delete window.WebTransport",
  );
  const page = await context.newPage();
  context.on("page", (other) => void (other === page ? null : other.close().catch(() => {})));
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
  page.setDefaultTimeout(options.stepMs);
  await open(page, url, options);
  return {
    screenshot: await part(options.folder, "screenshot.png", "image/png", (path) =>
      draw(page, path, options.stepMs),
    ),
    pdf: await part(options.folder, "page.pdf", "application/pdf", (path) =>
      print(page, path, options.stepMs),
    ),
    rendered: options.wantsHtml ? await page.content().catch(() => null) : null,
  };
}

async function open(page: Page, url: string, { settleMs, stepMs }: ViewOptions): Promise<void> {
  try {
    await page.goto(url, { waitUntil: "domcontentloaded", timeout: stepMs });
  } catch (error) {
    throw new CaptureProblem("browser failed", wordsOf(error), error);
  }
  // What has not come by then is left out; many pages never come to rest.
  const settled = (async () => {
    await page.waitForLoadState("load");
    await page.evaluate(scrollThrough, tallest);
    await page.waitForLoadState("networkidle");
  })().catch(() => {});
  await Promise.race([settled, page.waitForTimeout(settleMs).catch(() => {})]);
}

/** Down once and up again, so that pictures which wait to be seen are loaded. */
async function scrollThrough(most: number): Promise<void> {
  for (let top = 0; top < Math.min(document.documentElement.scrollHeight, most); top += 900) {
    window.scrollTo(0, top);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  window.scrollTo(0, 0);
}

async function draw(page: Page, path: string, timeout: number): Promise<unknown> {
  const tall = await within(
    timeout,
    page.evaluate(() => document.documentElement.scrollHeight),
  );
  const height = Math.max(1, Math.min(tall, tallest));
  return page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height }, timeout });
}

const print = (page: Page, path: string, timeout: number) =>
  within(timeout, page.pdf({ path, format: "A4", printBackground: true }));

async function part(
  folder: string,
  name: string,
  mediaType: string,
  make: (path: string) => Promise<unknown>,
): Promise<Part> {
  const path = join(folder, name);
  try {
    await make(path);
    return await captured(path, mediaType);
  } catch (error) {
    return missing(new CaptureProblem("browser failed", wordsOf(error), error));
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Timeout ${ms}ms exceeded`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function userAgentOf(browser: Browser, ours: string): string {
  const major = browser.version().split(".")[0] ?? "";
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36 ${ours}`;
}

function wordsOf(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : "";
  if (/Timeout/.test(message)) return "It took too long.";
  const code = /net::(ERR_[A-Z_]+)/.exec(message)?.[1];
  return code ? `(${code})` : undefined;
}
