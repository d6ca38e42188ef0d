import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./options.ts";

const VOCABULARY = ["schema", "rules", "policy", "queries", "commands", "actions", "gateway"];
const FORBIDDEN = /(^|\/)(utils?|helpers?|common|services?|shared|types|misc)(\.tsx?|\/)/;
const LIMITS = { source: 300, test: 500, page: 40 };

/** What no import rule can see: names and sizes of files. Answers one sentence for each that breaks a rule. */
export function checkFiles(): { files: number; problems: string[] } {
  const decisions = readFileSync(join(root, "lib/DECISIONS.md"), "utf8");
  const files = globSync("{app,components,lib,prisma,scripts,e2e}/**/*.{ts,tsx,mjs,css}", {
    cwd: root,
    exclude: ["prisma/generated*/**"],
  }).concat("server.ts");
  return { files: files.length, problems: files.flatMap((file) => problemsOf(file, decisions)) };
}

function problemsOf(file: string, decisions: string): string[] {
  const problems: string[] = [];
  const isTest = /\.(test|spec)\.tsx?$/.test(file);
  const isPage = /^app\/.*\/?page\.tsx$/.test(file);
  const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
  const limit = isTest ? LIMITS.test : isPage ? LIMITS.page : LIMITS.source;
  if (lines > limit) problems.push(`${file} has ${lines} lines; ${limit} are the limit. Split the noun.`);
  if (FORBIDDEN.test(file)) problems.push(`${file}: name it after what it is about.`);
  if (basename(file) === "index.ts")
    problems.push(`${file}: import from the file itself; there are no barrels.`);
  if (!/^[[(@._a-z0-9][\])[.a-z0-9-]*$/.test(basename(file)))
    problems.push(`${file}: file names are kebab-case.`);
  const [, domain, name] = /^lib\/([^/]+)\/([^/]+?)(?:\.test)?\.ts$/.exec(file) ?? [];
  if (domain && name && !isTest && !VOCABULARY.includes(name) && !decisions.includes(`/${name}.ts`)) {
    problems.push(
      `${file}: a domain has ${VOCABULARY.join(", ")}; a new name needs a line in lib/DECISIONS.md.`,
    );
  }
  return problems;
}
