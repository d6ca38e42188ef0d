import { request as open, type IncomingHttpHeaders } from "node:http";
import type { ActionResult } from "../../lib/action-result.ts";
import { builtAction } from "./endpoints.ts";
import { demo } from "../demos.ts";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The own address to ask from, any of this machine's: what is counted by address is then counted apart. */
  from?: string;
}

export const siteUrl = (): string => demo().url;

/** Somebody with a cookie jar of their own who speaks plain HTTP: every header is as the test says, no redirect is followed. */
export class Person {
  readonly cookies = new Map<string, string>();
  readonly site: string;
  id = "";

  constructor(site = siteUrl()) {
    this.site = site;
  }

  async ask(path: string, { method = "GET", headers = {}, body, from }: Asked = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await send(
      this.site,
      path,
      method,
      { ...(cookie && { Cookie: cookie }), ...headers },
      body,
      from,
    );
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value) this.cookies.set(name, value);
      else if (name) this.cookies.delete(name);
    }
    return answer;
  }

  /** The raw answer to a server action, called as the browser does it. */
  post(name: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
    const { id, path } = builtAction(name);
    return this.ask(path, {
      method: "POST",
      headers: {
        "Next-Action": id,
        "Content-Type": "text/plain;charset=UTF-8",
        Accept: "text/x-component",
        Origin: this.site,
        ...headers,
      },
      body,
    });
  }

  /** What a server action answers to this input. */
  async call<T = unknown>(name: string, input: unknown): Promise<ActionResult<T>> {
    const answer = await this.post(name, encode([input]));
    const row = /^1:(.*)$/m.exec(withoutLongTexts(answer.body))?.[1];
    if (answer.status !== 200 || !row || row.startsWith("E"))
      throw new Error(`${name} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
    return JSON.parse(row) as ActionResult<T>;
  }

  /** "ok", or the word for why it was refused. */
  async outcome(name: string, input: unknown): Promise<string> {
    const result = await this.call(name, input);
    return result.ok ? "ok" : result.code;
  }

  /** The value of a call that has to succeed. */
  async do<T>(name: string, input: unknown): Promise<T> {
    const result = await this.call<T>(name, input);
    if (!result.ok) throw new Error(`${name} was refused: ${result.code} ${JSON.stringify(result)}`);
    return result.value;
  }

  async signIn(email: string, password: string): Promise<this> {
    const { csrfToken } = JSON.parse((await this.ask("/api/auth/csrf")).body) as { csrfToken: string };
    const form = new URLSearchParams({ csrfToken, email, password, json: "true" });
    const answer = await this.ask("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: this.site },
      body: form.toString(),
    });
    if (!this.cookies.has("next-auth.session-token"))
      throw new Error(`Signing in as ${email} answered ${answer.status}: ${answer.body}`);
    return this;
  }
}

/** The rows of an answer but its long texts, which stand there with their length in bytes and without an end of line. */
function withoutLongTexts(body: string): string {
  const found = /^[\da-f]+:T([\da-f]+),/m.exec(body);
  if (!found) return body;
  const [head, length = ""] = found;
  const after = Buffer.from(body.slice(found.index + head.length));
  return (
    body.slice(0, found.index) + withoutLongTexts(after.subarray(Number.parseInt(length, 16)).toString())
  );
}

/** React's encoding of plain arguments: JSON, in which a text that begins with $ gets another. */
export function encode(input: unknown): string {
  return JSON.stringify(input, (_key, value: unknown) =>
    typeof value === "string" && value.startsWith("$") ? `$${value}` : value,
  );
}

function send(
  site: string,
  path: string,
  method: string,
  headers: Record<string, string>,
  body?: string,
  from?: string,
): Promise<Answer> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const outgoing = open(
      {
        host: hostname,
        port,
        path,
        method,
        headers: { ...length, ...headers },
        agent: false,
        localAddress: from,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
