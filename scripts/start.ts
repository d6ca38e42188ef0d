import { runDesk } from "./desk.ts";
import { runCommand } from "./problem.ts";

await runCommand(() => runDesk("production"));
