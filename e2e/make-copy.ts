// Run by itself, with the settings of a running desk: gives a source a copy with this text, and prints it as JSON.
import { aCopy } from "../prisma/copy-factories.ts";

const [sourceId = "", text = ""] = process.argv.slice(2);
console.log(JSON.stringify(await aCopy(sourceId, text)));
process.exit(0);
