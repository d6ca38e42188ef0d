import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import type { Chromium } from "./chromium.ts";
import { findChromium, ownFolder } from "./chromium.ts";

/** Root lends the browser a user that owns nothing; PostgreSQL has another one (65534). */
const lentUid = 65533;

export interface Launched {
  browser: Browser;
  /** Ends it and removes its files. */
  close: () => Promise<void>;
}

/** What keeps Chromium from asking anything but the proxy, and from asking anything of its own. */
const flags = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // no names but those that the proxy resolves
  "--disable-quic",
  "--dns-prefetch-disable",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-blink-features=WebTransport,WebTransportCustomCertificates",
  "--disable-domain-reliability",
  "--no-pings",
  "--disable-gpu",
  "--deny-permission-prompts",
  "--js-flags=--max-old-space-size=384",
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
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const browser = await chromium.launch({
      executablePath: isRoot ? asLentUser(found, folder) : found.path,
      chromiumSandbox: sandbox,
      args: flags,
      // A page is asked through the proxy of its capture; what the browser itself would ask leads nowhere.
      proxy: { server: "http://127.0.0.1:1" },
      env: { PATH: process.env.PATH ?? "", ...found.env, HOME: folder, TMPDIR: folder },
      timeout: 15_000,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return { browser, close: () => browser.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A script that becomes the browser as the lent user, who gets the profile that Playwright has made for it. */
function asLentUser({ path }: Chromium, folder: string): string {
  if (spawnSync("setpriv", ["--version"]).status !== 0)
    throw new Error("Chromium is not started as root, and setpriv (util-linux) is missing.");
  const script = join(folder, "start");
  writeFileSync(
    script,
    `#!/bin/sh
for each; do case "$each" in --user-data-dir=*) chown ${lentUid}:${lentUid} "\${each#*=}";; esac; done
exec setpriv --reuid=${lentUid} --regid=${lentUid} --clear-groups --no-new-privs -- '${path.replaceAll("'", `'\\''`)}' "$@"
`,
  );
  chmodSync(script, 0o755);
  chownSync(folder, lentUid, lentUid);
  return script;
}
