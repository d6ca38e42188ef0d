// Run by itself, with the settings of a running desk: finds a source's page missing twice, two days apart.
import { noteLink } from "../lib/publication/links.ts";
import { missingReasons } from "../lib/sources/rules.ts";

const [sourceId = ""] = process.argv.slice(2);
const found = { state: "missing", reason: missingReasons[404] } as const;
await noteLink(sourceId, found, new Date(Date.now() - 2 * 24 * 60 * 60 * 1000));
await noteLink(sourceId, found, new Date());
process.exit(0);
