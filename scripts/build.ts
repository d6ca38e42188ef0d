import { ensureBuild } from "./next-build.ts";
import { runCommand, say } from "./problem.ts";

await runCommand(async () => {
  await ensureBuild();
  say("The build is current.");
  return 0;
});
