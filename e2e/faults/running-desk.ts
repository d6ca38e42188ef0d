import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../scripts/options.ts";
import { placePostgres } from "../../scripts/postgres-files.ts";
import { runningPort } from "../../scripts/postgres.ts";
import { databaseUrls } from "../../scripts/roles.ts";
import { loadSecrets } from "../../scripts/secrets.ts";

export type Part = "server" | "database" | "start";

/** An Assay of its own, on a data folder of its own, whose parts are killed one by one. */
export class RunningDesk {
  readonly data: string;
  url = "";
  setupLink: string | null = null;
  #port = "0";
  #start: ChildProcess | null = null;

  constructor(data = mkdtempSync(join(tmpdir(), "assay-faults-"))) {
    this.data = data;
  }

  async start(): Promise<void> {
    const env: NodeJS.ProcessEnv = { ...process.env };
    for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL", "PUBLIC_DATABASE_URL", "ASSAY_URL"])
      Reflect.deleteProperty(env, name);
    const args = ["scripts/start.ts", "--json", "--port", this.#port, "--data", this.data];
    const start = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    this.#start = start;
    const line = await new Promise<string>((resolve, reject) => {
      let text = "";
      start.stdout?.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes("\n")) resolve(text.split("\n")[0] ?? "");
      });
      start.once("exit", () => reject(new Error("Assay did not start. The lines above say why.")));
    });
    const told = JSON.parse(line) as { url: string; setupLink: string | null };
    this.url = told.url;
    if (told.setupLink && !told.setupLink.startsWith(`${told.url}/setup/`))
      throw new Error(`This set-up link leads nowhere: ${told.setupLink}`);
    this.setupLink = told.setupLink;
    this.#port = new URL(told.url).port;
  }

  /** Ends a part as the kernel does when memory is short. The start itself has to be started again by whoever runs it. */
  async kill(part: Part): Promise<void> {
    const start = this.#start;
    if (!start?.pid) throw new Error("Assay does not run.");
    if (part === "start") {
      const ended = once(start, "exit");
      start.kill("SIGKILL");
      await ended;
      await this.start();
      return;
    }
    const pid = part === "server" ? serverOf(start.pid) : this.#postmaster();
    process.kill(pid, "SIGKILL");
  }

  /** The address of the database as it runs now, for looking. */
  databaseUrl(): string {
    const port = runningPort(this.data);
    if (!port) throw new Error("The database does not run.");
    return databaseUrls(port, loadSecrets(this.data)).owner;
  }

  /** What `npm run audit:verify` or `npm run evidence:verify` says, and whether all is whole. */
  verify(what: "audit" | "evidence"): { whole: boolean; said: string } {
    const args = [`scripts/${what}-verify.ts`, "--data", this.data];
    const done = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    return { whole: done.status === 0, said: done.stdout + done.stderr };
  }

  async stop(): Promise<void> {
    if (this.#start && this.#start.exitCode === null && this.#start.signalCode === null) {
      const ended = once(this.#start, "exit");
      this.#start.kill("SIGTERM");
      await ended;
    }
  }

  /** The processes that name our data folder in their command or run in it. */
  leftOver(): string[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
      .map((name) => commandOf(Number(name)))
      .filter((command) => command.includes(this.data));
  }

  remove(): void {
    if (!existsSync(this.data)) return;
    // Where the server could not enter our folder, its data is in one of its own.
    for (const folder of [dirname(placePostgres(this.data).data), this.data])
      rmSync(folder, { recursive: true, force: true });
  }

  #postmaster(): number {
    return Number(readFileSync(join(placePostgres(this.data).data, "postmaster.pid"), "utf8").split("\n")[0]);
  }
}

function serverOf(start: number): number {
  const children = readFileSync(`/proc/${start}/task/${start}/children`, "utf8")
    .trim()
    .split(/\s+/)
    .map(Number);
  const server = children.find((pid) => commandOf(pid).includes("server.ts"));
  if (!server) throw new Error("The server does not run.");
  return server;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // gone by now
  }
}
