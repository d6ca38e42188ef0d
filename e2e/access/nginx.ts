import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../../scripts/options.ts";

/** The nginx of this machine; undefined where there is none. */
export const nginxProgram = (process.env.PATH ?? "")
  .split(delimiter)
  .concat("/usr/sbin")
  .map((path) => join(path, "nginx"))
  .find(existsSync);

/**
 * Starts nginx with the very settings that docs/running.md gives to newsrooms, but for what is said of addresses and
 * certificates, and without the lines that keep a client's X-Forwarded-* out: the application has to bear a proxy that
 * forgot them. Each answer says by X-Cache whether it came from the cache.
 */
export async function startNginx(
  program: string,
  port: number,
  upstream: string,
): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "assay-nginx-"));
  const site = documented()
    .replace("/var/cache/nginx/assay", join(folder, "kept"))
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
    .replace("http://127.0.0.1:3000", upstream)
    .replace(/^ *(ssl_certificate|ssl_certificate_key|proxy_set_header (Forwarded|X-Forwarded-)).*\n/gm, "")
    .replace("proxy_cache assay;", "proxy_cache assay; add_header X-Cache $upstream_cache_status always;");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  // Started by root, its worker would be somebody else, to whom the folder is closed.
  const user = process.getuid?.() === 0 ? "user root; " : "";
  writeFileSync(
    join(folder, "nginx.conf"),
    `${user}daemon off; pid ${folder}/nginx.pid; error_log stderr crit; worker_processes 1;
events { worker_connections 512; }
http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
${site} }
`,
  );
  const args = ["-c", join(folder, "nginx.conf"), "-p", folder, "-e", "stderr"];
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
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

function documented(): string {
  const text = readFileSync(join(root, "docs/running.md"), "utf8");
  const block = /```nginx\n([\s\S]*?)```/.exec(text)?.[1];
  if (!block) throw new Error("docs/running.md has no settings for nginx.");
  return block;
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
