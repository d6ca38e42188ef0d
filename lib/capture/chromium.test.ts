import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { namedChromium, ownFolder } from "./chromium.ts";

test("the folder of a browser whose process was killed goes with the next one; that of a running process stays", () => {
  const { pid } = spawnSync("true");
  const [dead, running] = [pid, process.ppid].map((each) => join(tmpdir(), `assay-browser-${each}-test`));
  for (const folder of [dead, running]) mkdirSync(join(folder ?? "", "fonts"), { recursive: true });
  const own = ownFolder();
  onTestFinished(() => {
    for (const folder of [running, own]) rmSync(folder ?? "", { recursive: true });
  });
  expect([dead, running, own].map((folder) => existsSync(folder ?? ""))).toEqual([false, true, true]);
  expect(basename(own)).toMatch(new RegExp(`^assay-browser-${process.pid}-`));
});

test("a Chromium that is named and not there is said, instead of taking another one", () => {
  const before = process.env.CHROMIUM_PATH;
  onTestFinished(() => {
    if (before === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = before;
  });
  process.env.CHROMIUM_PATH = "/nowhere/chromium";
  expect(() => namedChromium()).toThrow("CHROMIUM_PATH names /nowhere/chromium, and there is no such file.");
});
