import { open } from "node:fs/promises";
import { join } from "node:path";
import { CookieJar } from "tough-cookie";
import type { Allowed } from "./address.ts";
import { readUrl } from "./address.ts";
import type { Kept } from "./body.ts";
import { keepBody, skimBody } from "./body.ts";
import { isChallenge } from "./challenge.ts";
import type { Lookup, Reach } from "./connect.ts";
import type { Answer, Hop, Method } from "./hop.ts";
import { ask } from "./hop.ts";
import type { Limits } from "./limits.ts";
import { isOfDisk } from "./part.ts";
import { CaptureProblem } from "./reasons.ts";
import { metaRefreshOf, redirectOf } from "./redirect.ts";

export interface ExchangeOptions {
  /** Where files are written; it is there, and empty of files of these names. */
  folder: string;
  allow: Allowed;
  userAgent: string;
  /** Languages in the order wished for, as in Accept-Language. */
  languages: string;
  limits: Limits;
  signal: AbortSignal;
  /** GET unless it says otherwise. After a HEAD there is an empty `original` and nothing to read. */
  method?: Method;
  lookup?: Lookup | undefined;
}

/** All that went over the wire for one URL. `problem` says why nothing was captured; `original` is there if none. */
export interface Exchange {
  hops: Hop[];
  finalUrl: string;
  status: number | null;
  contentType: string | null;
  original: Kept | null;
  problem: CaptureProblem | null;
}

/**
 * Asks for a URL and follows where it sends on, within the limits. Whatever servers do ends in `problem`, never in an
 * exception; only an error of this machine, such as a full disk, is thrown.
 */
export async function exchange(url: string, options: ExchangeOptions): Promise<Exchange> {
  const result: Exchange = {
    hops: [],
    finalUrl: url,
    status: null,
    contentType: null,
    original: null,
    problem: null,
  };
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new CaptureProblem("too slow")), options.limits.exchangeMs);
  try {
    await new Chain(options, AbortSignal.any([late.signal, options.signal]), result).follow(url);
  } catch (error) {
    if (!(error instanceof CaptureProblem)) throw error;
    result.problem = error;
    if (error.reason === "refused address" && result.hops.length > 0)
      result.problem = new CaptureProblem(
        "refused address",
        `The page sends on to it. ${error.detail}`,
        error,
      );
  } finally {
    clearTimeout(timer);
  }
  return result;
}

class Chain {
  readonly #options: ExchangeOptions;
  readonly #result: Exchange;
  readonly #reach: Reach;
  readonly #cookies = new CookieJar();
  readonly #asked = new Set<string>();

  constructor(options: ExchangeOptions, signal: AbortSignal, result: Exchange) {
    this.#options = options;
    this.#result = result;
    const { allow, lookup, limits } = options;
    this.#reach = { allow, lookup, connectMs: limits.connectMs, signal };
  }

  async follow(first: string): Promise<void> {
    let base: string | undefined;
    for (let next: string | null = first; next !== null;) {
      const url = readUrl(next, this.#options.allow, base);
      next = await this.#hop(url);
      base = url.href;
    }
  }

  /** Asks for one URL; answers where it sends on, or null at the end. */
  async #hop(url: URL): Promise<string | null> {
    const { limits } = this.#options;
    const { hops } = this.#result;
    this.#result.finalUrl = url.href;
    const cookies = await this.#cookies.getCookieString(url.href);
    // A site may send back to the same page with a cookie that opens it; without a new one it is a circle.
    const key = `${url.href} ${cookies}`;
    if (this.#asked.has(key)) throw new CaptureProblem("redirect loop");
    this.#asked.add(key);
    if (hops.length > limits.redirects) throw new CaptureProblem("too many redirects");
    const before = hops.reduce((sum, hop) => sum + hop.end, 0);
    const answer = await ask(url, {
      method: this.#options.method ?? "GET",
      file: join(this.#options.folder, `hop-${hops.length}`),
      headers: this.#headers(url, cookies),
      reach: this.#reach,
      limits,
      wireBytes: limits.wireBytes - before,
    });
    hops.push(answer.hop);
    this.#result.status = answer.hop.status;
    for (const cookie of (answer.response.headers["set-cookie"] ?? []).slice(0, 50))
      await this.#cookies.setCookie(cookie, url.href, { ignoreError: true });
    const onward = redirectOf(answer.hop.status, answer.response.headers);
    if (onward === null) return this.#read(url, answer);
    await this.#skim(answer);
    return onward;
  }

  async #skim(answer: Answer): Promise<void> {
    const skimmed = await skimBody(answer.response, this.#options.limits);
    const problem = answer.problem();
    Object.assign(answer.hop, skimmed);
    answer.finish();
    if (problem && problem.reason !== "answer cut short") throw problem;
  }

  async #read(url: URL, answer: Answer): Promise<string | null> {
    const { hop, response } = answer;
    const file = join(this.#options.folder, `body-${this.#result.hops.length}`);
    try {
      const { payloadSha256, ...kept } = await keepBody(response, file, this.#options.limits);
      // An answer that ends with its connection looks whole to a stream, whoever closed it.
      const cut = answer.problem();
      if (cut) throw cut;
      hop.payloadSha256 = payloadSha256;
      this.#result.contentType = response.headers["content-type"] ?? null;
      const begin = await beginOf(file);
      const isHtml = /^\s*(<|$)/.test(begin) || /html/i.test(this.#result.contentType ?? "");
      const onward = hop.status < 300 && isHtml ? metaRefreshOf(begin) : null;
      if (onward !== null && URL.parse(onward, url)?.href !== url.href) return onward;
      const problem = problemOfStatus(hop.status, isChallenge(hop.status, response.headers, begin));
      if (problem) throw problem;
      this.#result.original = kept;
      return null;
    } catch (error) {
      if (isOfDisk(error)) throw error; // the answer, which then breaks off, is not to blame
      const problem = hop.payloadSha256 === null ? (answer.problem() ?? error) : error;
      if (hop.payloadSha256 === null) hop.truncated = truncation(problem);
      throw problem;
    } finally {
      answer.finish();
    }
  }

  #headers(url: URL, cookies: string): string[] {
    return [
      "Host",
      url.host,
      "User-Agent",
      this.#options.userAgent,
      "Accept",
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "Accept-Language",
      this.#options.languages,
      "Accept-Encoding",
      "gzip, deflate, br, zstd",
      ...(cookies === "" ? [] : ["Cookie", cookies]),
      "Connection",
      "close",
    ];
  }
}

const blockedStatus = new Set([401, 403, 407, 429, 451]);

function problemOfStatus(status: number, challenged: boolean): CaptureProblem | null {
  if (challenged)
    return new CaptureProblem("blocked", `(${status}, it wants to see that a person is reading)`);
  if (status >= 200 && status < 300) return null;
  if (blockedStatus.has(status)) return new CaptureProblem("blocked", `(${status})`);
  if (status === 404 || status === 410) return new CaptureProblem("gone", `(${status})`);
  return new CaptureProblem("server error", `(${status})`);
}

function truncation(problem: unknown): Hop["truncated"] {
  const reason = problem instanceof CaptureProblem ? problem.reason : null;
  if (reason === "too slow" || reason === "stopped") return "time";
  return reason === "too large" || reason === "bomb" || reason === "garbled" ? "length" : "disconnect";
}

/** The first 64 kB of a file, one character for each byte: enough for what stands in ASCII at the head of a page. */
async function beginOf(file: string): Promise<string> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
  return buffer.toString("latin1", 0, bytesRead);
}
