import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import next from "next";
import { z } from "zod";
import { boundedServer, bringsBody, limitWait } from "./lib/serving/connections.ts";
import { Downloads } from "./lib/serving/downloads.ts";
import { answerForm } from "./lib/serving/forms.ts";
import { apiNotFound, notFound } from "./lib/serving/pages.ts";
import { Readers } from "./lib/serving/readers.ts";
import {
  downloadOf,
  isApi,
  isFileOfSource,
  isNowhere,
  isReadersForm,
  pageOfForm,
  publicRoute,
  withoutSlash,
} from "./lib/serving/rules.ts";

const dev = process.env.NODE_ENV === "development";
const host = process.env.ASSAY_HOST ?? "127.0.0.1";
const port = Number(process.env.PORT ?? 3000);
const isHttps = process.env.ASSAY_URL?.startsWith("https:") ?? false;
const ownHost = process.env.ASSAY_URL && new URL(process.env.ASSAY_URL).host;
const trustsProxy = process.env.ASSAY_TRUST_PROXY === "1";

/** The same size as `serverActions.bodySizeLimit` in next.config.js. */
const MAX_BODY = 12 * 1024 * 1024;
/** A file for a source, which is not kept in memory; the same size as `maxFileBytes` of lib/snapshots/gateway.ts. */
const MAX_FILE = 200 * 1024 * 1024;
/** Whatever is no file arrives within this time. */
const BODY_WAIT = { bodyMs: 60_000 };
/** A file is also on its way from here to the store for some time. */
const FILE_WAIT = { bodyMs: 30 * 60_000, answerMs: 10 * 60_000 };
const STOP_WITHIN_MS = 25_000;

/** Headers by which a client could speak to Next's inside, or choose our nonce. */
const NEVER_FROM_CLIENTS = [
  "x-middleware-subrequest",
  "x-middleware-subrequest-id",
  "x-nonce",
  "x-assay-returned",
  "x-assay-path",
  "content-security-policy",
  "content-security-policy-report-only",
];
/** Believed only where a reverse proxy is known to set them. */
const FROM_PROXIES = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

// Never `quiet`: Next would then answer 500 without a word in the log.
const app = next({ dev, hostname: host, port });
const handle = app.getRequestHandler();
await app.prepare();

/** On every answer there is. */
const ALWAYS: (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
];
if (isHttps) ALWAYS.push(["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]);

// In development a page needs its scripts, since they bring what was just changed.
const readers = dev
  ? null
  : new Readers({
      handle,
      databaseUrl: process.env.PUBLIC_DATABASE_URL ?? process.env.DATABASE_URL ?? "",
      host: ownHost || `${host}:${port}`,
      limitBytes: Number(process.env.PUBLIC_CACHE_MB ?? 64) * 1024 * 1024,
      headers: ALWAYS,
    });

const downloads = new Downloads(ALWAYS);

const server = boundedServer();
server.on("request", (request, response) => {
  if (bringsBody(request)) limitWait(request, response, takesFile(request) ? FILE_WAIT : BODY_WAIT);
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && readers && !stopping && readers.serveKept(request, response)) return;
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent)
      refuse(request, response, 500, "Something went wrong here. Try again in a moment.");
    else response.destroy();
  });
});

// Next's own development socket is the only upgrade there is.
const upgrade = dev ? app.getUpgradeHandler() : null;
server.on("upgrade", (request, socket, head) => {
  if (upgrade) upgrade(request, socket, head).catch(() => socket.destroy());
  else socket.destroy();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (stopping) response.setHeader("Connection", "close");
  const isRead = request.method === "GET" || request.method === "HEAD";
  const file = downloadOf(request.url ?? "");
  if (file && isRead) return downloads.serve(request, response, file);
  if (readers && request.url?.startsWith("/") && !isRead)
    if (file || publicRoute(request.url) || isApi(request.url)) return readers.answerOther(request, response);
  if (readers && isRead && request.url?.startsWith("/")) {
    const route = publicRoute(request.url);
    if (route) return readers.serve(request, response, route);
    const meant = withoutSlash(request.url) ?? pageOfForm(request.url);
    if (meant) return readers.redirect(response, meant);
    if (isNowhere(request.url))
      return readers.sendPage(request, response, isApi(request.url) ? apiNotFound : notFound);
  }
  setOwnHeaders(request, response);
  if (!request.url?.startsWith("/"))
    return refuse(request, response, 400, "This is not an address of this site.");
  if (!canBeDecoded(request.url)) return refuse(request, response, 404, "There is nothing at this address.");
  if (comesFromElsewhere(request))
    return refuse(request, response, 403, "Another site sent this. Open the desk itself and do it there.");
  const limit = takesFile(request) ? MAX_FILE : MAX_BODY;
  if (Number(request.headers["content-length"] ?? 0) > limit) return refuseSize(request, response, limit);
  if (request.method === "POST" && isReadersForm(request.url)) return takeForm(request, response);
  limitBody(request, response, limit);
  if (request.headers["next-action"] !== undefined || isMultipart(request)) callItUnreadable(response);
  await handle(request, response);
}

/** Takes a reader's form, whose page comes back where it cannot be kept. */
async function takeForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const options = { handle, host: ownHost || `${host}:${port}`, headers: ALWAYS, trustsProxy };
  if (!(await answerForm(options, request, response)))
    refuse(request, response, 413, "This is too long for a report. Send less at once.");
}

function setOwnHeaders(request: IncomingMessage, response: ServerResponse): void {
  for (const name of NEVER_FROM_CLIENTS) delete request.headers[name];
  if (!isRouterState(request.headers["next-router-state-tree"]))
    delete request.headers["next-router-state-tree"];
  if (!trustsProxy) for (const name of FROM_PROXIES) delete request.headers[name];

  // Next reads the nonce from this header of the request, and puts it on its scripts.
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
  request.headers["content-security-policy"] = policy;
  response.setHeader("Content-Security-Policy", policy);
  for (const [name, value] of ALWAYS) response.setHeader(name, value);
  // Next says it of its pages; a refusal such as 405, and its way on to `?_rsc`, which caches may keep, need it as well.
  if (!/^\/(_next\/|icon\.svg$)/.test(request.url ?? ""))
    response.setHeader("Cache-Control", "private, no-store");
}

const segment = z.string().or(z.tuple([z.string(), z.string(), z.string()], z.unknown()));
const routerState: z.ZodType = z.lazy(() =>
  z.tuple([segment, z.record(z.string(), routerState)], z.unknown()),
);

/** Where the client says it stands. Next answers 500 to what it cannot read, and a whole page to a client that says nothing. */
function isRouterState(header: string | string[] | undefined): boolean {
  try {
    return routerState.safeParse(JSON.parse(decodeURIComponent(String(header)))).success;
  } catch {
    return false;
  }
}

/** Next answers 500 where the path has a % that stands for no character. */
function canBeDecoded(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/**
 * What another site makes a browser send. Every browser names the origin of such a request; Next refuses a foreign one
 * of an action with 500, and takes an action without any.
 */
function comesFromElsewhere({ method, headers }: IncomingMessage): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return false;
  if (headers["sec-fetch-site"] === "cross-site") return true;
  const { origin } = headers;
  if (origin === undefined) return headers["next-action"] !== undefined || isMultipart({ headers });
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== headers.host && host !== ownHost;
}

const isMultipart = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  /^multipart\//i.test(headers["content-type"] ?? "");

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

/**
 * Our actions answer their own failures as values, so a 500 means that Next could not read the call: that is the
 * client's doing, and says so. Node passes through writeHead however the status was set.
 */
function callItUnreadable(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: []) =>
    writeHead(status === 500 ? 400 : status, ...rest)) as typeof response.writeHead;
}

function takesFile({ method, url = "" }: IncomingMessage): boolean {
  return method === "POST" && isFileOfSource(url);
}

/** A body without a declared length is counted as it arrives, and cut where it grows beyond the limit. */
function limitBody(request: IncomingMessage, response: ServerResponse, limit: number): void {
  if (request.headers["transfer-encoding"] === undefined) return;
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0;
    if (received <= limit) return push(chunk, encoding);
    request.push = () => true; // the rest is dropped unread
    if (!response.headersSent) refuseSize(request, response, limit);
    push(null);
    return false;
  };
}

function refuseSize(request: IncomingMessage, response: ServerResponse, limit: number): void {
  const sentence =
    limit === MAX_FILE
      ? "A file may have at most 200 MB."
      : "This is larger than 12 MB. Send less at once; an article may have at most 500 kB of text.";
  refuse(request, response, 413, sentence);
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, sentence: string): void {
  const body = `${sentence}\n`;
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  });
  response.end(body);
  // A client that is still sending reads the answer only if the rest is taken in; but not for ever.
  request.resume();
  setTimeout(() => request.socket.destroy(), 2_000).unref();
}

let stopping = false;

/** Takes no new requests, lets those in flight finish, and ends; at the latest after 25 seconds. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  void readers?.stop();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setInterval(() => server.closeIdleConnections(), 200).unref();
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("disconnect", stop); // whoever started us is gone, however that came about
// Whoever started us asks what the cache takes.
process.on("message", () => process.send?.({ cachedBytes: readers?.cachedBytes ?? 0 }));
process.on("unhandledRejection", (reason) => console.error("Unhandled rejection:", reason));

server.listen(port, host, () => {
  process.send?.({ ready: true });
  readers
    ?.warm()
    .catch((error: unknown) => console.error("The newest pages could not be made ahead:", error));
});
