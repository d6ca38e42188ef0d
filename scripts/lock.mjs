import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { existsSync, unlinkSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Holds `name` for this process alone, waiting up to `waitMs` for another holder; answers a function that gives it
 * back, or null when the other one did not let go. A socket is the lock, because the kernel closes it however the
 * holder ends: a `kill -9` cannot leave it stuck.
 * @param {string} name
 * @param {{ waitMs?: number, onWait?: () => void }} [options]
 * @returns {Promise<(() => void) | null>}
 */
export async function holdLock(name, { waitMs = 0, onWait } = {}) {
  const deadline = Date.now() + waitMs;
  for (let tries = 0; ; tries++) {
    const release = await tryLock(name);
    if (release) return release;
    if (Date.now() >= deadline) return null;
    if (tries === 0) onWait?.();
    await pause(250);
  }
}

/** @param {string} name @returns {Promise<(() => void) | null>} */
async function tryLock(name) {
  const key = `assay-${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
  // Linux has socket names outside the file system, which vanish with their holder; elsewhere it is a file.
  const path = process.platform === "linux" ? `\0${key}` : join(tmpdir(), key);
  if (path.startsWith("\0") === false && existsSync(path) && !(await answers(path))) unlinkSync(path);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => {
      if ("code" in error && error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

/** @param {string} path @returns {Promise<boolean>} */
function answers(path) {
  return new Promise((resolve) => {
    const socket = createConnection(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
