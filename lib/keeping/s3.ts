import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import type { Arrived } from "./arrival.ts";
import { receive, sweepArrivals } from "./arrival.ts";
import { Bucket, type BucketSettings } from "./bucket.ts";
import { expectHash } from "./hashing.ts";
import type { FileStore, KeptFile } from "./store.ts";
import { checkHash, fromFileSystem, missing, StoreProblem } from "./store.ts";

/** What one PUT may hold in S3 (https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html); no upload in parts. */
const mostBytes = 5 * 1024 ** 3;

/**
 * Files in a bucket of any S3-compatible store, as `<prefix>ab/cd/<sha256>`: the same names as in a folder, so that either can be
 * copied into the other. A file is first received into a folder of this machine, since a request is signed with its hash; the
 * store itself refuses bytes that do not have it, and shows an object only once it is whole.
 */
export class S3Store implements FileStore {
  readonly place: string;
  readonly #bucket: Bucket;
  readonly #arriving: string;

  constructor(settings: BucketSettings, arriving: string) {
    this.#bucket = new Bucket(settings);
    this.#arriving = arriving;
    this.place = this.#bucket.place;
  }

  async put(source: Readable | string, { maxBytes }: { maxBytes: number }): Promise<KeptFile> {
    const arrived = await this.#receive(source, Math.min(maxBytes, mostBytes));
    const { path, sha256, bytes } = arrived;
    try {
      const answer = await this.#bucket.ask("PUT", nameOf(sha256), {
        headers: {
          "content-length": String(bytes),
          "content-type": "application/octet-stream",
          "x-amz-content-sha256": sha256,
          "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64"),
        },
        body: () => createReadStream(path),
      });
      answer.resume();
      if (answer.statusCode === 404)
        throw new StoreProblem("misconfigured", `There is no such bucket: ${this.place}.`);
    } finally {
      await rm(path, { force: true });
    }
    return { sha256, bytes };
  }

  async read(sha256: string, range?: { start: number; end: number }): Promise<Readable> {
    const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
    const answer = await this.#bucket.ask("GET", nameOf(sha256), { headers });
    if (answer.statusCode === 404) {
      answer.resume();
      throw missing(sha256);
    }
    return range ? answer : pipeline(answer, expectHash(sha256), () => {});
  }

  async stat(sha256: string): Promise<{ bytes: number } | null> {
    const answer = await this.#bucket.ask("HEAD", nameOf(sha256));
    answer.resume();
    return answer.statusCode === 404 ? null : { bytes: Number(answer.headers["content-length"]) };
  }

  async sweep(): Promise<number> {
    return sweepArrivals(this.#arriving).catch((error: unknown) => {
      throw fromFileSystem(error, `the folder ${this.#arriving}`);
    });
  }

  async #receive(source: Readable | string, maxBytes: number): Promise<Arrived> {
    return receive(source, this.#arriving, maxBytes).catch((error: unknown) => {
      throw fromFileSystem(error, `the folder ${this.#arriving}`);
    });
  }
}

function nameOf(sha256: string): string {
  const name = checkHash(sha256);
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}
