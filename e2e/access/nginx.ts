import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNginx } from "../../scripts/nginx.ts";
import { root } from "../../scripts/options.ts";

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
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const site = documented()
    .replace("/var/cache/nginx/assay", join(folder, "kept"))
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
    .replace("http://127.0.0.1:3000", upstream)
    .replace(/^ *(ssl_certificate|ssl_certificate_key|proxy_set_header (Forwarded|X-Forwarded-)).*\n/gm, "")
    .replace("proxy_cache assay;", "proxy_cache assay; add_header X-Cache $upstream_cache_status always;");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const http = `${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}\n${site}`;
  try {
    const stop = await runNginx(program, { folder, port, http });
    return () => stop().finally(remove);
  } catch (error) {
    remove();
    throw error;
  }
}

function documented(): string {
  const text = readFileSync(join(root, "docs/running.md"), "utf8");
  const block = /```nginx\n([\s\S]*?)```/.exec(text)?.[1];
  if (!block) throw new Error("docs/running.md has no settings for nginx.");
  return block;
}
