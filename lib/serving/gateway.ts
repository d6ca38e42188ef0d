import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import pg from "pg";
import { channel } from "./channel.ts";

/**
 * listening: every change arrives, so finished answers may be kept. deaf: the database answers but changes do not arrive, so
 * nothing is kept. unreachable: nothing can have changed that a reader could be shown, so what is kept goes on being served.
 */
export type Hearing = "listening" | "deaf" | "unreachable";

/** One statement on the connection, once those before it are answered: pg deprecates to send it another while it is busy. */
type Ask = (sql: string, values?: unknown[]) => Promise<unknown>;

const beatEvery = 1000;
const patience = 1500;

/**
 * Hears on a connection of its own which published pages changed. `onDrop` gets the tags of one change; `onEmpty` is
 * called before anything is kept again after changes may have been missed.
 */
export class Listener {
  hearing: Hearing = "deaf";
  readonly #url: string;
  readonly #onDrop: (tags: string[]) => void;
  readonly #onEmpty: () => void;
  #stopped = false;
  #client: pg.Client | null = null;
  #ask: Ask | null = null;
  #checking: Promise<unknown> | null = null;
  readonly #beats = new Map<string, () => void>();
  readonly #waiting = new Set<() => void>();

  constructor(url: string, onDrop: (tags: string[]) => void, onEmpty: () => void) {
    this.#url = url;
    this.#onDrop = onDrop;
    this.#onEmpty = onEmpty;
    void this.#run();
  }

  /** What the work gives, or null as soon as the database is found unreachable meanwhile. */
  orLost<T>(work: Promise<T>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const lose = () => resolve(null);
      this.#waiting.add(lose);
      work.then(resolve, reject).finally(() => this.#waiting.delete(lose));
    });
  }

  /** Asks the database at this moment instead of at the next beat; many who doubt at once wait for one answer. */
  async check(): Promise<void> {
    const ask = this.#ask;
    if (!ask) return;
    // What an earlier connection could not answer says nothing of this one.
    const isLost = () => this.#ask === ask && this.#become("unreachable");
    const checking = (this.#checking ??= ask("SELECT 1")
      .catch(isLost)
      .finally(() => {
        if (this.#checking === checking) this.#checking = null;
      }));
    await checking;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end().catch(() => undefined);
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const client = new pg.Client({
        connectionString: this.#url,
        connectionTimeoutMillis: patience,
        query_timeout: patience,
        application_name: "assay listener",
      });
      // A connection that breaks between two queries says so here; the next beat fails and ends it.
      client.on("error", () => this.#become("unreachable"));
      client.on("notification", ({ payload }) => this.#hear(payload ?? ""));
      try {
        await client.connect();
        await client.query(`LISTEN ${channel}`);
        this.#client = client;
        const turn = pLimit(1);
        const ask: Ask = (sql, values) => turn(() => client.query(sql, values));
        this.#ask = ask;
        while (!this.#stopped) {
          await this.#beat(ask);
          await pause(beatEvery);
        }
      } catch {
        this.#become("unreachable");
      }
      this.#client = null;
      this.#ask = this.#checking = null;
      client.end().catch(() => undefined);
      await pause(300);
    }
  }

  /** Sends itself a word through the database: heard, changes would be heard as well. */
  async #beat(ask: Ask): Promise<void> {
    const id = randomUUID();
    const heard = new Promise<boolean>((resolve) => {
      this.#beats.set(id, () => resolve(true));
      setTimeout(() => resolve(false), patience);
    });
    await ask("SELECT pg_notify($1, $2)", [channel, id]);
    const isHeard = await heard;
    this.#beats.delete(id);
    this.#become(isHeard ? "listening" : "deaf");
  }

  #hear(payload: string): void {
    const beat = this.#beats.get(payload);
    if (beat) return beat();
    if (payload.startsWith("[")) this.#onDrop(JSON.parse(payload) as string[]);
  }

  #become(hearing: Hearing): void {
    if (hearing === this.hearing) return;
    // Whatever was said while nobody listened is not known: nothing from before may stay.
    if (hearing !== "unreachable") this.#onEmpty();
    this.hearing = hearing;
    if (hearing === "unreachable") for (const lose of this.#waiting) lose();
  }
}
