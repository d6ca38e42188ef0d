import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { StartProblem } from "./problem.ts";

/** The folder of the checkout; everything that is started runs in it. */
export const root = resolve(import.meta.dirname, "..");

export type Options = { json: boolean; port: number; host: string; data: string };

/** The flags that demo, start and dev share, with the environment behind them; refuses a flag it does not know. */
export function readOptions(args: string[]): Options {
  const { values } = parse(args);
  const port = Number(values.port ?? process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartProblem(
      `--port must be a number from 0 to 65535, not "${values.port ?? process.env.PORT}".`,
    );
  }
  return {
    json: values.json ?? false,
    port,
    host: values.host ?? process.env.ASSAY_HOST ?? "127.0.0.1",
    data: resolve(
      process.env.INIT_CWD ?? root,
      values.data ?? process.env.ASSAY_DATA ?? join(root, ".assay"),
    ),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        json: { type: "boolean" },
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
      },
    });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new StartProblem(`${what}. The flags are --json, --port N, --host H and --data DIR.`);
  }
}
