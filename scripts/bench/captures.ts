import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { runNode } from "../child.ts";
import { exportUrls, holdDataFolder, openDatabase } from "../database.ts";
import { ensureBuild } from "../next-build.ts";
import { root } from "../options.ts";
import { loadSampleOnce } from "../sample.ts";
import { loadSecrets } from "../secrets.ts";
import { applicationEnv, claimPort, serve, startWorker } from "../serve.ts";
import { behaviours, openBadSites } from "./bad-sites.ts";
import { signIn, timesOf, within } from "./desk-times.ts";
import { memoryOf, type Memory } from "./memory.ts";

const many = 200;
const host = "127.0.0.1";

/** Two hundred captures at once, most of servers as they should not be, beside a desk at work; prints what they cost. */
export async function benchCaptures(data: string): Promise<number> {
  await ensureBuild();
  await holdDataFolder(data);
  const options = { json: false, data, host, port: await claimPort(host, 0) };
  const sites = await claimPort(host, 0);
  const url = `http://${host}:${options.port}`;
  const database = await openDatabase(data);
  const migrated = await runNode(join(root, "scripts/migrate.ts"), ["--data", data]);
  if (migrated.code !== 0) throw new Error(migrated.all);
  const env = applicationEnv(options, url, database.urls, loadSecrets(data));
  const accounts = await loadSampleOnce({ options, database, env, url });
  Object.assign(process.env, {
    CAPTURE_ALLOW: `${host}:${sites}`,
    ASSAY_URL: url,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET,
  });
  const [server, worker] = [
    await serve(env, "production"),
    await startWorker({ ...env, CAPTURE_ALLOW: `${host}:${sites}` }),
  ];
  const closeSites = await openBadSites(sites);
  const client = new pg.Client({ connectionString: database.urls.app });
  try {
    await client.connect();
    const desk = await signIn(url, accounts[0] ?? { email: "", password: "" });
    await timesOf(desk, (done) => done < 40); // its code is warm then
    const before = await timesOf(desk, (done) => done < 100);
    const idle = memoryOf(worker.pid()).itself;
    exportUrls(database.urls);
    await ask(accounts[0]?.email ?? "", sites);
    const from = performance.now();
    let peak = { itself: idle, others: { own: 0, files: 0 } };
    let waiting = many;
    const watch = (async () => {
      while (waiting > 0) {
        const now = memoryOf(worker.pid());
        if (total(now) > total(peak)) peak = now;
        const { rows } = await client.query<{ count: number }>(
          "SELECT count(*)::int FROM snapshots WHERE state = 'waiting'",
        );
        waiting = rows[0]?.count ?? 0;
        await pause(250);
      }
    })();
    const [during] = await Promise.all([timesOf(desk, () => waiting > 0), watch]);
    const seconds = (performance.now() - from) / 1000;
    const { rows } = await client.query<{ outcome: string; count: number }>(
      "SELECT outcome::text, count(*)::int FROM snapshots WHERE means = 'capture' GROUP BY 1 ORDER BY 1",
    );
    print({
      before,
      during,
      idle,
      peak,
      seconds,
      outcomes: rows.map(({ outcome, count }) => `${count} ${outcome}`),
    });
    return 0;
  } finally {
    await client.end();
    closeSites();
    await Promise.all([server.stop(), worker.stop()]);
    await database.stop();
  }
}

/** Asks for all of them, as a member does by adding sources. */
async function ask(email: string, sites: number): Promise<void> {
  const { findSignIn, findMember } = await import("#lib/auth/queries");
  const { addSource } = await import("#lib/sources/commands");
  const { addSourceInput } = await import("#lib/sources/schema");
  const { disconnect } = await import("#lib/clients");
  const member = await findSignIn(email);
  const actor = member && (await findMember(member));
  if (!actor) throw new Error("The sample's checker is not there.");
  const names = Object.keys(behaviours);
  for (let n = 0; n < many; n++) {
    const url = `http://${host}:${sites}/${names[n % names.length]}/${n}`;
    const source = { kind: "page", title: `Capture ${n}`, url, language: "en", idempotencyKey: randomUUID() };
    await addSource(actor, addSourceInput.parse(source));
  }
  await disconnect();
}

const sum = ({ own, files }: Memory): number => own + files;
const total = ({ itself, others }: Seen["peak"]): number => sum(itself) + sum(others);

interface Seen {
  before: number[];
  during: number[];
  idle: Memory;
  /** When the worker and its browser together had most. */
  peak: { itself: Memory; others: Memory };
  seconds: number;
  outcomes: string[];
}

function print({ before, during, idle, peak, seconds, outcomes }: Seen): void {
  const [calm, busy] = [within(before, 0.95), within(during, 0.95)];
  const files = peak.itself.files + peak.others.files - idle.files;
  const lines = [
    `captures            ${many} asked for at once: ${outcomes.join(", ")}, in ${seconds.toFixed(0)} s (${(many / seconds).toFixed(1)} a second)`,
    `desk, p95           ${busy.toFixed(0)} ms during them, ${calm.toFixed(0)} ms before: ${(busy / calm).toFixed(2)} of its normal (bar 2)`,
    `worker, memory      ${sum(idle).toFixed(0)} MB idle; at most ${sum(peak.itself).toFixed(0)} and ${sum(peak.others).toFixed(0)} of its browser: +${(total(peak) - sum(idle)).toFixed(0)} MB, ${files.toFixed(0)} of them pages of`,
    `                    program files that the kernel can drop; what it cannot take back: +${(total(peak) - sum(idle) - files).toFixed(0)} MB (bar 200)`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
