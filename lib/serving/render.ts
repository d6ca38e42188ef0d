import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { pathHeader } from "../publication/parts.ts";

export interface Rendered {
  status: number;
  headers: Map<string, string>;
  body: Buffer;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/** What a request carries beside its address; nothing of it comes from a reader's own headers. */
interface Carried {
  method?: "POST";
  headers?: Record<string, string>;
  body?: Buffer;
}

/**
 * What the application answers to a reader of whom nothing is known: no cookie, no header of theirs, and the desk's own
 * host. Rejects when the application breaks off in the middle.
 */
export function render(handle: Handle, path: string, host: string, carried: Carried = {}): Promise<Rendered> {
  const { method = "GET", headers = {}, body } = carried;
  const request = new IncomingMessage(new Socket());
  request.method = method;
  request.url = path;
  request.headers = {
    host,
    accept: "*/*",
    // To a client that does not say what it is, Next sends what belongs in the head when it has it, in the body if need be.
    "user-agent": "Assay",
    [pathHeader]: path.split("?")[0],
    ...headers,
    ...(body && { "content-length": String(body.length) }),
  };
  if (body) request.push(body);
  request.push(null);
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    const take = (chunk: unknown, encoding?: unknown) => {
      if (typeof chunk === "string")
        chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const called = (...rest: unknown[]) =>
      rest.find((one) => typeof one === "function") as (() => void) | undefined;
    response.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
      take(chunk, encoding);
      const callback = called(encoding, done);
      if (callback) queueMicrotask(callback);
      return true;
    }) as typeof response.write;
    response.end = ((chunk?: unknown, encoding?: unknown, done?: unknown) => {
      take(chunk, encoding);
      const headers = new Map<string, string>();
      for (const [name, value] of Object.entries(response.getHeaders()))
        headers.set(name, Array.isArray(value) ? value.join(", ") : String(value));
      resolve({ status: response.statusCode, headers, body: Buffer.concat(chunks) });
      queueMicrotask(() => {
        called(chunk, encoding, done)?.();
        response.emit("finish");
        response.emit("close");
      });
      return response;
    }) as typeof response.end;
    response.flushHeaders = () => undefined;
    response.destroy = ((error?: Error) => {
      reject(error ?? new Error(`The answer to ${path} was broken off.`));
      return response;
    }) as typeof response.destroy;
    handle(request, response).catch(reject);
  });
}
