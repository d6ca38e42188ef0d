import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Allowed } from "./address.ts";
import type { Chromium } from "./chromium.ts";
import type { Lookup } from "./connect.ts";
import { problemOf } from "./connect.ts";
import { FilteringProxy } from "./filtering-proxy.ts";
import type { Launched } from "./launch.ts";
import type { Limits } from "./limits.ts";
import type { View } from "./page-view.ts";
import { viewPage } from "./page-view.ts";
import { isOfDisk, missing } from "./part.ts";
import { CaptureProblem } from "./reasons.ts";

export interface ShowOptions {
  folder: string;
  allow: Allowed;
  userAgent: string;
  languages: string;
  limits: Limits;
  signal: AbortSignal;
  lookup?: Lookup | undefined;
  /** Whether the HTML is asked for as well. A page may make it as large as it likes, so not without need. */
  wantsHtml?: boolean;
}

/** `refused`: what the page asked for and was not given, since it lies inside. */
type Shown = View & { refused: string[] };

/** A browser in which nothing was shown for so long is ended. */
const idleMs = 30_000;

/**
 * Shows pages in one Chromium, one after the other, which is there only while there is something to show. Each capture has a
 * context and a way out of its own. `sandbox: false` is for pages that are trusted, on machines that forbid user namespaces.
 */
export class CaptureBrowser {
  #found: Promise<Chromium | null> | null = null;
  #launched: Promise<Launched> | null = null;
  #idle: NodeJS.Timeout | undefined;
  /** The page that is shown now or was last. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #sandbox: boolean;

  constructor({ sandbox = true } = {}) {
    this.#sandbox = sandbox;
  }

  /**
   * Screenshot and PDF of a URL, or why there is none; ends within `limits.browserMs` once it has its turn: other captures are
   * not what a page is too slow for. Throws only for what this machine does, such as a full disk.
   */
  async show(url: string, options: ShowOptions): Promise<Shown> {
    const turn = this.#last.then(() => this.#showInTime(url, options));
    this.#last = turn.catch(() => {});
    return until(options.signal, turn).catch((error: unknown) => nothingOf(error));
  }

  async #showInTime(url: string, options: ShowOptions): Promise<Shown> {
    clearTimeout(this.#idle);
    const late = AbortSignal.timeout(options.limits.browserMs);
    try {
      return await this.#show(url, { ...options, signal: AbortSignal.any([options.signal, late]) });
    } catch (error) {
      for (const name of ["screenshot.png", "page.pdf"])
        await rm(join(options.folder, name), { force: true }).catch(() => {});
      return nothingOf(late.aborted ? new CaptureProblem("browser failed", "It took too long.") : error);
    } finally {
      this.#idle = setTimeout(() => void this.#quit(), idleMs).unref();
    }
  }

  /** Ends the browser, and removes what was unpacked for it. */
  async close(): Promise<void> {
    await this.#quit();
    const found = await this.#found?.catch(() => null);
    this.#found = null;
    if (found?.folder) await rm(found.folder, { recursive: true, force: true });
  }

  async #quit(): Promise<void> {
    clearTimeout(this.#idle);
    const launching = this.#launched;
    this.#launched = null; // at once: whoever comes from now on starts another
    const launched = await launching?.catch(() => null);
    await launched?.close();
  }

  async #show(url: string, { limits, signal, allow, lookup, ...rest }: ShowOptions): Promise<Shown> {
    if (signal.aborted) throw problemOf(signal); // nothing is started for it
    const launched = await until(signal, this.#launch());
    const reach = { allow, lookup, connectMs: limits.connectMs, signal };
    const proxy = await FilteringProxy.open(reach, limits.wireBytes);
    // Beside the desk, loopback is not bypassed: whatever is asked goes through the proxy, which refuses it.
    const ways = { proxyServer: proxy.address, proxyBypassList: "<-loopback>" };
    const making = launched.devtools.send("Target.createBrowserContext", ways);
    try {
      const { browserContextId: context } = await until(signal, making);
      const options = { ...rest, settleMs: limits.browserMs / 4, stepMs: limits.browserMs / 3 };
      return { ...(await until(signal, viewPage(launched, context, url, options))), refused: proxy.refused };
    } finally {
      await proxy.close();
      const closing = making.then((made) => launched.devtools.send("Target.disposeBrowserContext", made));
      await this.#end(closing);
    }
  }

  /** Waits until a context is closed, with its page; a page that keeps even this from happening takes the browser with it. */
  async #end(closing: Promise<unknown>): Promise<void> {
    const closed = closing.then(
      () => true,
      () => false,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
    if (!(await Promise.race([closed, late]))) await this.#quit();
  }

  async #launch(): Promise<Launched> {
    const launching = (this.#launched ??= this.#start());
    const launched = await launching.catch((error: unknown) => {
      if (this.#launched === launching) this.#launched = null;
      if (error instanceof CaptureProblem) throw error;
      throw new CaptureProblem("browser failed", "Chromium does not start on this machine.", error);
    });
    if (launched.devtools.isOpen) return launched;
    if (this.#launched === launching) await this.#quit(); // it has ended by itself, and its files are still there
    return this.#launch();
  }

  async #start(): Promise<Launched> {
    // Loaded when it is needed: most desks that run capture nothing for hours.
    const { findForCaptures, launchChromium } = await import("./launch.ts");
    this.#found ??= findForCaptures();
    const found = await this.#found.catch((error: unknown) => {
      this.#found = null; // it may be found once there is room to unpack it
      throw error;
    });
    if (found === null) throw new CaptureProblem("no Chromium was found");
    return launchChromium(found, this.#sandbox);
  }
}

function nothingOf(error: unknown): Shown {
  if (isOfDisk(error)) throw error;
  const problem =
    error instanceof CaptureProblem ? error : new CaptureProblem("browser failed", undefined, error);
  return { screenshot: missing(problem), pdf: missing(problem), rendered: null, refused: [] };
}

/** The result of `work`, unless the signal comes first. */
async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  if (signal.aborted) throw problemOf(signal);
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(problemOf(signal));
    signal.addEventListener("abort", stop, { once: true });
  });
  work.catch(() => {}); // whoever comes too late is not heard
  return Promise.race([work, stopped]).finally(() => signal.removeEventListener("abort", stop));
}
