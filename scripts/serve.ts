import { lookup } from "node:dns/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Program } from "./keep-running.ts";
import { keepRunning } from "./keep-running.ts";
import type { Options } from "./options.ts";
import { root } from "./options.ts";
import { StartProblem } from "./problem.ts";
import type { DatabaseUrls } from "./roles.ts";
import type { Secrets } from "./secrets.ts";

/**
 * The application should stay near 200 MiB, and V8 left alone takes more than it needs. The ceiling of the old generation is
 * no budget but the point at which the process dies: with 96 one hostile body ended a server that had worked for eight
 * minutes (its heap stood at 93 MB), and with 192 a server ended that had every page of the desk loaded and was then asked for many
 * at once: 180 MB lived then, 139 do now. So it is well above what work needs; the heap grows towards it in small steps. Optimising
 * for size saved some 30 MB, and collecting took a third of the time: the slowest pages of the desk took twice as long.
 * Compiling beside the work is off: what waited to be taken over took up to 47 MB (7 without), of which 30 never came back; without
 * it the first few hundred pages take a millisecond or two longer. Code that V8 makes as soon as a function is warm, before it is
 * worth optimising, took 8 to 12 MB and made no page quicker that could be told from noise. Each half of the young generation
 * has 2 MB: with 4 it took 8 MB more, with 1 the rest grew by as much, and all three answered equally fast. Where objects are put is not
 * learnt: the pages made ahead hold their requests for long, so V8 took every later request for one that stays, put it among
 * what is old, and looked through all of that twice a second under load (8 % of the time; 2.5 % without).
 * What it collects after a rest it collects like anything else: after a collection to save memory each answer
 * took 14 µs of the processor instead of 11, for as long as was watched. A resting server has some 13 MB more for it.
 */
const MEMORY_FLAGS = [
  "--min-semi-space-size=2",
  "--max-semi-space-size=2",
  "--max-old-space-size=320",
  "--heap-growing-percent=15",
  "--no-concurrent-recompilation",
  "--no-sparkplug",
  "--no-allocation-site-pretenuring",
  "--no-memory-reducer-favors-memory",
  "--v8-pool-size=1",
];

/**
 * What the compilers and zlib gave back stayed with glibc in pieces that nothing else fitted into: 95 MB after 700 pages.
 * One arena, and blocks from 32 kB on straight from the kernel and back. Other C libraries do not know these variables.
 */
const MEMORY_SETTINGS = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "32768",
  MALLOC_TRIM_THRESHOLD_: "65536",
  // The kernel allows 65,530 blocks to a process, and V8 needs some.
  MALLOC_MMAP_MAX_: "16384",
};

/**
 * What Node made of our TypeScript, and V8 of all code, is kept from one run to the next: the compiler that removes the
 * types takes 12 MB in every process and every thread that needs it.
 */
const COMPILED = { NODE_COMPILE_CACHE: join(root, ".next/compiled") };

/** The public address: ASSAY_URL, or this machine by the name that it knows itself by. */
export async function publicUrl(port: number): Promise<string> {
  if (process.env.ASSAY_URL) return process.env.ASSAY_URL.replace(/\/+$/, "");
  // A bare system without /etc/hosts does not know "localhost".
  const known = await lookup("localhost").then(
    () => true,
    () => false,
  );
  return `http://${known ? "localhost" : "127.0.0.1"}:${port}`;
}

/** The settings with which the application runs; the owner's address is not among them. */
export function applicationEnv(options: Options, url: string, urls: DatabaseUrls, secrets: Secrets) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: urls.app,
    PUBLIC_DATABASE_URL: urls.public,
    ASSAY_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? secrets.nextAuth,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? secrets.serverActions,
    NEXT_TELEMETRY_DISABLED: "1",
    ASSAY_DATA: options.data,
    ASSAY_HOST: options.host,
    PORT: String(options.port),
  };
  delete env.MIGRATION_DATABASE_URL;
  return env;
}

/** A port that is free on the host: the wished one, or any for 0. Waits a little for an Assay that is just stopping. */
export async function claimPort(host: string, wished: number): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const result = await tryPort(host, wished);
    if (typeof result === "number") return result;
    if (result.code === "EADDRINUSE" && attempt < 12) await pause(250);
    else throw new StartProblem(portSentence(host, wished, result));
  }
}

function tryPort(host: string, port: number): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

function portSentence(host: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is in use by another program. End that program, or choose another port: --port ${port + 1}.`;
  }
  if (error.code === "EACCES") return `Port ${port} needs special rights. Choose one above 1023 with --port.`;
  return `Assay cannot listen on ${host}:${port} (${error.message}). Check --host and --port.`;
}

/** Starts the HTTP server and answers when it is ready; starts it again when it ends unasked. */
export const serve = (env: NodeJS.ProcessEnv, mode: "production" | "development"): Promise<Program> =>
  keepRunning({
    what: "server",
    file: join(root, "server.ts"),
    flags: mode === "production" ? MEMORY_FLAGS : [],
    env: { ...env, ...MEMORY_SETTINGS, ...COMPILED, NODE_ENV: mode },
  });

/**
 * Starts what works off the queue, in the same way. What comes from a fast server is garbage as soon as it is written: with a young
 * generation of 4 MB it piled up to 65 MB before anybody looked, with one of 1 MB to 15.
 */
export const startWorker = (env: NodeJS.ProcessEnv): Promise<Program> =>
  keepRunning({
    what: "worker",
    file: join(root, "scripts/worker.ts"),
    flags: ["--min-semi-space-size=1", "--max-semi-space-size=1", "--max-old-space-size=192"],
    env: { ...env, ...MEMORY_SETTINGS, ...COMPILED, NODE_ENV: "production" },
  });
