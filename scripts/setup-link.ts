// Runs apart from the start, so that the application's code and its connections end with it. Prints the link, or nothing.
import { ensureSetupLink } from "#lib/people/commands";

const link = await ensureSetupLink();
if (link) process.stdout.write(`${link}\n`);
process.exit(0);
