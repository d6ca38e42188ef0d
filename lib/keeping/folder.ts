import { chmod, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline, type Readable } from "node:stream";
import type { Arrived } from "./arrival.ts";
import { receive, sweepArrivals } from "./arrival.ts";
import { expectHash } from "./hashing.ts";
import type { FileStore, KeptFile } from "./store.ts";
import { checkHash, fromFileSystem, missing } from "./store.ts";

/**
 * Files in a folder of this machine, as `ab/cd/<sha256>`, read-only and for this user alone. A file is written beside them,
 * synced, and then renamed, after which the folders are synced too: a power cut leaves it whole or not at all.
 */
export class FolderStore implements FileStore {
  readonly place: string;
  readonly #root: string;
  readonly #arriving: string;

  constructor(root: string) {
    this.#root = root;
    this.#arriving = join(root, "arriving");
    this.place = `the folder ${root}`;
  }

  put(source: Readable | string, { maxBytes }: { maxBytes: number }): Promise<KeptFile> {
    return this.#saying(async () => {
      const arrived = await receive(source, this.#arriving, maxBytes);
      try {
        await this.#name(arrived);
      } finally {
        await rm(arrived.path, { force: true }); // is there only if it could not be named
      }
      return { sha256: arrived.sha256, bytes: arrived.bytes };
    });
  }

  read(sha256: string, range?: { start: number; end: number }): Promise<Readable> {
    return this.#saying(async () => {
      const file = await open(this.#pathOf(sha256), "r").catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" ? missing(sha256) : error;
      });
      const bytes = file.createReadStream(range ?? {});
      // The callback is there so that an error reaches the reader of the stream alone, not the process.
      return range ? bytes : pipeline(bytes, expectHash(sha256), () => {});
    });
  }

  stat(sha256: string): Promise<{ bytes: number } | null> {
    return this.#saying(async () => {
      const found = await stat(this.#pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      return found && { bytes: found.size };
    });
  }

  remove(sha256: string): Promise<void> {
    return this.#saying(() => rm(this.#pathOf(sha256), { force: true }));
  }

  sweep(): Promise<number> {
    return this.#saying(() => sweepArrivals(this.#arriving));
  }

  #pathOf(sha256: string): string {
    const name = checkHash(sha256);
    return join(this.#root, name.slice(0, 2), name.slice(2, 4), name);
  }

  async #name(arrived: Arrived): Promise<void> {
    const path = this.#pathOf(arrived.sha256);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(arrived.path, 0o400);
    await rename(arrived.path, path);
    // Of the folders above, either may be new, made by us or by another put a moment ago: both are cheap to sync.
    for (const above of [folder, dirname(folder), this.#root]) await syncFolder(above);
  }

  async #saying<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw fromFileSystem(error, this.place);
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
