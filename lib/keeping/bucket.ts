import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as tlsRequest } from "node:https";
import { pipeline, type Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { StoreProblem } from "./store.ts";

export interface BucketSettings {
  /** Without a path; the bucket is named in the path of each request, which every S3-compatible store understands. */
  endpoint: URL;
  bucket: string;
  region: string;
  key: string;
  secret: string;
  /** Before every name; empty, or ends in "/". */
  prefix: string;
}

interface Question {
  headers?: Record<string, string>;
  /** Made anew for each try. */
  body?: () => Readable;
}

type Method = "GET" | "HEAD" | "PUT";

const tries = 3;
/** Between two tries, growing with each. */
const waitMs = 100;
/** The SHA-256 of nothing. */
const noBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/** So long may a connection be silent; a large file takes as long as it takes. */
const silenceMs = 20_000;

/** One bucket of an S3-compatible store: signed requests (Signature Version 4), tried again a bounded number of times. */
export class Bucket {
  readonly place: string;
  readonly #settings: BucketSettings;

  constructor(settings: BucketSettings) {
    this.#settings = settings;
    this.place = `the bucket ${settings.bucket} at ${settings.endpoint.host}`;
  }

  /**
   * The answer to a request for one object: 2xx, or 404, with its body still to be read. Anything else is a StoreProblem; what may
   * pass (no connection, silence, 5xx, 429) is tried three times first.
   */
  async ask(method: Method, name: string, question: Question = {}): Promise<IncomingMessage> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#once(method, name, question).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        if (attempt === tries) throw unreachable(this.place, outcome.message, outcome);
      } else {
        const answer = outcome as IncomingMessage;
        const status = answer.statusCode ?? 0;
        if (status === 404 || (status >= 200 && status < 300)) return answer;
        answer.destroy();
        const isPassing = (status >= 500 && status !== 501 && status !== 507) || status === 429;
        if (!isPassing || attempt === tries) throw refused(this.place, status);
      }
      await pause(waitMs * attempt ** 2);
    }
  }

  async #once(method: Method, name: string, { headers = {}, body }: Question): Promise<IncomingMessage> {
    const { endpoint, bucket, region, key, secret, prefix } = this.#settings;
    const path = [bucket, ...`${prefix}${name}`.split("/")].map(encodeURIComponent).join("/");
    const signed = await new AwsV4Signer({
      method,
      url: new URL(`/${path}`, endpoint).href,
      headers: { "x-amz-content-sha256": noBody, ...headers },
      accessKeyId: key,
      secretAccessKey: secret,
      service: "s3",
      region,
    }).sign();
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const start = signed.url.protocol === "https:" ? tlsRequest : plainRequest;
    const request = start(signed.url, { method, headers: Object.fromEntries(signed.headers) });
    request.setTimeout(silenceMs, () => request.destroy(new Error(`silent for ${silenceMs / 1000} s`)));
    request.on("response", resolve);
    request.on("error", reject);
    if (body) pipeline(body(), request, (error) => error && reject(error));
    else request.end();
    return promise;
  }
}

const unreachable = (place: string, why: string, cause?: unknown) =>
  new StoreProblem("unreachable", `The store does not answer: ${place} (${why}).`, cause);

function refused(place: string, status: number): StoreProblem {
  if (status === 401 || status === 403)
    return new StoreProblem(
      "denied",
      `${sentenceCase(place)} refuses FILES_S3_KEY with its FILES_S3_SECRET.`,
    );
  if (status === 507) return new StoreProblem("full", `There is no room left in ${place}.`);
  if (status >= 500 || status === 429) return unreachable(place, `HTTP ${status}`);
  return new StoreProblem(
    "misconfigured",
    `${sentenceCase(place)} does not understand Assay (HTTP ${status}).`,
  );
}

const sentenceCase = (place: string) => place.charAt(0).toUpperCase() + place.slice(1);
