import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { MadeCopy } from "../prisma/copy-factories.ts";
import { root } from "../scripts/options.ts";
import { runningPort } from "../scripts/postgres.ts";
import { databaseUrls } from "../scripts/roles.ts";
import { loadSecrets } from "../scripts/secrets.ts";
import { demo } from "./demos.ts";

/** Runs a file of ours as a part of the demo: with its database, its store and the rights of the application. */
export async function runInDemo(file: string, args: readonly string[]): Promise<string> {
  const { data, url } = demo();
  const port = runningPort(data);
  if (!port) throw new Error("The demo's database does not run.");
  const secrets = loadSecrets(data);
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrls(port, secrets).app,
    NEXTAUTH_SECRET: secrets.nextAuth,
    ASSAY_URL: url,
    ASSAY_DATA: data,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, file), ...args], { env });
  return stdout;
}

/** Gives a source of the demo a copy with this text, as a worker would. */
export const makeCopy = async (sourceId: string, text: string): Promise<MadeCopy> =>
  JSON.parse(await runInDemo("e2e/make-copy.ts", [sourceId, text])) as MadeCopy;

/** Lets two looks, two days apart, find no page where a source of the demo was. */
export const makeGone = async (sourceId: string): Promise<void> => {
  await runInDemo("e2e/make-gone.ts", [sourceId]);
};
