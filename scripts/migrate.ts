import { withDatabase } from "./database.ts";
import { migrate } from "./migrations.ts";
import { readOptions } from "./options.ts";
import { runCommand, say } from "./problem.ts";

await runCommand(async () => {
  const { data } = readOptions(process.argv.slice(2));
  const applied = await withDatabase(data, migrate);
  say(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}.`);
  return 0;
});
