import type { Readable, Writable } from "node:stream";
import type { ProtocolMapping } from "devtools-protocol/types/protocol-mapping.d.ts";

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;
type Message = {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
};
type Question = {
  session: string | undefined;
  resolve: (result: unknown) => void;
  reject: (why: Error) => void;
};
/** Bytes; a strip of a page has some five million. */
const mostOfMessage = 100_000_000;

type Listener = { event: string; session: string | undefined; hear: (params: unknown) => void };

/**
 * Talks to a Chromium over the pipe of its DevTools protocol (`--remote-debugging-pipe`): JSON messages that end with NUL. A
 * library for it would take 30 to 75 MB, which is more than all else of a capture together.
 */
export class DevTools {
  #last = 0;
  #begin: Buffer[] = [];
  #end: Error | null = null;
  readonly #to: Writable;
  readonly #asked = new Map<number, Question>();
  readonly #listeners = new Set<Listener>();

  constructor(to: Writable, from: Readable) {
    this.#to = to.on("error", (error) => this.end(error));
    from.on("data", (chunk: Buffer) => {
      try {
        this.#take(chunk);
      } catch (error) {
        from.destroy(); // whatever it is, it is no browser any more
        this.end(error as Error);
      }
    });
    from.on("close", () => this.end(new Error("The browser has ended."))).on("error", () => {});
  }

  get isOpen(): boolean {
    return this.#end === null;
  }

  /** Sends a command to the browser, or to the page of a session. Rejects with what Chromium says, and when the page or browser ends. */
  send<C extends keyof Commands>(
    method: C,
    params: Commands[C]["paramsType"][0],
    session?: string,
  ): Promise<Commands[C]["returnType"]> {
    if (this.#end) return Promise.reject(this.#end);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { session, resolve: resolve as Question["resolve"], reject });
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
    });
  }

  /** Calls `hear` for each event of a session, or of the browser itself, until the answered function is called or the session ends. */
  on<E extends keyof Events>(
    event: E,
    session: string | undefined,
    hear: (params: Events[E][0]) => void,
  ): () => void {
    const listener: Listener = { event, session, hear: hear as Listener["hear"] };
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Whatever waits for an answer hears why there will be none. */
  end(why: Error): void {
    this.#end ??= why;
    this.#drop(() => true, this.#end);
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      const whole = Buffer.concat([...this.#begin, rest.subarray(0, at)]);
      this.#begin = [];
      rest = rest.subarray(at + 1);
      this.#hear(JSON.parse(whole.toString("utf8")) as Message);
    }
    if (rest.length === 0) return;
    this.#begin.push(rest);
    if (this.#begin.reduce((bytes, { length }) => bytes + length, 0) > mostOfMessage)
      throw new Error("The browser says too much at once.");
  }

  #hear(message: Message): void {
    const { id, method, sessionId, result, error } = message;
    if (id !== undefined) {
      const question = this.#asked.get(id);
      this.#asked.delete(id);
      if (error) question?.reject(new Error(error.message));
      else question?.resolve(result);
      return;
    }
    if (method === "Inspector.targetCrashed")
      this.#drop(({ session }) => session === sessionId, new Error("The page has crashed."));
    if (method === "Target.detachedFromTarget") {
      const { sessionId: ended } = message.params as Events["Target.detachedFromTarget"][0];
      this.#drop(({ session }) => session === ended, new Error("The page was closed."));
      for (const listener of this.#listeners)
        if (listener.session === ended) this.#listeners.delete(listener);
    }
    for (const { event, session, hear } of this.#listeners)
      if (event === method && session === sessionId) hear(message.params);
  }

  #drop(isMeant: (question: Question) => boolean, why: Error): void {
    for (const [id, question] of this.#asked) {
      if (!isMeant(question)) continue;
      this.#asked.delete(id);
      question.reject(why);
    }
  }
}
