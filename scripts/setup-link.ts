// Runs apart from the start, so that the application's code and its connections end with it. Prints the link, or nothing.
import { ensureSetupLink } from "#lib/people/commands";

const path = await ensureSetupLink();
if (path) process.stdout.write(`${new URL(path, process.env.ASSAY_URL).href}\n`);
process.exit(0);
