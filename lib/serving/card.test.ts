import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, describe, expect, test } from "vitest";
import type { Card } from "../publication/card.ts";
import { drawCard } from "./card.ts";
import { Drawing } from "./drawing.ts";
import { readFont } from "./font.ts";

const find = createRequire(import.meta.url).resolve;
const font = readFont(readFileSync(find("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")));
const card: Card = {
  deskName: "The bridge desk",
  number: "C-1042",
  wording: "The bridge carried forty carts on its first day",
  claimant: "The bridge company",
  rating: { name: "False", hue: "false", glyph: "cross" },
  retracted: false,
  sample: false,
};
const drawing = new Drawing();
afterAll(() => drawing.stop());

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);

describe("the picture of a claim", () => {
  test("says that it is a claim and whose, before its words, and the rating in words", () => {
    const [heading, ...rest] = texts(drawCard(card, font));
    expect(heading).toBe("Claim C-1042, by The bridge company:");
    expect(rest.join(" ")).toBe(
      "The bridge carried forty carts on its first day Rated False The bridge desk",
    );
    expect(texts(drawCard({ ...card, retracted: true }, font))).toContain("Fact-check retracted");
    expect(texts(drawCard({ ...card, sample: true }, font)).at(-1)).toContain("Sample data");
  });

  test("sets words that run from the right at the right, and leaves out what its font cannot write", () => {
    for (const wording of ["قُتل في السد أربعون شخصًا", "נהרגו בסכר ארבעים איש"])
      expect(drawCard({ ...card, wording }, font)).toContain('text-anchor="end"');
    expect(drawCard({ ...card, wording: "По мосту прошли сорок телег" }, font)).toContain("По мосту");
    for (const wording of ["橋を四十台の荷車が渡った", "पुल", "a\u202Eb", "a\u0001b"]) {
      const shown = texts(drawCard({ ...card, wording }, font));
      expect(shown, wording).toContain("(its wording stands on the page)");
      expect(shown.join(" "), wording).not.toContain(wording);
    }
  });

  test("has room for the longest wording, and cuts what is longer than a line", () => {
    for (const wording of ["forty ".repeat(83).trim(), "x".repeat(500), "ﷺ".repeat(300)]) {
      const svg = drawCard({ ...card, wording, claimant: "y".repeat(300), deskName: "z".repeat(200) }, font);
      const bottoms = [...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y));
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(585);
      for (const shown of texts(svg)) expect(font.width(shown ?? "")).toBeLessThanOrEqual(1040 / 26);
    }
  });

  test("whatever the words, the markup around them is the same", () => {
    const tags = (svg: string) => svg.match(/<[^>]*>/g)?.length;
    const hostile = `</text><script>"'&]]>`;
    const plain = drawCard({ ...card, wording: "w", claimant: "w", deskName: "w" }, font);
    expect(tags(drawCard({ ...card, wording: hostile, claimant: hostile, deskName: hostile }, font))).toBe(
      tags(plain),
    );
  });

  test("is a PNG of 1200 by 630, and one that cannot be drawn takes no other with it", async () => {
    const [png, broken] = await Promise.allSettled([drawing.draw(card), drawing.draw({} as Card)]);
    expect(broken.status).toBe("rejected");
    if (png.status === "rejected") throw png.reason;
    expect(png.value.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.value.readUInt32BE(16), png.value.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.value.length).toBeLessThan(100_000);
  });
});
