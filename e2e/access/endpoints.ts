import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/options.ts";

export interface ServerAction {
  /** Domain and name, as in "editions.approveEdition". */
  name: string;
  id: string;
  /** A page that carries it; a browser calls it there. */
  path: string;
}

/** Every page and route of the build, by its pattern, such as "/desk/claims/[number]". */
export function builtRoutes(): string[] {
  const manifest = read<Record<string, string>>("app-paths-manifest.json");
  return Object.keys(manifest).map((entry) => patternOf(entry));
}

/** Every server action of the build by its name. */
export function builtActions(): Map<string, ServerAction> {
  const { node, edge } = read<{ node: Manifest; edge: Manifest }>("server-reference-manifest.json");
  return new Map(
    Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName, workers }]) => {
      const name = `${filename.replace(/^lib\/(\w+)\/actions\.ts$/, "$1")}.${exportedName.replace(/Action$/, "")}`;
      const pattern = patternOf(Object.keys(workers)[0]?.replace(/^app/, "") ?? "/");
      return [name, { name, id, path: fillPattern(pattern, "1") }];
    }),
  );
}

/** The action of that name; a name that the build does not have is a mistake in the test. */
export function builtAction(name: string): ServerAction {
  const action = known.get(name);
  if (!action) throw new Error(`The build has no server action ${name}.`);
  return action;
}

export const fillPattern = (pattern: string, value: string): string =>
  pattern.replace(/\[[^\]]+\]/g, encodeURIComponent(value));

type Manifest = Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;

const patternOf = (entry: string): string =>
  entry.replace(/\/(page|route)$/, "").replace(/\/\([^)]+\)/g, "") || "/";

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(root, ".next/server", file), "utf8")) as T;
}

const known = builtActions();
