import type { APIRequestContext, APIResponse } from "@playwright/test";

/** One answer that anybody can get: what was asked for, and everything that came back. */
export interface Answer {
  asked: string;
  status: number;
  said: string;
}

type Way = { query: string; headers: Record<string, string> };

const asDocument: Way = { query: "", headers: {} };
/** In which Next's own client asks for parts of a page. */
const asParts: Way[] = [
  { query: "", headers: { RSC: "1" } },
  { query: "_rsc=1", headers: { RSC: "1", "Next-Router-Prefetch": "1" } },
];

/**
 * Follows every link from `start` that stays on this site and outside the desk. Each page is asked for as a document; those
 * of `start`, and the first that are found of each kind, in the ways of Next's client as well: they are made of the same data.
 */
export async function crawl(request: APIRequestContext, start: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  const found = [...new Set(start)];
  const first = found.length;
  const kinds = new Map<string, number>();
  const waysOf = (path: string, at: number): Way[] => {
    const kind = path.replace(/\?.*/, "").split("/").slice(0, 2).join("/");
    const seen = kinds.get(kind) ?? 0;
    kinds.set(kind, seen + 1);
    return at < first || seen < 5 ? [asDocument, ...asParts] : [asDocument];
  };
  // A few at a time: more would wait for one another in the server's pool of connections.
  for (let at = 0; at < found.length; at += 4) {
    const pages = await Promise.all(
      found.slice(at, at + 4).map((path, beside) => ask(request, path, waysOf(path, at + beside))),
    );
    answers.push(...pages.flat());
    for (const path of pages.flatMap(([first]) => (first ? linksIn(first.said) : [])))
      if (!found.includes(path)) found.push(path);
  }
  return answers;
}

/** Asks for these addresses, each as a document and in the ways of Next's client, and follows nothing. */
export async function askForAll(request: APIRequestContext, paths: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const path of paths) answers.push(...(await ask(request, path, [asDocument, ...asParts])));
  return answers;
}

async function ask(request: APIRequestContext, path: string, ways: Way[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { query, headers } of ways) {
    let next: string | undefined = query ? `${path}${path.includes("?") ? "&" : "?"}${query}` : path;
    // Next sends its own client on to the address that goes with its headers; what that answers counts too.
    for (let hops = 0; next !== undefined && hops < 3; hops++) {
      const answer: APIResponse = await request.get(next, { headers, maxRedirects: 0 });
      const head = answer.headersArray().map(({ name, value }) => `${name}: ${value}`);
      answers.push({
        asked: `${next} ${JSON.stringify(headers)}`,
        status: answer.status(),
        said: [...head, await answer.text()].join("\n"),
      });
      next = answer.headers()["location"];
    }
  }
  return answers;
}

/** Addresses in a page, and the next page of an answer of the API. */
function linksIn(text: string): string[] {
  const links = [...text.matchAll(/href="(\/[^"#]*)/g)].map(([, path = ""]) => path.replaceAll("&amp;", "&"));
  const cursor = /"next":"([\w-]+)"/.exec(text)?.[1];
  if (cursor) links.push(`/api/v1/claims?limit=2&cursor=${cursor}`);
  return links.filter((path) => !/^\/(_next|desk|icon|favicon)/.test(path));
}
