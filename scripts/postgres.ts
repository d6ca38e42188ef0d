import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Placement } from "./postgres-files.ts";
import { placePostgres } from "./postgres-files.ts";
import { StartProblem, say } from "./problem.ts";
import type { Secrets } from "./secrets.ts";

export type Postgres = { port: number; isRunning: () => boolean; stop: () => Promise<void> };

const MAJOR = "18";
export const SUPERUSER = "assay_superuser";

/**
 * Starts the embedded PostgreSQL of a data folder on a free port of 127.0.0.1, making its cluster first where there
 * is none. It stops when `stop` is called, and also by itself when this process ends in whatever way.
 */
export async function startPostgres(
  dataFolder: string,
  secrets: Secrets,
  options: { durable: boolean; port?: number },
): Promise<Postgres> {
  const place = placePostgres(dataFolder);
  takeOver(join(dataFolder, "postgres"), place);
  if (!existsSync(join(place.data, "PG_VERSION"))) initialise(place, secrets);
  checkVersion(place);
  await endOrphan(place);
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const stop = await launchServer(place, port, options.durable);
    if (stop) return { port, isRunning: () => portOf(place) !== null, stop };
    if (attempt === 8) {
      throw new StartProblem(`PostgreSQL did not start. The end of its log:\n${logTail(place)}`);
    }
    await pause(1000); // after a power cut or kill -9, the dead server's memory can take a moment to be given back
  }
}

/** The port of the server that runs on this data folder right now, or null. */
export function runningPort(dataFolder: string): number | null {
  return existsSync(dataFolder) ? portOf(placePostgres(dataFolder)) : null;
}

function portOf(place: Placement): number | null {
  const lines = readPidFile(place);
  const pid = Number(lines?.[0]);
  return pid && isAlive(pid) && isServerOf(pid, place) ? Number(lines?.[3]) : null;
}

/**
 * A data folder that was copied from elsewhere may lie where the server cannot reach it, or belong to somebody else: a new
 * database in its stead would look like a desk that has lost everything.
 */
function takeOver(own: string, { data, uid, gid }: Placement): void {
  const isElsewhere = own !== data && !existsSync(join(data, "PG_VERSION"));
  if (isElsewhere && existsSync(join(own, "PG_VERSION"))) {
    say(`Moving the database to ${data}: other users cannot enter the data folder.`);
    mustRun("mv", [own, data]);
  }
  if (uid !== undefined && existsSync(data) && statSync(data).uid !== uid)
    mustRun("chown", ["-R", `${uid}:${gid}`, data]);
}

function mustRun(command: string, args: string[]): void {
  const done = spawnSync(command, args, { encoding: "utf8" });
  if (done.status !== 0)
    throw new StartProblem(`The database could not be taken over.\n${done.error?.message ?? done.stderr}`);
}

function initialise(place: Placement, secrets: Secrets): void {
  say("Making a new database.");
  const draft = `${place.data}.new`; // renamed when complete, so that an interrupted start leaves nothing half-made
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, secrets.postgres.superuser, { mode: 0o600 });
  if (place.uid !== undefined && place.gid !== undefined) {
    for (const path of [draft, passwordFile]) chownSync(path, place.uid, place.gid);
  }
  // Without LANG initdb would choose SQL_ASCII; the builtin provider sorts the same on every machine.
  const flags =
    "--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --auth=scram-sha-256 --no-instructions";
  const args = [
    ...flags.split(" "),
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    `--pgdata=${draft}`,
  ];
  const done = spawnSync(join(place.bin, "initdb"), args, { ...identity(place), encoding: "utf8" });
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    throw new StartProblem(
      `The database could not be made in ${place.data}.\n${done.error?.message ?? done.stderr}`,
    );
  }
  renameSync(draft, place.data);
}

function checkVersion(place: Placement): void {
  const version = readFileSync(join(place.data, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR) return;
  throw new StartProblem(
    `The database in ${place.data} was made by PostgreSQL ${version}, and this Assay brings ${MAJOR}. ` +
      (Number(version) > Number(MAJOR)
        ? "Start it with the newer Assay, or choose another folder with --data."
        : "Move it over with pg_upgrade or a dump, or choose another folder with --data."),
  );
}

/** Stops a server of our own data folder that outlived its start (after a kill -9), so that this start owns the next. */
async function endOrphan(place: Placement): Promise<void> {
  const pid = Number(readPidFile(place)?.[0]);
  if (!pid || !isAlive(pid)) return;
  if (!isServerOf(pid, place)) {
    // After a reboot the number can belong to anybody, and PostgreSQL would take that process for itself.
    rmSync(join(place.data, "postmaster.pid"), { force: true });
    return;
  }
  say("Stopping a database server that was left behind.");
  spawnSync(
    join(place.bin, "pg_ctl"),
    ["stop", "-D", place.data, "-m", "fast", "-w", "-t", "30"],
    identity(place),
  );
  for (let waited = 0; existsSync(join(place.data, "postmaster.pid")) && waited < 50; waited++)
    await pause(100);
}

/**
 * One small shell starts the server and then only waits for its standard input to close, which the kernel does for us
 * when this process ends; then it stops the server. It has a session of its own, so Ctrl-C reaches it only through us.
 */
async function launchServer(
  place: Placement,
  port: number,
  durable: boolean,
): Promise<Postgres["stop"] | null> {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "60",
    shared_buffers: "64MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // Without the values of the rows that it refuses: some are confidential.
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const keeper = spawn(
    "/bin/sh",
    [
      "-c",
      '"$1" start -w -t 60 -D "$2" -l "$2/server.log" -o "$3" >/dev/null || exit 1; echo ready; read _; exec "$1" stop -w -t 60 -m fast -D "$2" >/dev/null',
      "assay-postgres",
      join(place.bin, "pg_ctl"),
      place.data,
      flags.join(" "),
    ],
    { ...identity(place), detached: true, stdio: ["pipe", "pipe", "ignore"] },
  );
  const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  const ready = new Promise<boolean>((resolve) => keeper.stdout.once("data", () => resolve(true)));
  if (!(await Promise.race([ready, ended.then(() => false)]))) return null;
  keeper.unref();
  return async () => {
    keeper.ref();
    keeper.stdin.end();
    await ended;
  };
}

/** As whom and where PostgreSQL's programs run; PGPORT, PGDATA and their like would steer them elsewhere. */
function identity({ uid, gid }: Placement) {
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
  return { env, cwd: "/", ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) };
}

/** The lines of postmaster.pid: process number, data folder, start time, port, and more. */
function readPidFile(place: Placement): string[] | null {
  const path = join(place.data, "postmaster.pid");
  return existsSync(path) ? readFileSync(path, "utf8").split("\n") : null;
}

function isServerOf(pid: number, place: Placement): boolean {
  if (process.platform === "linux") {
    try {
      return realpathSync(`/proc/${pid}/cwd`) === realpathSync(place.data);
    } catch {
      return false; // gone by now, or somebody else's
    }
  }
  const command = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return command.includes("postgres") && command.includes(place.data);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function logTail(place: Placement): string {
  const path = join(place.data, "server.log");
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(-12).join("\n") : "(there is none)";
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
