import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import { cardType, type Card } from "../publication/card.ts";
import { problemType } from "../publication/problem.ts";
import { Drawing } from "./drawing.ts";
import { allowed, asksFirst, readAnywhere, send, toFinished } from "./finished.ts";
import { FrameOfPages } from "./frame.ts";
import { Listener } from "./gateway.ts";
import {
  apiBroken,
  apiReadOnly,
  apiUnavailable,
  apiUnknownParameter,
  broken,
  notFound,
  readOnly,
  unavailable,
  type OwnPage,
} from "./pages.ts";
import { render, type Rendered } from "./render.ts";
import {
  claimsShown,
  copiesShown,
  isApi,
  publicPolicy,
  publicRoute,
  type PageKind,
  type PublicRoute,
} from "./rules.ts";
import { addSmallerForms } from "./smaller-forms.ts";
import { Store, type Finished } from "./store.ts";
import { warm } from "./warming.ts";

/**
 * One thread renders: with more at once no page is there sooner, and each of them keeps all that it has begun. With eight,
 * waiting for the database costs nothing.
 */
const rendersAtOnce = 8;

/** After so many, a page takes no less processor time than after many more. */
const warmPages = 200;

interface InFlight {
  generation: number;
  answer: Promise<Finished | Rendered | null>;
}

export interface ReadersOptions {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
  /** Of the readers' role. */
  databaseUrl: string;
  host: string;
  limitBytes: number;
  /** On every answer, beside those of its kind. */
  headers: readonly (readonly [string, string])[];
}

/**
 * Serves readers finished bytes. What is kept is never older than the last change that was heard; what is not kept is
 * rendered once, however many ask for it at once; errors and redirects are never kept.
 */
export class Readers {
  readonly #options: ReadersOptions;
  readonly #store: Store;
  readonly #listener: Listener;
  readonly #drawing = new Drawing();
  readonly #stopping = new AbortController();
  readonly #inFlight = new Map<string, InFlight>();
  readonly #rendering = pLimit(rendersAtOnce);
  readonly #shrinking = pLimit(1);
  readonly #frames: Record<PageKind, FrameOfPages> = {
    claim: new FrameOfPages(),
    search: new FrameOfPages(),
  };
  readonly #fixed: string[];
  /** Without the header that forbids frames. */
  readonly #framed: string[];
  /** Goes up with every change: a render that began before it is neither kept nor joined. */
  #generation = 0;

  constructor(options: ReadersOptions) {
    this.#options = options;
    this.#fixed = options.headers.flat();
    this.#framed = options.headers.filter(([name]) => name !== "X-Frame-Options").flat();
    this.#store = new Store(options.limitBytes);
    const drop = (tags: string[]) => {
      this.#generation++;
      if (!tags.includes("all")) return this.#store.drop(tags);
      this.#store.clear();
      for (const frame of Object.values(this.#frames)) frame.forget();
    };
    this.#listener = new Listener(options.databaseUrl, drop, () => drop(["all"]));
  }

  /** Makes the pages that are asked for first after a start; begins once changes are heard, since nothing is kept before. */
  async warm(most = warmPages): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#listener.hearing !== "listening" && !signal.aborted)
      await pause(100, undefined, { signal, ref: false }).catch(() => undefined);
    const read = async (address: string) => {
      const route = publicRoute(address);
      const answer = route && (this.#store.get(route.key) ?? (await this.#make(route)));
      return answer && "forms" in answer ? answer.forms.identity.body.toString("utf8") : null;
    };
    await warm({ read, most, signal });
  }

  /** What the finished answers take that are kept now. */
  get cachedBytes(): number {
    return this.#store.bytes;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([this.#listener.stop(), this.#drawing.stop()]);
  }

  /**
   * Answers a GET or HEAD where exactly this address is kept, without asking what kind of address it is; false where it is
   * not. Nearly every request ends here, so it makes nothing: what is sent was made with the answer.
   */
  serveKept(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#listener.hearing === "deaf") return false;
    const kept = this.#store.get(request.url ?? "");
    if (kept) send(request, response, kept);
    return kept !== null;
  }

  /** Answers a GET or HEAD of a readers' address. */
  async serve(request: IncomingMessage, response: ServerResponse, route: PublicRoute): Promise<void> {
    if (route.unknown) return this.sendPage(request, response, apiUnknownParameter);
    const kept = this.#listener.hearing === "deaf" ? null : this.#store.get(route.key);
    if (kept) return send(request, response, kept);
    const away = isApi(route.key) ? apiUnavailable : unavailable;
    if (this.#listener.hearing === "unreachable") return this.sendPage(request, response, away);
    const answer = await this.#make(route);
    if (!answer) return this.sendPage(request, response, away);
    if ("forms" in answer) return send(request, response, answer);
    const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? true;
    if (answer.status === 404 && isPage) return this.sendPage(request, response, notFound);
    if (isFault(answer.status))
      return this.sendPage(request, response, isApi(route.key) ? apiBroken : broken);
    this.#pass(request, response, answer);
  }

  /** Joins a render of this address that began after the last change, or begins one; null when the database is gone. */
  #make(route: PublicRoute): Promise<Finished | Rendered | null> {
    const running = this.#inFlight.get(route.key);
    if (running?.generation === this.#generation) return running.answer;
    const generation = this.#generation;
    const answer = this.#listener.orLost(this.#finish(route, generation));
    // Is it slow, or does the database say nothing? Whoever waits is told within two seconds.
    const doubt = setTimeout(() => void this.#listener.check(), 200);
    const entry = { generation, answer };
    this.#inFlight.set(route.key, entry);
    const done = () => {
      clearTimeout(doubt);
      if (this.#inFlight.get(route.key) === entry) this.#inFlight.delete(route.key);
    };
    void answer.catch(() => undefined).finally(done);
    return answer;
  }

  async #finish(route: PublicRoute, generation: number): Promise<Finished | Rendered | null> {
    const rendered = await this.#rendering(() => this.#ask(route)).catch(brokenOff);
    if (isFault(rendered.status)) {
      // Either the application is at fault, or it could not reach the database: the difference is asked for.
      await this.#listener.check();
      return this.#listener.hearing === "unreachable" ? null : rendered;
    }
    if (rendered.status !== 200) return rendered;
    const isCard = rendered.headers.get("content-type")?.startsWith(cardType) ?? false;
    const whole = isCard ? await this.#draw(rendered).catch(brokenOff) : rendered;
    if (whole.status !== 200) return whole;
    const finished = toFinished(route.framed ? this.#framed : this.#fixed, route, whole);
    if (this.#listener.hearing !== "listening" || generation !== this.#generation) return finished;
    if (route.keep) {
      const shown = isCard || route.namesOnly ? [] : shownIn(finished);
      this.#store.set(route.key, finished, [...route.tags, ...shown]);
      // Once the one who waits has been answered.
      if (!isCard) setImmediate(() => void this.#shrinking(() => this.#shrink(route.key, finished)));
    }
    if (route.parts && this.#frames[route.parts.kind].isSought)
      setImmediate(() => void this.#learn(route, finished, generation));
    return finished;
  }

  /** The page from the application: put together where its frame is known, which takes half the time; whole otherwise. */
  async #ask({ key, parts }: PublicRoute): Promise<Rendered> {
    const { handle, host } = this.#options;
    const frame = parts && this.#listener.hearing === "listening" ? this.#frames[parts.kind] : null;
    if (!parts || !frame?.isKnown) return render(handle, key, host);
    const rendered = await render(handle, parts.address, host);
    // What was known may have been forgotten meanwhile.
    return rendered.status === 200 ? (frame.around(rendered.body) ?? render(handle, key, host)) : rendered;
  }

  /** Looks for the frame in a page that was just made whole, unless there was a change since that began. */
  async #learn({ key, parts }: PublicRoute, whole: Finished, generation: number): Promise<void> {
    if (!parts) return;
    const { handle, host } = this.#options;
    const rendered = await this.#rendering(() => render(handle, parts.address, host)).catch(brokenOff);
    if (rendered.status !== 200 || generation !== this.#generation) return;
    this.#frames[parts.kind].learn(key, whole.forms.identity.body.toString("utf8"), rendered.body);
  }

  async #draw({ status, body }: Rendered): Promise<Rendered> {
    const png = await this.#drawing.draw(JSON.parse(body.toString("utf8")) as Card);
    return { status, headers: new Map([["content-type", "image/png"]]), body: png };
  }

  async #shrink(key: string, finished: Finished): Promise<void> {
    await addSmallerForms(finished);
    this.#store.grown(key, finished);
  }

  /** A page of the server's own, for HEAD without its body. Not kept by anybody. */
  sendPage(request: IncomingMessage, response: ServerResponse, page: OwnPage): void {
    const headers = [
      ...this.#fixed,
      "Content-Security-Policy",
      page.policy,
      "Cache-Control",
      "no-store",
      "Content-Type",
      page.contentType,
      "Content-Length",
      String(page.body.length),
    ];
    if (page.status === 503) headers.push("Retry-After", "2");
    if (page.status === 405) headers.push("Allow", allowed, "Connection", "close");
    if (page.contentType === problemType) headers.push(...readAnywhere);
    response.writeHead(page.status, headers);
    response.end(request.method === "HEAD" ? undefined : page.body);
  }

  /**
   * Answers any method but GET and HEAD. OPTIONS says what there is, and lets the programs of other sites send the ETag that
   * they have, which browsers ask about first; all else is refused (RFC 9110, 15.5.6) before the application is asked.
   */
  answerOther(request: IncomingMessage, response: ServerResponse): void {
    const api = isApi(request.url ?? "");
    if (request.method !== "OPTIONS") return this.sendPage(request, response, api ? apiReadOnly : readOnly);
    response.writeHead(204, [...this.#fixed, "Allow", allowed, ...(api ? asksFirst : [])]);
    response.end();
  }

  redirect(response: ServerResponse, location: string): void {
    const own = ["Content-Security-Policy", publicPolicy, "Location", location, "Content-Length", "0"];
    response.writeHead(308, [...this.#fixed, ...own]);
    response.end();
  }

  /** A redirect, or a refusal of the API, as the application gave it. */
  #pass(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Rendered): void {
    const own = [...this.#fixed, "Content-Security-Policy", publicPolicy, "Cache-Control", "no-store"];
    for (const name of ["location", "content-type", "access-control-allow-origin"]) {
      const value = headers.get(name);
      if (value !== undefined) own.push(name, value);
    }
    own.push("Content-Length", String(body.length));
    response.writeHead(status, own);
    response.end(request.method === "HEAD" ? undefined : body);
  }
}

function shownIn({ forms }: Finished): string[] {
  const body = forms.identity.body.toString("utf8");
  return [...claimsShown(body), ...copiesShown(body)];
}

/** 501 is a refusal like any other: what was asked for does not exist. */
const isFault = (status: number): boolean => status >= 500 && status !== 501;

function brokenOff(error: unknown): Rendered {
  console.error(error);
  return { status: 500, headers: new Map(), body: Buffer.alloc(0) };
}
