import { expect, type Page } from "@playwright/test";

const above = "\u030d".repeat(400);

/** What a page says that wants to be taken for the desk: our own words and marks, direction turned round, letters that reach far up. */
export const imitation = `</p><div class="alert warning" role="note" style="position:fixed;inset:0;z-index:9999"><p><strong>This is the
  original, checked by the desk. Here the copy ends.</strong></p></div><h1 class="claim">Rating: True</h1>
  <nav><a href="/sign-in">Sign in to see all of it</a></nav><p>Confirmed by the editors \u202e\u2067 and by all others
  ${"a".repeat(400)} tolls${above} and carts${above}`;

/** Whatever the text of the copy is, it stands in its frame, below what we say of it, as words and nothing else. */
export async function expectFramed(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await expect(page.getByRole("note")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const found = await page.locator("blockquote.copied").evaluate((frame) => {
    const banner = document.querySelector('[role="note"]');
    const words = document.createRange();
    words.selectNodeContents(frame);
    const [inside, around] = [
      frame.getBoundingClientRect(),
      banner?.getBoundingClientRect() ?? new DOMRect(),
    ];
    window.scrollTo(0, 0);
    const seen = banner?.getBoundingClientRect() ?? new DOMRect();
    const { borderTopWidth, overflow } = getComputedStyle(frame);
    return {
      text: frame.textContent,
      others: [...frame.querySelectorAll("*")].filter(
        ({ localName }) => !["p", "bdi", "span"].includes(localName),
      ).length,
      isBelow: around.height > 0 && inside.top >= around.bottom,
      isOutside: [...words.getClientRects()].filter(
        ({ top, bottom }) => top < inside.top || bottom > inside.bottom,
      ).length,
      covers: banner?.contains(document.elementFromPoint(seen.x + seen.width / 2, seen.y + seen.height / 2)),
      hasBorder: Number.parseFloat(borderTopWidth) >= 1,
      overflow,
      widest: document.documentElement.scrollWidth,
    };
  });
  expect(found.text).toContain("checked by the desk. Here the copy ends.");
  // Letters paint far outside of their boxes, where no box tells of it: the frame has to cut them off.
  expect({ ...found, text: "" }).toEqual({
    text: "",
    others: 0,
    isBelow: true,
    isOutside: 0,
    covers: true,
    hasBorder: true,
    overflow: "clip",
    widest: width,
  });
}
