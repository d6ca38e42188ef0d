import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import type { Allowed } from "./address.ts";
import type { Chromium } from "./chromium.ts";
import type { Lookup } from "./connect.ts";
import { problemOf } from "./connect.ts";
import { FilteringProxy } from "./filtering-proxy.ts";
import type { Launched } from "./launch.ts";
import type { Limits } from "./limits.ts";
import type { View } from "./page-view.ts";
import { viewPage } from "./page-view.ts";
import { missing } from "./part.ts";
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
/** Pages at once; more would wait for the processor, not for their servers. */
const most = 2;

/**
 * Shows pages in one Chromium, which is there only while there is something to show. Each capture has a context and a way out
 * of its own. `sandbox: false` is for pages that are trusted, on machines that forbid user namespaces.
 */
export class CaptureBrowser {
  #found: Promise<Chromium | null> | null = null;
  #launched: Promise<Launched> | null = null;
  #idle: NodeJS.Timeout | undefined;
  #shown = 0;
  readonly #waiting: Array<() => void> = [];
  readonly #sandbox: boolean;

  constructor({ sandbox = true } = {}) {
    this.#sandbox = sandbox;
  }

  /** Screenshot and PDF of a URL, or why there is none; never throws, and ends within `limits.browserMs`. */
  async show(url: string, options: ShowOptions): Promise<Shown> {
    const late = AbortSignal.timeout(options.limits.browserMs);
    const signal = AbortSignal.any([options.signal, late]);
    try {
      return await this.#withTurn(signal, () => this.#show(url, { ...options, signal }));
    } catch (error) {
      for (const name of ["screenshot.png", "page.pdf"])
        await rm(join(options.folder, name), { force: true });
      const problem =
        error instanceof CaptureProblem ? error : new CaptureProblem("browser failed", undefined, error);
      const part = missing(
        late.aborted ? new CaptureProblem("browser failed", "It took too long.") : problem,
      );
      return { screenshot: part, pdf: part, rendered: null, refused: [] };
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
    const launched = await this.#launched?.catch(() => null);
    this.#launched = null;
    await launched?.close();
  }

  async #show(url: string, { limits, signal, allow, lookup, ...rest }: ShowOptions): Promise<Shown> {
    const { browser } = await until(signal, this.#launch());
    const proxy = await FilteringProxy.open(
      { allow, lookup, connectMs: limits.connectMs, signal },
      limits.wireBytes,
    );
    let context: BrowserContext | undefined;
    try {
      const settleMs = limits.browserMs / 4;
      const options = { ...rest, proxy: proxy.address, settleMs, stepMs: limits.browserMs / 3 };
      const view = viewPage(browser, url, options, (made) => (context = made));
      return { ...(await until(signal, view)), refused: proxy.refused };
    } finally {
      await proxy.close();
      await this.#end(context);
    }
  }

  /** Closes a context; a page that keeps even this from happening takes the browser with it. */
  async #end(context: BrowserContext | undefined): Promise<void> {
    const closed = context?.close().then(
      () => true,
      () => false,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
    if (closed && !(await Promise.race([closed, late]))) await this.#quit();
  }

  async #launch(): Promise<Launched> {
    clearTimeout(this.#idle);
    const launching = (this.#launched ??= this.#start());
    const launched = await launching.catch((error: unknown) => {
      if (this.#launched === launching) this.#launched = null;
      if (error instanceof CaptureProblem) throw error;
      throw new CaptureProblem("browser failed", "Chromium does not start on this machine.", error);
    });
    if (launched.browser.isConnected()) return launched;
    if (this.#launched === launching) this.#launched = null;
    return this.#launch();
  }

  async #start(): Promise<Launched> {
    // Loaded when it is needed: it takes 70 MB, and a third of a second.
    const { findForCaptures, launchChromium } = await import("./launch.ts");
    const found = await (this.#found ??= findForCaptures());
    if (found === null) throw new CaptureProblem("no Chromium was found");
    return launchChromium(found, this.#sandbox);
  }

  async #withTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#takeTurn(signal);
    try {
      return await work();
    } finally {
      this.#giveTurn();
    }
  }

  async #takeTurn(signal: AbortSignal): Promise<void> {
    if (this.#shown < most) {
      this.#shown++;
      return;
    }
    let given = () => {};
    const turn = new Promise<void>((resolve) => (given = resolve));
    this.#waiting.push(given);
    try {
      await until(signal, turn);
    } catch (error) {
      const at = this.#waiting.indexOf(given);
      if (at >= 0) this.#waiting.splice(at, 1);
      else this.#giveTurn(); // it came with the signal, and nobody is left to take it
      throw error;
    }
  }

  /** Hands the turn to whoever waits longest. */
  #giveTurn(): void {
    const next = this.#waiting.shift();
    if (next) return next();
    this.#shown--;
    if (this.#shown === 0) this.#idle = setTimeout(() => void this.#quit(), idleMs).unref();
  }
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
