import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../options.ts";
import { claimPort } from "../serve.ts";

/** Another server that hands out the same bytes. */
export interface Rival {
  name: string;
  url: string;
  stop: () => Promise<void>;
}

/** A bare Node server, and nginx with the bytes as a file where nginx is installed. */
export async function startRivals(folder: string, page: Buffer): Promise<Rival[]> {
  mkdirSync(join(folder, "site"), { recursive: true });
  const file = join(folder, "site", "page.html");
  writeFileSync(file, page);
  const rivals = [await startBare(file)];
  const nginx = (process.env.PATH ?? "")
    .split(":")
    .concat("/usr/sbin")
    .map((path) => join(path, "nginx"))
    .find(existsSync);
  if (nginx) rivals.push(await startNginx(nginx, folder));
  return rivals;
}

async function startBare(file: string): Promise<Rival> {
  const port = await claimPort("127.0.0.1", 0);
  const args = [join(root, "scripts/bench/bare.ts"), file, String(port)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", 2, 2, "ipc"] });
  await once(child, "message");
  return { name: "bare Node", url: `http://127.0.0.1:${port}/`, stop: () => stop(child) };
}

async function startNginx(program: string, folder: string): Promise<Rival> {
  const port = await claimPort("127.0.0.1", 0);
  const settings = join(folder, "nginx.conf");
  // Started by root it would read the file as somebody else, to whom the data folder is closed.
  const user = process.getuid?.() === 0 ? "user root; " : "";
  writeFileSync(
    settings,
    `${user}daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; worker_processes 1;
events { worker_connections 256; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10; types { text/html html; }
  server { listen 127.0.0.1:${port}; root ${folder}/site; } }
`,
  );
  const child = spawn(program, ["-c", settings, "-p", folder], { stdio: ["ignore", 2, 2] });
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 50 || child.exitCode !== null)
      throw new Error("nginx did not start. The lines above say why.");
    await pause(100);
  }
  return { name: "nginx", url: `http://127.0.0.1:${port}/page.html`, stop: () => stop(child) };
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

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
