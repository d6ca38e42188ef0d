import { spawn } from "node:child_process";
import type { ScanOutcome } from "./schema.ts";

export interface Scan {
  outcome: ScanOutcome;
  /** What the scanner printed, in one line of at most 500 characters without controls; why, where it could not scan. */
  said: string;
}

const mostSaid = 500;
const mostRead = 64 * 1024;

/**
 * Runs a scanner on a file, as `SCAN_COMMAND` names it: a program with its arguments, parted by spaces, and the path of the file last. No
 * shell reads it, and it gets none of our settings. As with ClamAV, it ends with 0 where it found nothing and with 1 where it found
 * something; every other end, and one that takes longer than `ms`, says nothing of the file. It ends with all that it started.
 */
export function runScanner(command: string, path: string, ms: number, signal: AbortSignal): Promise<Scan> {
  const [program = "", ...args] = command.trim().split(/\s+/);
  const { NODE_ENV, PATH, HOME, LANG } = process.env;
  const child = spawn(program, [...args, path], {
    env: { NODE_ENV, PATH, HOME, LANG },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, so that what it started ends with it
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (words: string) => {
      if (printed.length < mostRead) printed += words;
    });
  let why: string | null = null;
  const end = (reason: string) => {
    why ??= reason;
    if (child.pid) endGroup(child.pid);
  };
  const timer = setTimeout(() => end(`It took longer than ${ms / 1000} seconds.`), ms);
  const onStop = () => end("It was stopped with the desk.");
  signal.addEventListener("abort", onStop, { once: true });
  return new Promise<Scan>((resolve) => {
    child.once("error", () => resolve({ outcome: "failed", said: "The scanner could not be started." }));
    child.once("exit", (code) => {
      if (child.pid) endGroup(child.pid); // what holds its output open would keep us waiting
      child.once("close", () => resolve(outcomeOf(code, why, inOneLine(printed, path))));
    });
  }).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", onStop);
  });
}

function outcomeOf(code: number | null, why: string | null, words: string): Scan {
  if (why === null && code === 0) return { outcome: "clean", said: cut(words) };
  if (why === null && code === 1) return { outcome: "flagged", said: cut(words) };
  const ended = why ?? (code === null ? "It was ended from outside." : `It ended with ${code}.`);
  return { outcome: "failed", said: cut(`${ended} ${words}`.trim()) };
}

/** What it printed, fit to be shown: no controls, no marks that turn the text around, no path of this machine. */
const inOneLine = (printed: string, path: string): string =>
  printed
    .replaceAll(path, "the file")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();

const cut = (words: string): string => [...words].slice(0, mostSaid).join("");

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // all of it has ended
  }
}
