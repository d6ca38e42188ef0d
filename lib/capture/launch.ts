import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { Chromium } from "./chromium.ts";
import { findChromium, ownFolder } from "./chromium.ts";
import { DevTools } from "./devtools.ts";

/** Root lends the browser a user that owns nothing; PostgreSQL has another one (65534). */
const lentUid = 65533;

export interface Launched {
  devtools: DevTools;
  /** Its major version, as sites are told. */
  version: string;
  /** Ends it and removes its files. */
  close: () => Promise<void>;
}

/** What keeps Chromium from asking anything but the proxy, and from asking anything of its own. */
const confined = [
  "--proxy-server=http://127.0.0.1:1", // a page is asked through the proxy of its capture; the browser itself leads nowhere
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // no names but those that the proxy resolves
  "--disable-quic",
  "--dns-prefetch-disable",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-blink-features=WebTransport,WebTransportCustomCertificates",
  "--disable-domain-reliability",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-client-side-phishing-detection",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-pings",
  "--deny-permission-prompts",
  "--disable-breakpad",
  "--password-store=basic",
];

/**
 * What keeps it small. A page's frames share one process, since its context has nothing in it that one of them could take from
 * another; between captures, processes are never shared. The network part runs unsandboxed on Linux in any case, so it needs no
 * process of its own.
 */
const small = [
  "--disable-gpu",
  "--disable-site-isolation-trials",
  "--disable-features=IsolateSandboxedIframes,SpareRendererForSitePerProcess,OptimizationHints,MediaRouter,Translate,PaintHolding",
  "--enable-features=NetworkServiceInProcess2",
  "--disable-back-forward-cache",
  "--js-flags=--max-old-space-size=384",
];

/** A page is drawn as it is on everybody's screen, and at once although nobody looks. */
const drawing = [
  "--headless",
  "--no-startup-window",
  "--no-first-run",
  "--no-default-browser-check",
  "--hide-scrollbars",
  "--mute-audio",
  "--force-color-profile=srgb",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
  "--disable-dev-shm-usage",
];

const isRoot = process.getuid?.() === 0;

/** A Chromium that whoever will run it may run; null if there is none. */
export const findForCaptures = (): Promise<Chromium | null> => findChromium(isRoot ? lentUid : null);

/**
 * Starts a Chromium with its sandbox on, as an unprivileged user also where root starts it. Throws where it does not start.
 * `sandbox: false` is for pages that are trusted, on machines that forbid user namespaces.
 */
export async function launchChromium(found: Chromium, sandbox: boolean): Promise<Launched> {
  const folder = ownFolder();
  let child: ChildProcess | undefined;
  try {
    const profile = join(folder, "profile");
    mkdirSync(profile, { mode: 0o700 });
    if (isRoot) for (const each of [folder, profile]) chownSync(each, lentUid, lentUid);
    const flags = [...confined, ...small, ...drawing, ...(sandbox ? [] : ["--no-sandbox"])];
    child = start(found, folder, ["--remote-debugging-pipe", `--user-data-dir=${profile}`, ...flags]);
    const devtools = new DevTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
    child.on("error", (error) => devtools.end(error));
    const version = await Promise.race([versionOf(devtools), tooLate(15_000)]);
    return { devtools, version, close: () => end(child, devtools, folder) };
  } catch (error) {
    await end(child, undefined, folder);
    throw error;
  }
}

function start(found: Chromium, folder: string, flags: string[]): ChildProcess {
  const lent = [
    "setpriv",
    `--reuid=${lentUid}`,
    `--regid=${lentUid}`,
    "--clear-groups",
    "--no-new-privs",
    "--",
  ];
  if (isRoot && spawnSync("setpriv", ["--version"]).status !== 0)
    throw new Error("Chromium is not started as root, and setpriv (util-linux) is missing.");
  const [program = "", ...args] = [...(isRoot ? lent : []), found.path, ...flags];
  const env: NodeJS.Dict<string> = { PATH: process.env.PATH, ...found.env, HOME: folder, TMPDIR: folder };
  return spawn(program, args, {
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    detached: true, // a group of its own: a signal for the desk does not reach it, and all of it can be ended at once
  });
}

async function versionOf(devtools: DevTools): Promise<string> {
  const { product } = await devtools.send("Browser.getVersion", undefined);
  // Pages are held until they are told that they may begin, those that pages open as well; see `openPage`.
  await devtools.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: "page" }, { exclude: true }],
  });
  return /\/(\d+)/.exec(product)?.[1] ?? "";
}

const tooLate = async (ms: number): Promise<never> => {
  await pause(ms, undefined, { ref: false });
  throw new Error("Chromium did not answer in time.");
};

async function end(
  child: ChildProcess | undefined,
  devtools: DevTools | undefined,
  folder: string,
): Promise<void> {
  if (child?.pid && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    devtools?.send("Browser.close", undefined).catch(() => {}); // it answers by ending
    if (devtools) await Promise.race([ended, pause(2_000, undefined, { ref: false })]);
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // All of it has ended by itself.
    }
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
