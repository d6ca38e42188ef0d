import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { holdLock } from "./lock.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockStamp = join(root, "node_modules/.assay-lock");
const clientStamp = join(root, "prisma/generated/.assay-schema");
/** Of the desk's client and of the readers'. */
const schemas = ["prisma/schema", "prisma/readers"];

/** Brings node_modules to what package-lock.json says and generates the database clients; does nothing when both are current. */
export async function ensureInstalled() {
  if (isInstalled() && isGenerated()) return;
  const release = await holdLock(`install ${root}`, {
    waitMs: 15 * 60_000,
    onWait: () => say("Waiting for another start that is installing."),
  });
  try {
    if (!isInstalled()) install();
    if (!isGenerated()) generate();
  } finally {
    release?.();
  }
}

/**
 * The Node that runs Assay: the one pinned by npm, or the system's where there is no such package and it is new enough.
 * @returns {string | null}
 */
export function findRuntime() {
  const pinned = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  return Number(process.versions.node.split(".")[0]) >= 24 ? process.execPath : null;
}

function isInstalled() {
  return readStamp(lockStamp) === fingerprint([join(root, "package-lock.json")]);
}

function install() {
  say("Installing packages (npm ci).");
  run(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {},
    "The packages could not be installed.",
  );
  writeFileSync(lockStamp, fingerprint([join(root, "package-lock.json")]));
}

function schemaFiles() {
  const files = schemas.flatMap((schema) => {
    const folder = join(root, schema);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
    return names.sort().map((name) => join(folder, name));
  });
  return files.length === 0 ? [] : [...files, join(root, "package-lock.json")];
}

function isGenerated() {
  const files = schemaFiles();
  return files.length === 0 || readStamp(clientStamp) === fingerprint(files);
}

function generate() {
  const runtime = findRuntime();
  if (!runtime) return; // launch.mjs says what to do
  say("Generating the database clients.");
  // Prisma would download its native engine; naming any executable stops that, and generating never runs it.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const cli = join(root, "node_modules/prisma/build/index.js");
  for (const schema of schemas)
    run(runtime, [cli, "generate", "--schema", schema], env, "The database clients could not be generated.");
  mkdirSync(dirname(clientStamp), { recursive: true });
  writeFileSync(clientStamp, fingerprint(schemaFiles()));
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} env @param {string} failure */
function run(command, args, env, failure) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...env },
  });
  if (done.status === 0) return;
  say(`${failure} ${done.error ? done.error.message : "The lines above say why."}`);
  process.exit(1);
}

/** @param {string[]} files */
function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} path */
function readStamp(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
