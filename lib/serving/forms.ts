import type { IncomingMessage, ServerResponse } from "node:http";
import { publicPolicy, withoutScripts } from "./rules.ts";
import { render, type Rendered } from "./render.ts";

/** No more than the longest report, each of its characters as long as a character in a form can be. */
const longest = 160_000;

export interface FormsOptions {
  handle: Parameters<typeof render>[0];
  host: string;
  /** On every answer. */
  headers: readonly (readonly [string, string])[];
  /** Whether the last address in X-Forwarded-For is that of a proxy's own client. */
  trustsProxy: boolean;
}

/** In which the application hands a form back; the page that shows it reads the same header of its request. */
const returned = "x-assay-returned";

/**
 * Answers a form that a reader sent without any script. What the application hands back is shown in its page again, under
 * the status of the refusal, so that nothing that was typed is lost. Answers false for a form that is too long.
 */
export async function answerForm(
  { handle, host, headers, trustsProxy }: FormsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const body = await read(request);
  if (body === null) return false;
  const path = request.url ?? "/";
  const forwarded = trustsProxy ? request.headers["x-forwarded-for"] : undefined;
  const given = {
    "content-type": request.headers["content-type"] ?? "application/x-www-form-urlencoded",
    "x-forwarded-for": String(forwarded ?? request.socket.remoteAddress ?? ""),
  };
  const answer = await render(handle, path, host, { method: "POST", headers: given, body });
  const packed = answer.headers.get(returned);
  const page = answer.headers.get("content-location");
  const shown = packed && page ? await render(handle, page, host, { headers: { [returned]: packed } }) : null;
  send(response, headers, shown?.status === 200 ? { ...shown, status: answer.status } : answer);
  return true;
}

function send(response: ServerResponse, always: FormsOptions["headers"], answer: Rendered): void {
  const type = answer.headers.get("content-type") ?? "text/plain; charset=utf-8";
  const body = type.startsWith("text/html")
    ? Buffer.from(withoutScripts(answer.body.toString("utf8")))
    : answer.body;
  const location = answer.headers.get("location");
  response.writeHead(answer.status, [
    ...always.flat(),
    "Content-Security-Policy",
    publicPolicy,
    "Cache-Control",
    "no-store",
    "Content-Type",
    type,
    "Content-Length",
    String(body.length),
    ...(location === undefined ? [] : ["Location", location]),
  ]);
  response.end(body);
}

async function read(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
