import { join } from "node:path";
import { runNode } from "./child.ts";
import { root } from "./options.ts";
import { StartProblem } from "./problem.ts";
import type { Prepared } from "./run.ts";
import { run } from "./run.ts";

/** Starts Assay without sample data; while nobody is a member, tells the link that makes the first admin. */
export function runDesk(mode: "production" | "development"): Promise<number> {
  return run<string | null>({
    mode,
    prepare: setupLink,
    tell: ({ url }, link) => ({
      json: { url, setupLink: link },
      lines: [
        `Assay is ready:  ${url}`,
        ...(link ? ["", "Nobody is a member yet. This link makes the first admin, once:", link] : []),
        "",
        "Ctrl-C stops everything.",
      ],
    }),
  });
}

async function setupLink({ env }: Prepared): Promise<string | null> {
  const done = await runNode(join(root, "scripts/setup-link.ts"), [], env);
  if (done.code !== 0) throw new StartProblem(`The set-up link could not be made.\n${done.all}`);
  return done.stdout.trim() || null;
}
