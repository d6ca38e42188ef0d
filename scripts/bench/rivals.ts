import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nginxProgram, runNginx } from "../nginx.ts";
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
  if (nginxProgram) rivals.push(await startNginx(nginxProgram, folder));
  return rivals;
}

async function startBare(file: string): Promise<Rival> {
  const port = await claimPort("127.0.0.1", 0);
  const args = [join(root, "scripts/bench/bare.ts"), file, String(port)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", 2, 2, "ipc"] });
  await once(child, "message");
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  return { name: "bare Node", url: `http://127.0.0.1:${port}/`, stop };
}

async function startNginx(program: string, folder: string): Promise<Rival> {
  const port = await claimPort("127.0.0.1", 0);
  const http = `sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10; types { text/html html; }
  server { listen 127.0.0.1:${port}; root ${folder}/site; }`;
  const stop = await runNginx(program, { folder, port, http });
  return { name: "nginx", url: `http://127.0.0.1:${port}/page.html`, stop };
}
