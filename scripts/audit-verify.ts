import { exportUrls, withDatabase } from "./database.ts";
import { readOptions } from "./options.ts";
import { runCommand } from "./problem.ts";

await runCommand(async () => {
  const { data } = readOptions(process.argv.slice(2));
  return withDatabase(data, async (urls) => {
    exportUrls(urls);
    // The settings are checked as a whole, and of them this command needs the database alone.
    process.env.ASSAY_URL ??= "http://localhost";
    process.env.NEXTAUTH_SECRET ??= "not used while verifying the chain";
    const { verificationLine, verifyAudit } = await import("#lib/audit/verify");
    const { disconnect } = await import("#lib/clients");
    const result = await verifyAudit();
    await disconnect();
    process.stdout.write(`${verificationLine(result)}\n`);
    return result.whole ? 0 : 1;
  });
});
