import { runCommand } from "./problem.ts";
import { run } from "./run.ts";
import type { Account } from "./sample.ts";
import { loadSampleOnce } from "./sample.ts";

await runCommand(() =>
  run<Account[]>({
    mode: "production",
    prepare: loadSampleOnce,
    tell: ({ url }, accounts) => ({
      json: { url, accounts },
      lines: [
        `Assay is ready with sample data:  ${url}`,
        "",
        ...accounts.map(({ role, email, password }) => `${role.padEnd(8)}  ${email.padEnd(28)}  ${password}`),
        "",
        `Sign in at ${url}/sign-in. Ctrl-C stops everything.`,
      ],
    }),
  }),
);
