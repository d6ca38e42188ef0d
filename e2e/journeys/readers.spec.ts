import type { Page } from "@playwright/test";
import { broken, unavailable } from "../../lib/serving/pages.ts";
import { expect, test } from "../fixtures.ts";

test("readers' pages carry no script, and a page that is not there says so without any", async ({
  reader,
  windows,
}) => {
  windows.expectErrors(/404/);
  const claim = await firstClaim(reader);
  const sitemap = await (await reader.request.get("/sitemap.xml")).text();
  const nouns = ["articles", "parties", "measures", "topics"];
  const fixed =
    "/ /corrections /methodology /policies /data /report /search?q=homs /search?rating=false&from=2000";
  const pages = [
    ...fixed.split(" "),
    claim,
    `${claim}/editions/1`,
    claim.replace("/claims/", "/embed/"),
    ...nouns.map((noun) => new RegExp(`/${noun}/[\\w-]+`).exec(sitemap)?.[0] ?? `/no-${noun}`),
  ];
  for (const path of pages) {
    const answer = await reader.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect((await answer?.text())?.match(/<script(?![^>]*ld\+json)/), path).toBeNull();
    await expect(reader.getByRole("heading", { level: 1 }), path).toBeVisible();
  }
  for (const path of ["/nothing/here", "/claims/nothing-c9"]) {
    expect((await reader.goto(path))?.status(), path).toBe(404);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  }
  await reader.getByLabel("Search claims").fill("homs");
  await reader.getByRole("button", { name: "Search" }).click();
  await expect(reader).toHaveURL(/\/search\?q=homs$/);
  await reader.goto("/claims/nothing-c9");
  await reader.getByRole("link", { name: "Newest fact-checks" }).click();
  await expect(reader).toHaveURL(/\/$/);
});

test("the pages for when something fails say so without any script, and lead on", async ({
  reader,
  windows,
}) => {
  windows.expectErrors(/status of 50[03]/);
  for (const { status, body, policy, contentType } of [broken, unavailable]) {
    const headers = { "Content-Security-Policy": policy };
    await reader.route("/failing", (route) => route.fulfill({ status, body, headers, contentType }));
    const answer = await reader.goto("/failing");
    expect(await answer?.text()).not.toContain("<script");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(/This page (could not|cannot) be/);
    await reader.getByLabel("Search claims").fill("homs");
    await reader.getByRole("button", { name: "Search" }).click();
    await expect(reader).toHaveURL(/\/search\?q=homs$/);
    await reader.unroute("/failing");
  }
});

test("an address with a slash too many leads to the page", async ({ reader }) => {
  const claim = await firstClaim(reader);
  await reader.goto(`${claim}/`);
  await expect(reader).toHaveURL(new RegExp(`${claim}$`));
});

async function firstClaim(reader: Page): Promise<string> {
  const answer = await reader.request.get("/api/v1/claims?limit=1");
  const { items } = (await answer.json()) as { items: { slug: string }[] };
  return `/claims/${items[0]?.slug ?? ""}`;
}
