// Runs apart from the start, so that the application's code and its connections end with it. Prints the accounts as JSON.
import { loadSample } from "#prisma/seed/load";

process.stdout.write(`${JSON.stringify(await loadSample())}\n`);
process.exit(0);
