import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rendered } from "./render.ts";
import {
  chooseEncoding,
  framedPolicy,
  publicPolicy,
  withoutScripts,
  type Encoding,
  type PublicRoute,
} from "./rules.ts";
import type { Finished, Form } from "./store.ts";

const caching = "public, max-age=0, s-maxage=1, stale-if-error=86400";

/** Any site's programs may read the answer, and of its headers those that say when to ask again. */
export const readAnywhere = [
  "Access-Control-Allow-Origin",
  "*",
  "Access-Control-Expose-Headers",
  "ETag, Retry-After",
] as const;

/** What readers' addresses take. */
export const allowed = "GET, HEAD, OPTIONS";
/** The answer to a browser that asks before it sends a program's request (Fetch, CORS-preflight). */
export const asksFirst = [
  "Access-Control-Allow-Origin",
  "*",
  "Access-Control-Allow-Methods",
  allowed,
  "Access-Control-Allow-Headers",
  "If-None-Match",
  "Access-Control-Max-Age",
  "86400",
];

/** A rendered answer as readers get it, with its headers; `always` are those that every such answer carries. */
export function toFinished(always: readonly string[], route: PublicRoute, rendered: Rendered): Finished {
  const type = rendered.headers.get("content-type") ?? "text/html; charset=utf-8";
  const body = type.startsWith("text/html")
    ? Buffer.from(withoutScripts(rendered.body.toString("utf8")))
    : rendered.body;
  const common = [
    ...always,
    "Content-Security-Policy",
    route.framed ? framedPolicy : publicPolicy,
    "Cache-Control",
    route.secret ? "private, no-store" : caching,
    "Vary",
    "Accept-Encoding",
  ];
  if (route.secret || route.unlisted) common.push("X-Robots-Tag", "noindex");
  const disposition = rendered.headers.get("content-disposition");
  if (disposition) common.push("Content-Disposition", disposition);
  if (rendered.headers.get("access-control-allow-origin") === "*") common.push(...readAnywhere);
  const etag = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  const head = { common, type, etag };
  return { ...head, forms: { identity: formOf(head, "identity", body) } };
}

/** A body as it is sent in this form of its answer. */
export function formOf(
  { common, type, etag }: Pick<Finished, "common" | "type" | "etag">,
  encoding: Encoding,
  body: Buffer,
): Form {
  const isPlain = encoding === "identity";
  const unchanged = [...common, "ETag", `"${etag}${isPlain ? "" : `-${encoding}`}"`];
  const headers = [...unchanged, "Content-Type", type, "Content-Length", String(body.length)];
  if (!isPlain) headers.push("Content-Encoding", encoding);
  return { body, headers, unchanged };
}

/** Sends the best form that the client takes and that is there, or says that the client has it already. */
export function send(request: IncomingMessage, response: ServerResponse, { etag, forms }: Finished): void {
  const { headers } = request;
  const form = forms[chooseEncoding(headers["accept-encoding"])] ?? forms.identity;
  const had = headers["if-none-match"];
  if (had?.includes(etag) || had === "*") {
    response.writeHead(304, form.unchanged);
    response.end();
    return;
  }
  response.writeHead(200, form.headers);
  response.end(request.method === "HEAD" ? undefined : form.body);
}
