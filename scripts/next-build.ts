import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./child.ts";
import { holdLock } from "./lock.mjs";
import { root } from "./options.ts";
import { StartProblem, say } from "./problem.ts";

const STAMP = join(root, ".next/assay-build");
const SOURCES = [
  "{app,components,lib,public}/**/*",
  "prisma/schema/*.prisma",
  "{next.config.js,package.json,package-lock.json,tsconfig.json,prisma.config.ts}",
];

/** Builds the application where its sources differ from those of the last build; refuses with what the build printed. */
export async function ensureBuild(): Promise<void> {
  if (isCurrent()) return;
  const onWait = () => say("Another build of this checkout is running; waiting for it.");
  const release = await holdLock(`build ${root}`, { waitMs: 10 * 60_000, onWait });
  if (!release)
    throw new StartProblem(
      "Another build of this checkout has not ended in ten minutes. End it and start again.",
    );
  try {
    if (!isCurrent()) await build();
  } finally {
    release();
  }
}

function isCurrent(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

async function build(): Promise<void> {
  say("Building the application.");
  const before = fingerprint();
  const env = {
    ...process.env,
    ...buildEnvironment,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const done = await runNode(join(root, "node_modules/next/dist/bin/next"), ["build"], env);
  if (done.code !== 0) throw new StartProblem(`${done.all}\nThe application could not be built.`);
  writeFileSync(STAMP, before);
}

/** Building reads no database and keeps no secret; these stand in where a module looks at its settings. */
const buildEnvironment = {
  DATABASE_URL: "postgresql://build@127.0.0.1:1/build",
  ASSAY_URL: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "only-while-building-only-while-building",
};

function fingerprint(): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}
