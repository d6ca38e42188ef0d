import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench } from "./bench/run.ts";
import { readOptions } from "./options.ts";
import { runCommand } from "./problem.ts";

/** Publications in the second half of the bench; fewer by hand: `npm run bench -- --total 50000`. */
const wished = process.argv.indexOf("--total");
const total = wished < 0 ? 1_000_000 : Number(process.argv[wished + 1]);

await runCommand(async () => {
  // It takes its own database, whatever the environment names, and takes it away again.
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL", "PUBLIC_DATABASE_URL", "ASSAY_URL"])
    Reflect.deleteProperty(process.env, name);
  const data = mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    return await bench({ ...readOptions(["--data", data, "--port", "0"]), host: "127.0.0.1" }, total);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
