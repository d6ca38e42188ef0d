import { expect, test } from "@playwright/test";
import { z } from "zod";

// What programs and other sites get, over HTTP and without a browser.

interface Description {
  components: { schemas: Record<string, Parameters<typeof z.fromJSONSchema>[0]> };
}

test("the answers of the API are as its description says, refusals among them", async ({ request }) => {
  const description = (await (await request.get("/api/v1/openapi.json")).json()) as Description;
  const check = async (path: string, name: string, status = 200) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    expect(answer.headers()["access-control-allow-origin"], path).toBe("*");
    const sent: unknown = await answer.json();
    const type = name === "Problem" ? "application/problem+json" : "application/json";
    expect(answer.headers()["content-type"], path).toContain(type);
    const schema = description.components.schemas[name];
    if (!schema) throw new Error(`The description has no ${name}.`);
    expect(z.fromJSONSchema(schema).parse(sent), path).toEqual(sent);
    return { sent, etag: answer.headers().etag ?? "" };
  };
  const { sent, etag } = await check("/api/v1/claims?limit=3", "ClaimList");
  const { items, next } = sent as { items: { slug: string }[]; next: string };
  for (const { slug } of items) await check(`/api/v1/claims/${slug}`, "Claim");
  await check(`/api/v1/claims?limit=3&cursor=${next}`, "ClaimList");
  for (const wrong of [
    "cursor=nonsense",
    "limit=0",
    "limit=101",
    "rating=flase",
    "from=soon",
    "ratings=false",
    "rating=",
    "rating=true&rating=false",
  ])
    await check(`/api/v1/claims?${wrong}`, "Problem", 400);
  for (const nowhere of ["/api/v1/claims/nothing-c9", "/api/v1/nothing", "/api/v1"])
    await check(nowhere, "Problem", 404);
  const filtered = await check("/api/v1/claims?rating=false&from=2000&limit=2", "ClaimList");
  expect(
    (filtered.sent as { items: { rating: { code: string } }[] }).items.map((one) => one.rating.code),
  ).toContain("false");
  for (const [path, tag] of [
    ["/api/v1/claims?limit=3", etag],
    ["/api/v1/claims?limit=2&from=2000&rating=false", filtered.etag],
  ] as const)
    expect((await request.get(path, { headers: { "If-None-Match": tag } })).status(), path).toBe(304);
});

test("both files hold every published claim, and are kept by nobody", async ({ request }) => {
  // More than may be downloaded at once: asking what there is keeps no place from others.
  for (const form of ["csv", "jsonl", "csv", "jsonl", "csv"]) {
    const asked = await request.head(`/data/claims.${form}`);
    expect([asked.status(), asked.headers()["content-disposition"]]).toEqual([
      200,
      `attachment; filename="claims.${form}"`,
    ]);
  }
  const [csv, jsonl] = await Promise.all(["csv", "jsonl"].map((form) => request.get(`/data/claims.${form}`)));
  const numbers = ((await jsonl?.text()) ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { claim: { number: number } }).claim.number);
  expect(numbers.length).toBeGreaterThan(20);
  const text = (await csv?.text()) ?? "";
  for (const number of numbers) expect(text).toContain(`\r\nC-${number},`);
  for (const answer of [csv, jsonl]) {
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    expect(answer?.headers()["content-disposition"]).toMatch(/^attachment; filename="claims\.(csv|jsonl)"$/);
  }
  expect((await request.get("/data/claims.xml")).status()).toBe(404);
});

test("a claim is found by oEmbed, its card may be framed anywhere, and nothing else may be", async ({
  request,
}) => {
  const { items } = (await (await request.get("/api/v1/claims?limit=1")).json()) as {
    items: { url: string }[];
  };
  const url = items[0]?.url ?? "";
  const page = await request.get(new URL(url).pathname);
  const discovered = /href="([^"]*)"[^>]*|$/.exec(
    /<link[^>]*application\/json\+oembed[^>]*>/.exec(await page.text())?.[0] ?? "",
  )?.[1];
  const { pathname, search } = new URL((discovered ?? "").replaceAll("&amp;", "&"));
  const oembed = await request.get(`${pathname}${search}&maxwidth=320`);
  const { type, html, width } = (await oembed.json()) as { type: string; html: string; width: number };
  expect([type, width]).toEqual(["rich", 320]);
  const src = / src="([^"]*)"/.exec(html)?.[1] ?? "";
  const card = await request.get(new URL(src).pathname);
  expect(card.status()).toBe(200);
  expect(card.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(card.headers()["x-frame-options"]).toBeUndefined();
  expect(await card.text()).not.toMatch(/<script|style=/);
  for (const path of [new URL(url).pathname, "/", "/report", "/policies", "/sign-in"]) {
    const { "content-security-policy": policy, "x-frame-options": frames } = (
      await request.get(path)
    ).headers();
    expect([policy?.includes("frame-ancestors 'none'"), frames], path).toEqual([true, "DENY"]);
  }
  for (const wrong of ["", "url=https%3A%2F%2Fexample.org%2Fclaims%2Fx-c1"])
    expect((await request.get(`/oembed?${wrong}`)).status(), wrong).toBe(404);
  for (const [more, status] of [
    ["format=xml", 501],
    ["maxwidth=0", 400],
    ["maxheight=tall", 400],
  ] as const)
    expect((await request.get(`${pathname}${search}&${more}`)).status(), more).toBe(status);
});

test("a claim's page has one block of JSON-LD; its edition, card and the fixed pages have none", async ({
  request,
}) => {
  const { items } = (await (await request.get("/api/v1/claims?limit=2")).json()) as {
    items: { slug: string }[];
  };
  expect(items).toHaveLength(2);
  const blocks = async (path: string) =>
    ((await (await request.get(path)).text()).match(/application\/ld\+json/g) ?? []).length;
  for (const { slug } of items) {
    expect(await blocks(`/claims/${slug}`), slug).toBe(1);
    expect(await blocks(`/claims/${slug}/editions/1`), slug).toBe(0);
    expect(await blocks(`/embed/${slug}`), slug).toBe(0);
  }
  for (const path of ["/", "/corrections", "/search?q=a", "/methodology", "/policies", "/data", "/report"])
    expect(await blocks(path), path).toBe(0);
});
