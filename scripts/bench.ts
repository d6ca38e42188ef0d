import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchCaptures } from "./bench/captures.ts";
import { bench } from "./bench/run.ts";
import { benchSoak } from "./bench/soak.ts";
import { runCommand, StartProblem } from "./problem.ts";

/**
 * `npm run bench -- --total 50000` for fewer publications in the second half. `--data DIR` keeps both databases there, and the
 * next run with it begins at once; without it they are made anew and taken away again. `--captures` measures captures instead,
 * `--soak` whether the server's memory stays flat under load, for twenty minutes or as many as `--minutes` says.
 */
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    total: { type: "string" },
    data: { type: "string" },
    captures: { type: "boolean" },
    soak: { type: "boolean" },
    minutes: { type: "string" },
  },
});
const total = Number(values.total ?? 1_000_000);
const minutes = Number(values.minutes ?? 20);

await runCommand(async () => {
  if (!Number.isInteger(total) || total < 1000)
    throw new StartProblem("--total is a number of publications, 1000 or more.");
  if (!(minutes >= 6))
    throw new StartProblem("--minutes is how long a soak takes, 6 or more: the first five warm up.");
  // It has its own databases, whatever the environment names.
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL", "PUBLIC_DATABASE_URL", "ASSAY_URL"])
    Reflect.deleteProperty(process.env, name);
  const folder = values.data ?? mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    if (values.soak) return await benchSoak(folder, minutes);
    return await (values.captures ? benchCaptures(folder) : bench(folder, total));
  } finally {
    if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
});
