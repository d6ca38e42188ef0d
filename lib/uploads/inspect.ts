import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Fact } from "./exif.ts";
import type { ShownCopy } from "./images.ts";
import type { Task, Told } from "./inspection.ts";
import type { Detected } from "./kinds.ts";
import type { TextOutcome } from "./text.ts";

/** What is known of a file. `kind` and its fellows are missing only where it is refused. */
export type Inspection = { bytes: number; facts: Fact[] } & (
  | { refused: string }
  | (Detected & {
      refused?: undefined;
      /** Only of kinds that have text of their own: PDF, DOCX, CSV, plain text. */
      text?: TextOutcome;
      /** Only of pictures: the copy to show, or why there is none. */
      shown?: ShownCopy;
      notShown?: string;
    })
);

export interface Limits {
  ms: number;
  /** Resident bytes of the process that reads the file; some 70 MB of them are Node itself. */
  memory: number;
}

/** A picture of 100 million pixels or a PDF of 500 pages takes less than half of either. */
const usual: Limits = { ms: 30_000, memory: 384 * 1024 * 1024 };
const pageSize = 4096;

const script = new URL("./inspection.ts", import.meta.url);
const root = fileURLToPath(new URL("../../", import.meta.url));

interface Options {
  folder: string;
  /** What its sender declared, for plain text. */
  charset?: string;
  limits?: Limits;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Looks into a file that came from outside: what it is by its content, its text, a copy to show, and what it says of itself. New
 * files are written into `folder`, which exists and is the caller's to remove. Never throws for what a file holds: within 30 s and
 * bounded memory, each part ends with a result or a reason. One file at a time, each in a process without rights but to read
 * the file and write into the folder. To be called from plain Node (worker, commands), not from bundled code.
 */
export function inspectUpload(path: string, options: Options): Promise<Inspection> {
  const next = last.then(() => inspectNow(path, options));
  last = next.catch(() => {});
  return next;
}

async function inspectNow(path: string, { folder, charset, limits = usual }: Options): Promise<Inspection> {
  const { size: bytes } = await stat(path);
  const told: Told[] = [];
  const ended = await run({ path, folder, charset }, limits, (word) => told.push(word));
  return conclude(bytes, told, ended);
}

type Ended = "done" | "too slow" | "too large" | "broken";

async function run(task: Task, limits: Limits, hear: (told: Told) => void): Promise<Ended> {
  const child = fork(script, [], {
    execArgv: [
      ...rightsOf(task),
      "--max-old-space-size=192",
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=SecurityWarning",
    ],
    env: { NODE_ENV: "production", VIPS_BLOCK_UNTRUSTED: "1", MALLOC_ARENA_MAX: "2" }, // and none of our own secrets
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let ended: Ended = "broken";
  const stop = (why: Ended) => {
    ended = why;
    child.kill("SIGKILL");
  };
  const clock = setTimeout(() => stop("too slow"), limits.ms);
  const watch = setInterval(() => memoryOf(child) > limits.memory && stop("too large"), 50);
  child.on("message", (told: Told) => {
    if ("done" in told) ended = "done";
    else hear(told);
  });
  child.send(task, () => {}); // a child that has died by now is seen by its end
  await new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
  clearTimeout(clock);
  clearInterval(watch);
  return ended;
}

/** Reads our code and the file, writes into the folder: neither the data folder, which is often beside the code, nor other programs. */
export function rightsOf({ path, folder }: Task): string[] {
  const code = ["lib/", "node_modules/", "package.json"].map((name) => join(root, name));
  return [
    "--permission",
    "--allow-addons",
    "--allow-worker", // for its guard
    ...[...code, path, folder].map((allowed) => `--allow-fs-read=${allowed}`),
    `--allow-fs-write=${folder}`,
  ];
}

/** Resident memory; 0 where the system does not tell (elsewhere than on Linux), and then only the heap is bounded. */
function memoryOf(child: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${child.pid}/statm`, "latin1").split(" ")[1]) * pageSize;
  } catch {
    return 0;
  }
}

const reasons: Record<Ended, string> = {
  done: "",
  "too slow": "It takes too long to read.",
  "too large": "It takes too much memory to read.",
  broken: "It could not be read: whatever is in it broke the reader.",
};

/** Words out of a file, as PostgreSQL can keep them: on one line, 500 code points at most, neither NUL nor half of a letter. */
const keepable = (words: string): string =>
  [
    ...words
      .replaceAll(/\p{Cc}+/gu, " ")
      .toWellFormed()
      .trim(),
  ]
    .slice(0, 500)
    .join("");

const worded = (text: TextOutcome): TextOutcome =>
  text.reason === undefined ? text : { ...text, reason: keepable(text.reason) };

function conclude(bytes: number, told: Told[], ended: Ended): Inspection {
  const all = Object.assign({}, ...told) as Partial<{
    refused: string;
    detected: Detected;
    text: TextOutcome;
    shown: ShownCopy;
    notShown: string;
    facts: Fact[];
  }>;
  const { facts: found = [], detected, text, shown, notShown } = all;
  const reason = reasons[ended];
  const cut = text?.outcome === "extracted" && text.reason ? [{ name: "its text", value: text.reason }] : [];
  const facts = [...found, ...cut].map(({ name, value }) => ({ name, value: keepable(value) }));
  if (all.refused || !detected) return { bytes, facts, refused: keepable(all.refused ?? reason) };
  const hasText = ["pdf", "docx", "csv", "text"].includes(detected.kind);
  return {
    bytes,
    facts,
    ...detected,
    ...(text
      ? { text: worded(text) }
      : hasText && reason && { text: { outcome: "failed" as const, reason } }),
    ...(shown && { shown }),
    ...((notShown ?? (detected.kind === "image" && !shown)) && { notShown: notShown ?? reason }),
  };
}
