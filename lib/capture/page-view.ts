import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Launched } from "./launch.ts";
import type { Page } from "./page.ts";
import { comeToRest, evaluate, goTo, openPage } from "./page.ts";
import { captured, isOfDisk, missing } from "./part.ts";
import type { Part } from "./part.ts";
import { joinStrips } from "./png.ts";
import { CaptureProblem } from "./reasons.ts";

/** A page as a person would see it. `rendered` is its HTML after its scripts have run, where it was wanted. */
export interface View {
  screenshot: Part;
  pdf: Part;
  rendered: string | null;
}

const width = 1280;
const tallest = 10_000;
/** A page is drawn in strips of so many pixels: Chromium holds what it draws four times over. */
const strip = 1000;
/** The longest HTML of a page that is read; see `Limits.readBytes`. */
const mostHtml = 5_000_000;

export interface ViewOptions {
  folder: string;
  userAgent: string;
  languages: string;
  /** Milliseconds until the page is drawn, ready or not. */
  settleMs: number;
  stepMs: number;
  wantsHtml?: boolean;
}

/** Opens a URL in this context, whose only way out is its proxy, and draws it. Throws CaptureProblem. */
export async function viewPage(
  { devtools, version }: Launched,
  context: string,
  url: string,
  options: ViewOptions,
): Promise<View> {
  const { folder, stepMs } = options;
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36 ${options.userAgent}`;
  using page = await openPage(devtools, context, { ...options, userAgent, width });
  await within(stepMs, goTo(page, url)).catch((error: unknown) => {
    throw error instanceof CaptureProblem
      ? error
      : new CaptureProblem("browser failed", wordsOf(error), error);
  });
  // What has not come by then is left out.
  const scroll = () => evaluate(page, `(${scrollThrough.toString()})(${tallest})`);
  await within(options.settleMs, comeToRest(page, scroll, options.settleMs)).catch(() => {});
  return {
    screenshot: await part(folder, "screenshot.png", "image/png", stepMs, (path) => draw(page, path)),
    pdf: await part(folder, "page.pdf", "application/pdf", stepMs, (path) => print(page, path)),
    rendered: options.wantsHtml ? await within(stepMs, html(page)).catch(() => null) : null,
  };
}

/** Runs in the page: down once and up again, so that pictures which wait to be seen are loaded. */
async function scrollThrough(most: number): Promise<void> {
  for (let top = 0; top < Math.min(document.documentElement.scrollHeight, most); top += 900) {
    window.scrollTo(0, top);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  window.scrollTo(0, 0);
}

const html = (page: Page) =>
  evaluate<string | null>(
    page,
    `((html) => html.length > ${mostHtml} ? null : html)(document.documentElement.outerHTML)`,
  );

async function draw(page: Page, path: string): Promise<void> {
  const tall = await evaluate<number>(page, "document.documentElement.scrollHeight");
  const height = Math.max(1, Math.min(tall, tallest));
  await joinStrips(stripsOf(page, height), height, path);
}

async function* stripsOf({ devtools, session }: Page, height: number): AsyncGenerator<Buffer> {
  for (let top = 0; top < height; top += strip) {
    const clip = { x: 0, y: top, width, height: Math.min(strip, height - top), scale: 1 };
    const { data } = await devtools.send(
      "Page.captureScreenshot",
      { format: "png", optimizeForSpeed: true, captureBeyondViewport: true, clip },
      session,
    );
    yield Buffer.from(data, "base64");
  }
}

async function print(page: Page, path: string): Promise<void> {
  const { devtools, session } = page;
  const { stream } = await devtools.send(
    "Page.printToPDF",
    {
      paperWidth: 8.27, // A4, in inches
      paperHeight: 11.69,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 0,
      marginRight: 0,
      printBackground: true,
      transferMode: "ReturnAsStream",
    },
    session,
  );
  if (!stream) throw new Error("Chromium gave no PDF.");
  const read = async function* (): AsyncGenerator<Buffer> {
    for (let isEnd = false; !isEnd;) {
      const { data, eof, base64Encoded } = await devtools.send(
        "IO.read",
        { handle: stream, size: 262_144 },
        session,
      );
      isEnd = eof;
      yield Buffer.from(data, base64Encoded ? "base64" : "utf8");
    }
  };
  await pipeline(read(), createWriteStream(path, { mode: 0o600 }));
}

async function part(
  folder: string,
  name: string,
  mediaType: string,
  timeout: number,
  make: (path: string) => Promise<unknown>,
): Promise<Part> {
  const path = join(folder, name);
  try {
    await within(timeout, make(path));
    return await captured(path, mediaType);
  } catch (error) {
    if (isOfDisk(error)) throw error;
    return missing(new CaptureProblem("browser failed", wordsOf(error), error));
  }
}

class Late extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = pause(ms, undefined, { signal: done.signal }).then(() => {
    throw new Late();
  });
  late.catch(() => {});
  work.catch(() => {}); // whoever comes too late is not heard
  return Promise.race([work, late]).finally(() => done.abort());
}

const wordsOf = (error: unknown) => (error instanceof Late ? "It took too long." : undefined);
