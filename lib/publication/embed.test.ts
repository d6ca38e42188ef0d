import { expect, test } from "vitest";
import { aDocument } from "../../prisma/factories.ts";
import { oembed, slugOfAddress } from "./embed.ts";
import { publicView } from "./rules.ts";

const site = "https://check.example.org/";

test("the address of a claim or of an edition names its claim, any other address names none", () => {
  expect(slugOfAddress("https://check.example.org/claims/the-bridge-c1042", site)).toBe("the-bridge-c1042");
  expect(slugOfAddress("https://check.example.org/claims/the-bridge-c1042/editions/3?x#cite", site)).toBe(
    "the-bridge-c1042",
  );
  for (const other of [
    "",
    "nonsense",
    "https://check.example.org/",
    "https://check.example.org/claims/",
    "https://check.example.org/claims/a/b",
    "https://check.example.org/articles/the-bridge",
    "https://other.example.org/claims/the-bridge-c1042",
    "https://check.example.org.evil.example/claims/the-bridge-c1042",
    "javascript:alert(1)//check.example.org/claims/the-bridge-c1042",
  ])
    expect(slugOfAddress(other, site), other).toBeNull();
});

test("a card is never larger than the room that was asked for, and says its own size", () => {
  const view = publicView(aDocument(1), new Map());
  const edition = {
    number: 1,
    digest: "0".repeat(64),
    publishedAt: "2031-05-12T12:00:00.000Z",
    firstPublishedAt: "2031-05-12T12:00:00.000Z",
    state: "public" as const,
    url: `${site}claims/${view.claim.slug}`,
    editionUrl: `${site}claims/${view.claim.slug}/editions/1`,
    deskName: "Desk",
    history: [],
    withheld: [],
  };
  for (const [most, width, height] of [
    [{ width: null, height: null }, 600, 360],
    [{ width: 320, height: null }, 320, 360],
    [{ width: 100, height: 50 }, 100, 50],
    [{ width: 5000, height: 5000 }, 600, 360],
  ] as const) {
    const card = oembed({ view, edition }, (path) => new URL(path, site).href, most);
    expect(card).toMatchObject({ type: "rich", version: "1.0", width, height });
    expect(card.html).toContain(` width="${width}" height="${height}" `);
  }
});
