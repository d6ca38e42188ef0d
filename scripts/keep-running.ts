import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { QUIET } from "./child.ts";
import { root } from "./options.ts";
import { StartProblem, say } from "./problem.ts";

/** A program of ours that is started again when it ends unasked. */
export type Program = {
  stop: () => Promise<void>;
  pid: () => number;
  /** What the program says of itself; the server alone answers. */
  ask: () => Promise<unknown>;
};

type Start = { what: string; file: string; flags: readonly string[]; env: NodeJS.ProcessEnv };

/** Starts a program on this same Node and answers when it says that it is ready; starts it again when it ends unasked. */
export async function keepRunning(options: Start): Promise<Program> {
  let stopped = false;
  let child = start(options);
  if (!(await isReady(child)))
    throw new StartProblem(`The ${options.what} did not start. The lines above say why.`);
  const watch = (current: ChildProcess) =>
    current.once("exit", (code, signal) => {
      if (stopped) return;
      say(`The ${options.what} ended unasked (${signal ?? `code ${code}`}); starting it again.`);
      setTimeout(() => {
        if (!stopped) watch((child = start(options)));
      }, 1000);
    });
  watch(child);
  return {
    pid: () => child.pid ?? 0,
    ask: () =>
      new Promise((resolve) => {
        child.once("message", resolve);
        child.send({});
      }),
    stop: async () => {
      stopped = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function start({ file, flags, env }: Start): ChildProcess {
  return spawn(process.execPath, [QUIET, ...flags, file], {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2, "ipc"],
  });
}

function isReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once("message", () => resolve(true));
    child.once("exit", () => resolve(false));
  });
}
