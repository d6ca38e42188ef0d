import type { Encoding } from "./rules.ts";

/** One form of an answer, as it is sent: with the headers of a 200, and those that a 304 has of them. */
export interface Form {
  body: Buffer;
  headers: string[];
  unchanged: string[];
}

/** One finished answer. Its smaller forms are made once; until one is there the identity form is sent. */
export interface Finished {
  /** The headers of all its forms. */
  common: readonly string[];
  type: string;
  /** Without quotation marks and without the mark of a form. */
  etag: string;
  forms: { identity: Form } & Partial<Record<Encoding, Form>>;
}

interface Kept {
  answer: Finished;
  tags: readonly string[];
  bytes: number;
  isWanted: boolean;
}

/** What an entry takes beside its bytes: key, headers and the maps' own cells. */
const overhead = 2048;
/** What a tag takes that no other entry has: its words, its cell, and a set for one key. */
const tagBytes = 320;

/**
 * Finished answers by key, bounded by bytes. Where room is needed, whatever nobody asked for since room was last made of it
 * goes, the oldest first; being asked for costs no more than a mark.
 */
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
    entry.isWanted = true;
    return entry.answer;
  }

  /** Keeps an answer; one that takes more than an eighth of the whole is not kept. */
  set(key: string, answer: Finished, tags: readonly string[]): void {
    this.delete(key);
    const bytes = sizeOf(answer, tags);
    if (bytes > this.#limit / 8) return;
    this.#kept.set(key, { answer, tags, bytes, isWanted: false });
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
    const bytes = sizeOf(answer, entry.tags);
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
    // What is put back is met again in this same walk, without its mark, so the walk ends.
    for (const [key, entry] of this.#kept) {
      if (this.#bytes <= this.#limit) return;
      if (entry.isWanted) {
        entry.isWanted = false;
        this.#kept.delete(key);
        this.#kept.set(key, entry);
      } else this.delete(key);
    }
  }
}

const sizeOf = ({ forms }: Finished, tags: readonly string[]): number =>
  Object.values(forms).reduce((sum, { body }) => sum + body.length, overhead + tags.length * tagBytes);
