import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { readPage, readPlain } from "./readable.ts";
import type { ReadingTask } from "./reading.ts";

// A thread of its own: what a page does to whoever reads it, it does to this thread, whose memory and time are bounded.

parentPort?.on("message", ({ file, contentType, isHtml }: ReadingTask) => {
  try {
    const bytes = readFileSync(file);
    parentPort?.postMessage({ reading: (isHtml ? readPage : readPlain)(bytes, contentType) });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ problem: error instanceof RangeError ? "it is nested too deeply" : words });
  }
});
