import pg from "pg";
import { holdDataFolder, openDatabase } from "../database.ts";
import { migrate } from "../migrations.ts";
import { ensureBuild } from "../next-build.ts";
import type { Options } from "../options.ts";
import { runningPort } from "../postgres.ts";
import { say } from "../problem.ts";
import { superuserUrl } from "../roles.ts";
import { loadSampleOnce } from "../sample.ts";
import { loadSecrets } from "../secrets.ts";
import { applicationEnv, claimPort, serve } from "../serve.ts";
import { fill } from "./fill.ts";
import { measure } from "./measure.ts";
import { print } from "./print.ts";

/** Measures the readers' side at 1,000 and at `total` publications on a database of its own, and prints what it saw as ratios. */
export async function bench(wished: Options, total: number): Promise<number> {
  await holdDataFolder(wished.data);
  const options = { ...wished, port: await claimPort(wished.host, 0) };
  const url = `http://${options.host}:${options.port}`;
  await ensureBuild();
  const database = await openDatabase(options.data);
  const secrets = loadSecrets(options.data);
  const client = new pg.Client({ connectionString: superuser(options.data) });
  try {
    await migrate(database.urls);
    const env = applicationEnv(options, url, database.urls, secrets);
    await loadSampleOnce({ options, database, env, url });
    await client.connect();
    for (const name of ["DATABASE_URL", "PUBLIC_DATABASE_URL", "ASSAY_URL", "NEXTAUTH_SECRET"])
      process.env[name] = env[name] ?? "";
    for (const size of [1000, total]) {
      const from = performance.now();
      await fill(client, size, (done) => say(`${done.toLocaleString("en")} publications.`));
      const seconds = (performance.now() - from) / 1000;
      // A server of its own for each size: memory is then what this size makes of it.
      const server = await serve(env, "production");
      try {
        print(size, seconds, await measure({ url, folder: options.data, client, pid: server.pid() }));
      } finally {
        await server.stop();
      }
    }
    const { disconnect } = await import("../../lib/clients.ts");
    await disconnect();
    return 0;
  } finally {
    await client.end();
    await database.stop();
  }
}

/** The database of the application, as a superuser: the rows of the bench are made past its triggers. */
function superuser(data: string): string {
  const port = runningPort(data);
  if (!port) throw new Error("The database of the bench does not run.");
  const address = new URL(superuserUrl(port, loadSecrets(data)));
  address.pathname = "/assay";
  return address.href;
}
