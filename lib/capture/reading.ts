import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { problemOf } from "./connect.ts";
import type { Limits } from "./limits.ts";
import type { Reading } from "./readable.ts";
import { CaptureProblem } from "./reasons.ts";

export interface ReadingTask {
  file: string;
  contentType: string | null;
  isHtml: boolean;
}
type Said = { reading: Reading } | { problem: string };

/** A thread that has read nothing for so long is ended, and its 60 MB with it: the browser, which comes next, takes more. */
const idleMs = 500;
const memory = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

/**
 * Reads pages one after the other in a thread with bounded memory and time, which is ended with a page that exceeds either.
 * There is one for the whole process, so that many captures at once cost the memory of one.
 */
class ReadingRoom {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Throws CaptureProblem "unreadable". */
  async read(task: ReadingTask, limits: Limits, signal: AbortSignal): Promise<Reading> {
    if (statSync(task.file).size > limits.readBytes)
      throw new CaptureProblem("unreadable", "(it is too long)");
    const turn = this.#last.then(() => {
      if (signal.aborted) throw problemOf(signal);
      return this.#readNow(task, limits, signal);
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #readNow(task: ReadingTask, limits: Limits, signal: AbortSignal): Promise<Reading> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const leave: Array<() => void> = [];
    try {
      const said = await new Promise<Said>((resolve, reject) => {
        const unreadable = (why: string) => () => reject(new CaptureProblem("unreadable", why));
        const timer = setTimeout(unreadable("(it took too long)"), limits.readMs);
        const stop = () => reject(problemOf(signal));
        const broken = unreadable("(it takes too much memory)");
        worker.once("message", resolve).once("error", broken).once("exit", broken);
        signal.addEventListener("abort", stop, { once: true });
        leave.push(() => clearTimeout(timer));
        leave.push(() => worker.off("message", resolve).off("error", broken).off("exit", broken));
        leave.push(() => signal.removeEventListener("abort", stop));
        worker.postMessage(task);
      });
      if ("problem" in said) throw new CaptureProblem("unreadable", `(${said.problem})`);
      return said.reading;
    } catch (error) {
      // Whatever it is doing now, nobody waits for it.
      this.#worker = null;
      await worker.terminate();
      throw error;
    } finally {
      for (const each of leave) each();
      this.#idle = setTimeout(() => void this.#stop(), idleMs).unref();
    }
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null; // at once: a page that comes from now on is read by another
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./reading-thread.ts", import.meta.url), { resourceLimits: memory });
    worker.on("error", () => {}); // heard by whoever waits
    worker.unref();
    return worker;
  }
}

export const readingRoom = new ReadingRoom();
