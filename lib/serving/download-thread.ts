import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parentPort } from "node:worker_threads";
import { createGzip } from "node:zlib";
import { download } from "../publication/download.ts";
import type { Wanted } from "./downloads.ts";

// A thread of its own: to make the whole record takes many seconds of the processor, in which readers' pages would wait.

/** Text of this kind becomes a seventh of its size; higher levels take twice the time for a tenth less. */
const zipping = { level: 1, chunkSize: 64 * 1024 };

parentPort?.on("message", ({ name, zipped, sink }: Wanted) => {
  const pieces = download(name);
  const to = Writable.fromWeb(sink);
  const sent = zipped ? pipeline(pieces, createGzip(zipping), to) : pipeline(pieces, to);
  // The other end of the sink is told, and says what is to be said.
  sent.catch(() => undefined);
});
