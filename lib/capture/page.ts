import { setTimeout as pause } from "node:timers/promises";
import type { DevTools } from "./devtools.ts";
import { CaptureProblem } from "./reasons.ts";

/** One page, alone in its context. */
export interface Page {
  devtools: DevTools;
  session: string;
  frame: string;
}

export interface PageOptions {
  userAgent: string;
  /** As in Accept-Language. */
  languages: string;
  width: number;
}

/** Gone before any script of a page runs: connections between browsers, which leave by UDP, and what outlives a page. */
const withoutWays = {
  source: `delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection; delete window.WebTransport;
delete Navigator.prototype.serviceWorker;`,
  runImmediately: true,
};

/**
 * Opens an empty page in a context, which keeps nothing, may do nothing and has no other page: what it opens is closed
 * at once, and what it asks people is declined.
 */
export async function openPage(
  devtools: DevTools,
  context: string,
  options: PageOptions,
): Promise<Page & Disposable> {
  const attached = Promise.withResolvers<string>();
  let isOurs = true;
  const stop = devtools.on("Target.attachedToTarget", undefined, ({ sessionId, targetInfo }) => {
    if (targetInfo.browserContextId !== context) return;
    if (isOurs) attached.resolve(sessionId);
    else closeOther(devtools, sessionId, targetInfo.targetId);
    isOurs = false;
  });
  try {
    await devtools.send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId: context });
    await devtools.send("Browser.grantPermissions", { permissions: [], browserContextId: context });
    const target = { url: "about:blank", browserContextId: context };
    const { targetId: frame } = await devtools.send("Target.createTarget", target);
    const page = { devtools, session: await attached.promise, frame, [Symbol.dispose]: stop };
    await prepare(page, options);
    await devtools.send("Runtime.runIfWaitingForDebugger", undefined, page.session);
    return page;
  } catch (error) {
    stop();
    throw error;
  }
}

/** A page waits for the one that it opens to begin, so that one is let go before it is closed. */
function closeOther(devtools: DevTools, session: string, targetId: string): void {
  Promise.all([
    devtools.send("Page.enable", {}, session),
    devtools.send("Page.addScriptToEvaluateOnNewDocument", withoutWays, session),
    devtools.send("Runtime.runIfWaitingForDebugger", undefined, session),
    devtools.send("Target.closeTarget", { targetId }),
  ]).catch(() => {}); // it may have gone by itself
}

async function prepare({ devtools, session }: Page, options: PageOptions): Promise<void> {
  const { userAgent, languages, width } = options;
  devtools.on("Page.javascriptDialogOpening", session, () => {
    devtools.send("Page.handleJavaScriptDialog", { accept: false }, session).catch(() => {});
  });
  await Promise.all([
    devtools.send("Page.enable", {}, session),
    devtools.send("Page.addScriptToEvaluateOnNewDocument", withoutWays, session),
    devtools.send("Emulation.setUserAgentOverride", { userAgent, acceptLanguage: languages }, session),
    devtools.send(
      "Emulation.setDeviceMetricsOverride",
      { width, height: 900, deviceScaleFactor: 1, mobile: false },
      session,
    ),
    devtools.send("Emulation.setFocusEmulationEnabled", { enabled: true }, session),
    // What it has received is not kept for anybody to read.
    devtools.send("Network.enable", { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }, session),
  ]);
}

/** Goes to a URL and answers when all its elements are there. Throws CaptureProblem where nothing comes. */
export async function goTo({ devtools, session }: Page, url: string): Promise<void> {
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const stop = devtools.on("Page.domContentEventFired", session, () => resolve());
  try {
    const { errorText } = await devtools.send("Page.navigate", { url }, session);
    if (errorText) throw new CaptureProblem("browser failed", `(${errorText.replace(/^net::/, "")})`);
    await ready;
  } finally {
    stop();
  }
}

/** Answers once the page has loaded and asked for nothing for half a second, or after `most` ms: many pages never come to rest. */
export async function comeToRest(page: Page, scroll: () => Promise<unknown>, most: number): Promise<void> {
  const { devtools, session } = page;
  const open = new Set<string>();
  let lastAt = performance.now();
  const end = lastAt + most;
  const note = (change: () => void) => {
    change();
    lastAt = performance.now();
  };
  const stops = [
    devtools.on("Network.requestWillBeSent", session, ({ requestId }) => note(() => open.add(requestId))),
    devtools.on("Network.loadingFinished", session, ({ requestId }) => note(() => open.delete(requestId))),
    devtools.on("Network.loadingFailed", session, ({ requestId }) => note(() => open.delete(requestId))),
  ];
  try {
    const isLoaded = `document.readyState === "complete"`;
    while (!(await evaluate<boolean>(page, isLoaded))) await pause(50);
    await scroll();
    lastAt = performance.now();
    while (performance.now() < end && (open.size > 0 || performance.now() - lastAt < 500)) await pause(50);
  } finally {
    for (const stop of stops) stop();
  }
}

/**
 * The value of an expression, in a world of our own: a page's scripts cannot change what is asked of its document. Rejects where it
 * throws.
 */
export async function evaluate<T>({ devtools, session, frame }: Page, expression: string): Promise<T> {
  const { executionContextId } = await devtools.send("Page.createIsolatedWorld", { frameId: frame }, session);
  const { result, exceptionDetails } = await devtools.send(
    "Runtime.evaluate",
    { expression, contextId: executionContextId, returnByValue: true, awaitPromise: true },
    session,
  );
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as T;
}
