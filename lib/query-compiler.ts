import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const file = "@prisma/client/runtime/query_compiler_small_bg.postgresql.wasm-base64.js";

/**
 * Stands for the module of Prisma's query compiler in what Next builds (next.config.js): `Buffer.from` asks an object for its
 * value, so the text is read when a client begins and then forgotten. As a module it stays in memory for as long as the
 * process lives, 2.3 MB as its source, once for pages and once for routes, and as much in the cache of compiled code.
 */
export const wasm = {
  valueOf(): string {
    const source = readFileSync(createRequire(join(process.cwd(), "package.json")).resolve(file), "latin1");
    const [, base64] = /^const wasm = "([^"]+)"/.exec(source) ?? [];
    if (!base64) throw new Error(`There is no query compiler in ${file}.`);
    return base64;
  },
};
