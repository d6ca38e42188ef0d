export type Account = { role: "checker" | "editor" | "admin"; email: string; password: string };

/** A demo that serves one worker: its address, its sign-ins, and the folder of its database. */
export interface Demo {
  url: string;
  accounts: Account[];
  data: string;
  /** The one port of this machine from which it captures pages, for a site that a test puts there. */
  sitePort: number;
}

/** The demo of this worker; null in the process that starts the workers, where no test runs. */
export function demoOfThisWorker(): Demo | null {
  const index = process.env.TEST_PARALLEL_INDEX;
  if (index === undefined) return null;
  const demos = JSON.parse(process.env.E2E_DEMOS ?? "[]") as Demo[];
  const found = demos[Number(index)];
  if (!found) throw new Error(`Worker ${index} has no demo: E2E_DEMOS names ${demos.length}.`);
  return found;
}

/** The demo that the running test works on. */
export function demo(): Demo {
  const found = demoOfThisWorker();
  if (!found) throw new Error("Only a test has a demo.");
  return found;
}
