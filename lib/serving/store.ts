import type { Encoding } from "./rules.ts";

/** One finished answer. Its forms are made once; until one is there the identity form is sent. */
export interface Finished {
  body: Buffer;
  forms: Partial<Record<Encoding, Buffer>>;
  contentType: string;
  /** Without quotation marks and without the mark of a form. */
  etag: string;
  allowOrigin: boolean;
}

interface Kept {
  answer: Finished;
  tags: readonly string[];
  bytes: number;
}

/** What an entry takes beside its bytes: key, tags, headers and the maps' own cells. */
const overhead = 1024;

/** Finished answers by key, bounded by bytes; what was not asked for the longest goes first. */
export class Store {
  readonly #limit: number;
  readonly #kept = new Map<string, Kept>();
  readonly #keysOf = new Map<string, Set<string>>();
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): Finished | null {
    const entry = this.#kept.get(key);
    if (!entry) return null;
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    return entry.answer;
  }

  /** Keeps an answer; one that takes more than an eighth of the whole is not kept. */
  set(key: string, answer: Finished, tags: readonly string[]): void {
    this.delete(key);
    const bytes = sizeOf(answer);
    if (bytes > this.#limit / 8) return;
    this.#kept.set(key, { answer, tags, bytes });
    this.#bytes += bytes;
    for (const tag of tags) {
      const keys = this.#keysOf.get(tag);
      if (keys) keys.add(key);
      else this.#keysOf.set(tag, new Set([key]));
    }
    this.#evict();
  }

  /** Counts an answer anew whose forms were made meanwhile. */
  grown(key: string, answer: Finished): void {
    const entry = this.#kept.get(key);
    if (entry?.answer !== answer) return;
    const bytes = sizeOf(answer);
    this.#bytes += bytes - entry.bytes;
    entry.bytes = bytes;
    this.#evict();
  }

  delete(key: string): void {
    const entry = this.#kept.get(key);
    if (!entry) return;
    this.#kept.delete(key);
    this.#bytes -= entry.bytes;
    for (const tag of entry.tags) {
      const keys = this.#keysOf.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysOf.delete(tag);
    }
  }

  /** Drops exactly what carries one of the tags. */
  drop(tags: readonly string[]): void {
    for (const tag of tags) for (const key of this.#keysOf.get(tag) ?? []) this.delete(key);
  }

  clear(): void {
    this.#kept.clear();
    this.#keysOf.clear();
    this.#bytes = 0;
  }

  #evict(): void {
    for (const key of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) return;
      this.delete(key);
    }
  }
}

const sizeOf = ({ body, forms }: Finished): number =>
  Object.values(forms).reduce((sum, form) => sum + form.length, body.length + overhead);
