import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchCaptures } from "./bench/captures.ts";
import { bench } from "./bench/run.ts";
import { runCommand, StartProblem } from "./problem.ts";

/**
 * `npm run bench -- --total 50000` for fewer publications in the second half. `--data DIR` keeps both databases there, and the
 * next run with it begins at once; without it they are made anew and taken away again. `--captures` measures captures instead.
 */
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { total: { type: "string" }, data: { type: "string" }, captures: { type: "boolean" } },
});
const total = Number(values.total ?? 1_000_000);

await runCommand(async () => {
  if (!Number.isInteger(total) || total < 1000)
    throw new StartProblem("--total is a number of publications, 1000 or more.");
  // It has its own databases, whatever the environment names.
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL", "PUBLIC_DATABASE_URL", "ASSAY_URL"])
    Reflect.deleteProperty(process.env, name);
  const folder = values.data ?? mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    return await (values.captures ? benchCaptures(folder) : bench(folder, total));
  } finally {
    if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
});
