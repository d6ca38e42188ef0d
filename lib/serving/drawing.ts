import { Worker } from "node:worker_threads";
import type { Card } from "../publication/card.ts";

type Said = { id: number; png: Uint8Array } | { id: number; problem: string };
interface Waiting {
  resolve: (png: Buffer) => void;
  reject: (error: Error) => void;
}

/** A thread that has drawn nothing for so long is ended, and its memory with it. */
const idleMs = 20_000;

/** Draws pictures of claims in a thread of its own, which is there only while there is something to draw. */
export class Drawing {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** The picture of a card as PNG; rejects when it cannot be drawn. */
  draw(card: Card): Promise<Buffer> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, card });
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./drawing-thread.ts", import.meta.url));
    worker.unref();
    worker.on("message", (said: Said) => {
      const waiting = this.#waiting.get(said.id);
      this.#waiting.delete(said.id);
      if ("png" in said) waiting?.resolve(Buffer.from(said.png));
      else waiting?.reject(new Error(said.problem));
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.stop(), idleMs).unref();
    });
    worker.on("error", (error) => this.#fail(error));
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = null;
      this.#fail(new Error("The thread that draws has ended."));
    });
    return worker;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
