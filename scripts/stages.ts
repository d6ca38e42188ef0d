import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFiles } from "./check-files.ts";
import { runNode } from "./child.ts";
import { ensureBuild } from "./next-build.ts";
import { root } from "./options.ts";

/** What a stage found: a test stage counts its tests, any other stage counts for one. */
export type Outcome = { passed: number; failed: number; output: string; note?: string };
/** Stages that only read the files, `isReading`, can run beside one another. */
export type Stage = { name: string; isReading?: true; run: () => Promise<Outcome> };

const bin = (path: string) => join(root, "node_modules", path);

/** All stages in the order in which they find faults cheapest. */
export const stages: Stage[] = [
  {
    name: "format",
    isReading: true,
    run: () => check("prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]),
  },
  {
    name: "lint",
    isReading: true,
    run: () => check("oxlint/bin/oxlint", ["--type-aware", "--deny-warnings"]),
  },
  { name: "types", isReading: true, run: types },
  { name: "boundaries", isReading: true, run: boundaries },
  { name: "unused", isReading: true, run: () => check("knip/bin/knip.js", ["--no-progress"]) },
  { name: "unit", run: unit },
  { name: "build", run: build },
  { name: "journeys", run: journeys },
];

async function check(file: string, args: string[]): Promise<Outcome> {
  const { code, all } = await runNode(bin(file), args, quietEnv());
  return verdict(code === 0, all);
}

async function types(): Promise<Outcome> {
  const routes = await check("next/dist/bin/next", ["typegen"]);
  return routes.failed > 0 ? routes : check("typescript/bin/tsc", ["--noEmit"]);
}

async function boundaries(): Promise<Outcome> {
  const folders = ["app", "components", "lib", "prisma", "scripts", "e2e", "server.ts"];
  const args = ["--config", ".dependency-cruiser.mjs", "--output-type", "err", ...folders];
  const { code, all } = await runNode(bin("dependency-cruiser/bin/dependency-cruiser.mjs"), args, quietEnv());
  const { files, problems } = checkFiles();
  // It reports success when it understood none of the files; then nothing was checked.
  const seen = Number(/(\d+) modules/.exec(all)?.[1] ?? 0);
  const blind = seen < files / 2 ? [`The rules saw ${seen} modules of ${files} files.`] : [];
  const output = [...(code === 0 ? [] : [all]), ...problems, ...blind].join("\n");
  return { ...verdict(output === "", output), note: `${seen} modules` };
}

async function unit(): Promise<Outcome> {
  return withReport(async (report) => {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const done = await runNode(bin("vitest/vitest.mjs"), args, quietEnv());
    const found = readReport<{ numPassedTests: number; numFailedTests: number }>(report);
    return counted(done, found?.numPassedTests ?? 0, found?.numFailedTests ?? 0);
  });
}

async function build(): Promise<Outcome> {
  await ensureBuild();
  return verdict(true, "");
}

async function journeys(): Promise<Outcome> {
  return withReport(async (report) => {
    const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"];
    const env = { ...quietEnv(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const done = await runNode(bin("@playwright/test/cli.js"), args, env);
    const found = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
      report,
    )?.stats;
    return counted(done, found?.expected ?? 0, (found?.unexpected ?? 0) + (found?.flaky ?? 0));
  });
}

/** A run that failed without a failed test (a file that could not be read, no tests at all) counts as one failure. */
function counted(done: { code: number | null; all: string }, passed: number, failed: number): Outcome {
  const broken = failed === 0 && (done.code !== 0 || passed === 0);
  return { passed, failed: broken ? 1 : failed, output: done.all, note: `${passed} tests` };
}

function verdict(ok: boolean, output: string): Outcome {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

async function withReport(work: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "assay-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null; // the run ended before it could write one, and its output says why
  }
}

function quietEnv(): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: "1" };
}
