import type { Readable } from "node:stream";

/** A file as the store knows it: lower-case hex SHA-256 of its bytes, and how many they are. */
export interface KeptFile {
  sha256: string;
  bytes: number;
}

/**
 * Files by the SHA-256 of their bytes. Whatever goes wrong with the store itself is a StoreProblem; nothing is ever half there:
 * a name stands for all of its bytes or does not exist.
 */
export interface FileStore {
  /** What is configured, in words for people: "the folder /srv/assay/files". Never a secret. */
  readonly place: string;
  /**
   * Keeps the bytes of a stream or of the file at a path, which is left alone. Once it answers, they are on the disk (or
   * acknowledged by the outside store) under their hash, whatever stood under that name before: the same bytes put twice are
   * kept once, and an altered copy is mended. More than `maxBytes` are refused, and the stream is destroyed.
   */
  put(source: Readable | string, options: { maxBytes: number }): Promise<KeptFile>;
  /**
   * The bytes of a kept file, from `start` to `end` (inclusive, as in HTTP) where a range is given. A whole file is hashed on
   * the way: altered bytes end the stream with a StoreProblem instead of its end. Rejects with the problem `missing`.
   */
  read(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  /** How many bytes are kept under the hash, by the store's own list; null where it has none. Reads no content. */
  stat(sha256: string): Promise<{ bytes: number } | null>;
  /**
   * Removes a file for good; one that is not there is none to remove. A bucket has no such method: several desks may share one,
   * and a file is named by its content, whoever needs it.
   */
  remove?(sha256: string): Promise<void>;
  /** Removes what puts that were killed left behind, once it is a day old; answers how many files that were. */
  sweep(): Promise<number>;
}

export type StoreProblemKind =
  "full" | "denied" | "unreachable" | "missing" | "altered" | "too large" | "misconfigured";

/** What is wrong with the store, as one sentence for people. `isPassing` is whether trying again later may help. */
export class StoreProblem extends Error {
  readonly kind: StoreProblemKind;

  constructor(kind: StoreProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreProblem";
    this.kind = kind;
  }

  get isPassing(): boolean {
    return this.kind === "full" || this.kind === "denied" || this.kind === "unreachable";
  }
}

/** Refuses what is no lower-case hex SHA-256: a name that comes from outside must never become a path. */
export function checkHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new TypeError("A file is named by its SHA-256 in lower-case hex.");
  return sha256;
}

export const missing = (sha256: string) =>
  new StoreProblem("missing", `The kept file ${sha256} is not in the store.`);

/** An error of the file system as a StoreProblem; an error of anything else is passed on as it is. */
export function fromFileSystem(error: unknown, place: string): unknown {
  if (error instanceof StoreProblem) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOSPC" || code === "EDQUOT")
    return new StoreProblem("full", `There is no room left in ${place}.`, error);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return new StoreProblem("denied", `Assay may not write to or read from ${place}.`, error);
  if (code && ["ENOENT", "ENOTDIR", "EIO", "ENODEV", "ENXIO", "ESTALE", "EMFILE", "ENFILE"].includes(code))
    return new StoreProblem("unreachable", `The store does not answer: ${place} (${code}).`, error);
  return error;
}
