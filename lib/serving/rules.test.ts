import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { payloadsOf } from "./channel.ts";
import {
  chooseEncoding,
  claimsShown,
  isNowhere,
  publicRoute,
  withoutScripts,
  pageOfForm,
  withoutSlash,
} from "./rules.ts";
import { Store, type Finished } from "./store.ts";

describe("readers' addresses", () => {
  test("the key has the path and the declared parameters alone, in one order", () => {
    expect(publicRoute("/?after=x&utm=1")?.key).toBe("/?after=x");
    expect(publicRoute("/?utm=1")?.key).toBe("/");
    expect(publicRoute("/api/v1/claims?limit=5&cursor=a")?.key).toBe("/api/v1/claims?cursor=a&limit=5");
    expect(publicRoute("/search?q=a%20b")).toMatchObject({ key: "/search?q=a+b", keep: false });
    expect(publicRoute("/search?party=x&q=&rating=false&colour=red")).toMatchObject({
      key: "/search?rating=false&party=x",
      keep: true,
    });
  });

  test("programs send each parameter that there is, once, and none is taken for not sent", () => {
    const asked = (query: string) => publicRoute(`/api/v1/claims?${query}`);
    expect(asked("rating=true&from=2031")).toMatchObject({ unknown: false });
    for (const query of ["ratings=true", "rating=true&rating=false", "limit=5&limit=5"])
      expect(asked(query), query).toMatchObject({ unknown: true });
    expect(asked("rating=")).toMatchObject({ key: "/api/v1/claims?rating=", unknown: false });
  });

  test("a question mark in a query is a part of it", () => {
    expect(publicRoute("/search?q=who?why")?.key).toBe("/search?q=who%3Fwhy");
    expect(withoutSlash("/claims/a-c1/?x=1?2")).toBe("/claims/a-c1?x=1?2");
  });

  test("a hundred thousand queries that nobody declared are one key", () => {
    const keys = new Set<string>();
    for (let n = 0; n < 100_000; n++)
      keys.add(publicRoute(`/claims/the-bridge-c1?utm_${n}=${n}&q=${n}&after=${n}`)?.key ?? "");
    expect([...keys]).toEqual(["/claims/the-bridge-c1"]);
  });

  test("the desk, Next's own files and nobody's addresses are no readers' addresses", () => {
    for (const url of [
      "/desk",
      "/desk/claims/1001",
      "/sign-in",
      "/api/health",
      "/_next/static/x.js",
      "/claims/",
    ])
      expect(publicRoute(url), url).toBeNull();
    for (const url of ["/desk/x", "/sign-in?x", "/setup/t", "/api/auth/csrf", "/_next/x", "/icon.svg?v"])
      expect(isNowhere(url), url).toBe(false);
    for (const url of ["/.env", "/wp-admin", "/deskx", "/claims", "/claims/a/b", "/apis"])
      expect(isNowhere(url), url).toBe(true);
  });

  test("a slash too many leads to the address without it, on this site alone", () => {
    expect(withoutSlash("/claims/a-c1/?x=1")).toBe("/claims/a-c1?x=1");
    for (const url of ["/", "//evil.example/", "/desk/", "/claims//"])
      expect(withoutSlash(url), url).toBeNull();
  });

  test("where a form is sent, whoever only asks is led to its page, about the same claim", () => {
    expect(pageOfForm("/report/send")).toBe("/report");
    expect(pageOfForm("/report/send?x=1&claim=a-c1")).toBe("/report?claim=a-c1");
    for (const claim of ["", "//evil.example", "a%0d%0aSet-Cookie:x", "x".repeat(300)])
      expect(pageOfForm(`/report/send?claim=${claim}`), claim).toBe("/report");
    for (const url of ["/report", "/report/sending", "/desk/report/send"])
      expect(pageOfForm(url), url).toBeNull();
  });
});

test("scripts and React's marks go, data blocks and everything that readers see stay", () => {
  const html =
    '<link rel="preload" as="script" href="a"/><link rel="stylesheet" href="b" data-precedence="next"/><p>a<!-- -->b<!--$-->c<!--/$--></p>' +
    '<script type="application/ld+json">{"a":1}</script><script>self.x="</p>"</script><script src="c" async=""></script>';
  expect(withoutScripts(html)).toBe(
    '<link rel="stylesheet" href="b"/><p>abc</p><script type="application/ld+json">{"a":1}</script>',
  );
});

test("a page is tagged with every claim whose address stands in it", () => {
  expect(claimsShown('<a href="/claims/x-c12">, {"slug":"claim-c1001"}, “C-7”').toSorted()).toEqual([
    "claim:1001",
    "claim:12",
  ]);
});

test("a client gets no form that it did not name or that it refused", () => {
  expect(chooseEncoding("gzip, deflate, br")).toBe("br");
  expect(chooseEncoding("gzip;q=0.5, br;q=0")).toBe("gzip");
  expect(chooseEncoding("br;q=0.0, gzip;q=0")).toBe("identity");
  expect(chooseEncoding(undefined)).toBe("identity");
  expect(chooseEncoding("*")).toBe("identity");
});

test("tags of any number and length go out in payloads that PostgreSQL takes, none of them lost", () => {
  const tag = fc.string({ minLength: 1, maxLength: 220, unit: "grapheme" });
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 400 }), (tags) => {
      const payloads = payloadsOf(tags);
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8000);
      expect(new Set(payloads.flatMap((payload) => JSON.parse(payload) as string[]))).toEqual(new Set(tags));
    }),
    { numRuns: 50 },
  );
});

describe("the store", () => {
  const answer = (bytes: number): Finished => ({
    common: [],
    type: "text/html",
    etag: "x",
    forms: { identity: { body: Buffer.alloc(bytes), headers: [], unchanged: [] } },
  });

  test("never takes more than its bytes, and what was asked for last stays", () => {
    const store = new Store(100_000);
    for (let n = 0; n < 500; n++) {
      store.set(`/${n}`, answer(4000), []);
      expect(store.get("/0"), `/0 after ${n}`).not.toBeNull();
      expect(store.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(store.get("/1")).toBeNull();
    store.set("/big", answer(50_000), []);
    expect(store.get("/big")).toBeNull();
  });

  test("counts what the tags of an answer take, which can be more than the answer", () => {
    const store = new Store(1_000_000);
    const claims = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => `claim:${from + n}`);
    for (let n = 0; n < 100; n++) store.set(`/${n}`, answer(100), claims(n * 300, 300));
    expect(store.size).toBeLessThanOrEqual(11);
    store.set("/all", answer(100), claims(0, 50_000));
    expect(store.get("/all")).toBeNull();
  });

  test("drops by tag exactly what carries it, and leaves nothing behind", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.uniqueArray(fc.constantFrom("a", "b", "c")))),
        fc.constantFrom("a", "b", "c"),
        (entries, dropped) => {
          const store = new Store(1_000_000);
          const last = new Map<string, string[]>();
          for (const [n, tags] of entries) {
            store.set(`/${n}`, answer(10), tags);
            last.set(`/${n}`, tags);
          }
          store.drop([dropped]);
          for (const [key, tags] of last) expect(store.get(key) === null).toBe(tags.includes(dropped));
          store.drop(["a", "b", "c"]);
          for (const [key] of last) store.delete(key);
          expect([store.bytes, store.size]).toEqual([0, 0]);
        },
      ),
    );
  });
});
