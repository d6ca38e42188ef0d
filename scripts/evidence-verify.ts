import { exportUrls, withDatabase } from "./database.ts";
import { readOptions } from "./options.ts";
import { runCommand, StartProblem } from "./problem.ts";

await runCommand(async () => {
  const { data } = readOptions(process.argv.slice(2));
  return withDatabase(data, async (urls) => {
    exportUrls(urls);
    process.env.ASSAY_DATA = data;
    // The settings are checked as a whole, and of them this command needs the database and the store.
    process.env.ASSAY_URL ??= "http://localhost";
    process.env.NEXTAUTH_SECRET ??= "not used while verifying the files";
    const { evidenceLine, problemLine, verifyEvidence } = await import("#lib/snapshots/verification");
    const { StoreProblem } = await import("#lib/keeping/store");
    const { stopBookkeeping } = await import("#lib/jobs");
    const { disconnect } = await import("#lib/clients");
    try {
      const run = verifyEvidence();
      let step = await run.next();
      for (; !step.done; step = await run.next()) process.stdout.write(`${problemLine(step.value)}\n`);
      process.stdout.write(`${evidenceLine(step.value)}\n`);
      return step.value.problems === 0 ? 0 : 1;
    } catch (error) {
      throw error instanceof StoreProblem ? new StartProblem(error.message) : error;
    } finally {
      await stopBookkeeping();
      await disconnect();
    }
  });
});
