import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The nginx of this machine; undefined where there is none. */
export const nginxProgram = (process.env.PATH ?? "")
  .split(delimiter)
  .concat("/usr/sbin")
  .map((path) => join(path, "nginx"))
  .find(existsSync);

/**
 * Runs nginx in a folder of its own, with what its `http` block is to hold, and answers how to end it once its port of
 * 127.0.0.1 takes connections.
 */
export async function runNginx(
  program: string,
  { folder, port, http }: { folder: string; port: number; http: string },
): Promise<() => Promise<void>> {
  const settings = join(folder, "nginx.conf");
  // Started by root, its worker would be somebody else, to whom the folder is closed.
  const user = process.getuid?.() === 0 ? "user root; " : "";
  writeFileSync(
    settings,
    `${user}daemon off; pid ${folder}/nginx.pid; error_log stderr crit; worker_processes 1;
events { worker_connections 512; }
http { access_log off; ${http} }
`,
  );
  const args = ["-c", settings, "-p", folder, "-e", "stderr"];
  const child = spawn(program, args, { stdio: ["ignore", 2, 2] });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 100 || child.exitCode !== null) {
      await stop();
      throw new Error("nginx did not start. The lines above say why.");
    }
    await pause(50);
  }
  return stop;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
