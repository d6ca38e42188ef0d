import { expect, test } from "@playwright/test";
import { draftWords, openDesk, type Desk } from "./desk.ts";
import type { Answer, Person } from "./person.ts";
import { addressesOf, protectedRoutes } from "./routes.ts";

// Known ways around a framework's checks: none of them shows anything of the desk to somebody who has not signed in.

let desk: Desk;
let addresses: string[];

test.beforeAll(async () => {
  desk = await openDesk();
  addresses = [...(await addressesOf(desk, protectedRoutes)).values()];
});

/** On every page for members, or what the subjects behind the addresses say. */
const ofTheDesk = ["Sign out", draftWords, "Toll book", "The new bridge", "Forty carts"];

test("a member sees of the desk what the other tests look for", async () => {
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    const { status, body } = await desk.admin.ask(address);
    expect(status, address).toBe(200);
    expect(body, address).toMatch(/Sign out|^Toll book/); // a page of the desk, or the file that the table has
  }
});

const headers: Record<string, string>[] = [
  ...[
    "middleware",
    "src/middleware",
    "pages/_middleware",
    "middleware:middleware:middleware:middleware:middleware",
    "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware",
    "proxy",
  ].map((value) => ({ "x-middleware-subrequest": value })),
  { "x-middleware-subrequest-id": "1" },
  { "x-middleware-rewrite": "/" },
  { "x-invoke-path": "/", "x-invoke-status": "200" },
  { "x-matched-path": "/" },
  { "x-now-route-matches": "1=/" },
  { "x-nextjs-data": "1" },
  { "x-prerender-revalidate": "1" },
  { "x-original-url": "/", "x-rewrite-url": "/" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  { "x-http-method-override": "GET", "x-forwarded-for": "127.0.0.1" },
  { purpose: "prefetch" },
];

test("no header makes a page of the desk answer a stranger otherwise", async () => {
  for (const address of addresses)
    for (const header of headers) {
      const { status, headers: sent, body } = await desk.nobody.ask(address, { headers: header });
      const what = `${address} ${JSON.stringify(header)}`;
      expect(status, what).toBe(307);
      expect(sent.location, what).toBe(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);
      expectNothingOfTheDesk(body, what);
    }
});

test("no query and no method makes a page of the desk answer a stranger otherwise", async () => {
  for (const address of addresses) {
    for (const query of [
      "nxtPnumber=1",
      "nxtPid=1&nxtPeditionId=1",
      "nxtInumber=1",
      "__nextDataReq=1",
      "_rsc=x",
    ])
      expectRefused(await desk.nobody.ask(`${address}?${query}`), `${address}?${query}`);
    for (const method of ["POST", "PUT", "DELETE", "HEAD", "PROPFIND"])
      expectRefused(await desk.nobody.ask(address, { method }), `${method} ${address}`);
  }
});

const tree = encodeURIComponent('["",{"children":["desk",{"children":["__PAGE__",{}]}]},null,null,true]');
const asRouter: Record<string, string>[] = [
  {},
  { "Next-Router-Prefetch": "1" },
  { "Next-Router-Prefetch": "2" },
  { "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  { "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/desk/__PAGE__" },
  { "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_index" },
  { "Next-Router-Segment-Prefetch": "/_full" },
  { "Next-Router-State-Tree": tree },
  { "Next-Router-State-Tree": "%00" },
  { "Next-Url": "/desk" },
];

test("the requests of the client's router carry nothing of the desk to a stranger", async () => {
  for (const address of addresses)
    for (const header of asRouter) {
      const answer = await follow(desk.nobody, address, { RSC: "1", ...header });
      expectNothingOfTheDesk(answer.body, `${address} ${JSON.stringify(header)}`);
    }
});

test("the addresses of rendered segments carry nothing of the desk", async () => {
  const ends = [".rsc", ".prefetch.rsc", ".txt", ".json", ".html", ".segments/_tree.segment.rsc"];
  const inside = [".segments/_full.segment.rsc", ".segments/desk/__PAGE__.segment.rsc"];
  for (const address of addresses)
    for (const end of [...ends, ...inside])
      for (const header of [{}, { RSC: "1" }] as Record<string, string>[])
        expectRefused(await follow(desk.nobody, address + end, header), address + end);
});

async function follow(who: Person, path: string, header: Record<string, string>): Promise<Answer> {
  let answer = await who.ask(path, { headers: header });
  for (let hops = 0; hops < 3 && answer.headers.location?.includes("_rsc"); hops++)
    answer = await who.ask(new URL(answer.headers.location, "http://x").href.slice("http://x".length), {
      headers: header,
    });
  return answer;
}

function expectRefused({ status, body }: Answer, what: string): void {
  expectNothingOfTheDesk(body, what);
  // The client's router is told in the body where to go.
  if (status === 200 && body.includes("NEXT_REDIRECT;replace;/sign-in")) return;
  expect([303, 307, 400, 404, 405], `${what} answered ${status}`).toContain(status);
}

function expectNothingOfTheDesk(body: string, what: string): void {
  expect(
    ofTheDesk.filter((words) => body.includes(words)),
    what,
  ).toEqual([]);
}
