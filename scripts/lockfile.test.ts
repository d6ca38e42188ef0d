import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./options.ts";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}
interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
const manifest = read("package.json") as Manifest;
const lock = read("package-lock.json") as { lockfileVersion: number; packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

test("every package is pinned to the version, and every one that comes with it to its bytes", () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(asked.length).toBeGreaterThan(50);
  for (const [name, version] of asked) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.-]+)?$/);

  expect(lock.lockfileVersion).toBe(3);
  expect(locked.length).toBeGreaterThan(asked.length);
  for (const [path, { integrity, link }] of locked) {
    expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    expect(link, path).toBeUndefined();
  }
});

test("every package comes from the one registry: none from a repository, an address or a folder of its own", () => {
  const origins = new Set(locked.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved)] : [])));
  expect([...origins].filter(({ protocol }) => protocol !== "https:")).toEqual([]);
  expect(new Set([...origins].map(({ origin }) => origin)).size).toBeLessThanOrEqual(1);
  for (const [path, { version }] of locked) expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
});

test("no package runs anything when it is installed", () => {
  expect(readFileSync(join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
  expect(Object.values(manifest.allowScripts).filter(Boolean)).toEqual([]);
});

/** The first version without a vulnerability that is known, and what that was. Raised as new ones are. */
const floors: Record<string, [version: string, why: string]> = {
  next: [
    "16.4.1",
    "CVE-2026-126187 (16.4.1), CVE-2026-64641 to 64648 (16.2.11), CVE-2026-75604, 94482, 94485",
  ],
  react: ["19.3.1", "CVE-2025-55182 and its followers, CVE-2026-126187"],
  "react-dom": ["19.3.1", "as react"],
  "next-auth": ["4.24.15", "GHSA-7rqj-j65f-68wh, GHSA-xmf8-cvqr-rfgj, GHSA-x445-f3h2-j279"],
  "sanitize-html": ["2.17.6", "raw text in SVG"],
  dompurify: ["3.4.17", "CVE-2026-0540, 65902, 109344, 116803"],
};
/** Never, in whatever version: bombs (CVE-2026-39244), and CVE-2023-30533 that was never mended on the registry. */
const banned = ["adm-zip", "xlsx"];

test("no package is older than the mending of what is known of it, wherever it comes from", () => {
  const found = locked.map(([path, { version = "" }]) => ({ name: nameOf(path), version }));
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(["next", "react", "next-auth"]));
  expect(found.filter(({ name }) => banned.includes(name))).toEqual([]);
  const old = found.filter(({ name, version }) => {
    const [floor] = floors[name] ?? [];
    return floor !== undefined && version.localeCompare(floor, "en", { numeric: true }) < 0;
  });
  expect(old).toEqual([]);
});
