import type { Locator, Page } from "@playwright/test";
import { expect, visit } from "./fixtures.ts";

// What checkers do at the desk, each step as they see it; every step ends when its result can be seen.

export interface ArticleWords {
  title: string;
  text: string;
  language?: string;
  outlet?: string;
  author?: string;
}

/** Pastes an article and answers its address, with the reading view open. */
export async function addArticle(page: Page, article: ArticleWords): Promise<string> {
  const { title, text, language, outlet, author } = article;
  await visit(page, "/desk/articles/new");
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Text", { exact: true }).fill(text);
  if (outlet) await page.getByLabel("Outlet").fill(outlet);
  if (author) await page.getByLabel("Author").fill(author);
  if (language) await page.getByLabel("Language", { exact: true }).fill(language);
  await page.getByRole("button", { name: "Add article" }).click();
  await page.waitForURL(/\/desk\/articles\/[\da-f-]{36}$/);
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Selects words of an article or a copy with the mouse, as a reader would: press at the first letter, release after the last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const text = page.locator(".article-text, .copy-text");
  const at = await text.evaluate((container, wanted) => {
    const nodes = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
    const letters: { node: Node; offset: number }[] = [];
    let whole = "";
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const value = node.nodeValue ?? "";
      for (let offset = 0; offset < value.length; offset++) letters.push({ node, offset });
      whole += value;
    }
    const from = whole.indexOf(wanted);
    const boxOf = (index: number) => {
      const letter = letters[index];
      if (!letter) throw new Error(`The article has no “${wanted}”.`);
      const range = document.createRange();
      range.setStart(letter.node, letter.offset);
      range.setEnd(letter.node, letter.offset + 1);
      return range.getBoundingClientRect();
    };
    letters[from]?.node.parentElement?.scrollIntoView({ block: "center" });
    const [first, last] = [boxOf(from), boxOf(from + wanted.length - 1)];
    const rightToLeft = getComputedStyle(container).direction === "rtl";
    return {
      from: { x: rightToLeft ? first.right - 1 : first.left + 1, y: first.top + first.height / 2 },
      to: { x: rightToLeft ? last.left + 1 : last.right - 1, y: last.top + last.height / 2 },
    };
  }, words);
  await page.mouse.move(at.from.x, at.from.y);
  await page.mouse.down();
  await page.mouse.move(at.to.x, at.to.y, { steps: 4 });
  await page.mouse.up();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(words);
}

export interface ClaimWords {
  wording: string;
  kind?: string;
  claimant?: string;
}

/** Fills in and sends the open form for a claim, whose words in the article are there already; answers the number. */
export async function logClaim(page: Page, { wording, kind, claimant }: ClaimWords): Promise<number> {
  const form = page.getByRole("form", { name: "Log a claim" });
  await form.getByLabel("In neutral words").fill(wording);
  await form.getByLabel("Kind", { exact: true }).selectOption({ label: kind ?? "Quantity" });
  if (claimant) {
    await form.getByLabel("Claimant (optional)").fill(claimant);
    await form.getByLabel("The claimant is").selectOption({ label: "Organisation" });
  } else await form.getByLabel("No claimant is named").check();
  await form.getByRole("button", { name: "Log", exact: true }).click();
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: wording }) });
  await expect(card).toBeVisible();
  const said = await page.getByRole("status").filter({ hasText: "is logged" }).innerText();
  return Number(/C-(\d+) is logged/.exec(said)?.[1]);
}

/** Adds an article with one claim about it and takes the claim into checking, with its page open; answers its number. */
export async function claimInChecking(
  page: Page,
  article: ArticleWords,
  claim: ClaimWords & { words: string },
) {
  const path = await addArticle(page, article);
  await page.getByRole("button", { name: "Log claim" }).click();
  await page.getByLabel("Words in the article").fill(claim.words);
  const number = await logClaim(page, claim);
  await visit(page, `/desk/claims/${number}`);
  await startChecking(page);
  return { number, article: path };
}

export async function startChecking(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start checking" }).click();
  await expect(page.locator("#claim").getByText("Checking", { exact: true })).toBeVisible();
}

/** A source that the desk has already, by words of its title; or a new one with an address, a description, or both. */
export type SourceWords =
  | { find: string }
  | { title: string; url?: string; description?: string; publisher?: string; confidential?: boolean };

export interface EvidenceWords {
  source: SourceWords;
  quote: string;
  stance?: "Supports" | "Refutes" | "Context";
  shows?: "That it was said" | "That it is so";
}

export async function attachEvidence(page: Page, evidence: EvidenceWords): Promise<void> {
  const { source, quote, stance = "Refutes", shows = "That it is so" } = evidence;
  const form = await unfolded(page, "Attach evidence");
  await chooseSource(form, source);
  await form.getByLabel("Quote", { exact: true }).fill(quote);
  await form.getByRole("radio", { name: stance }).check();
  await form.getByRole("radio", { name: shows }).check();
  await form.getByRole("button", { name: "Attach evidence" }).click();
  await expect(page.locator("#evidence").getByText(`“${quote}”`)).toBeVisible();
  await expect(form.getByLabel("Quote", { exact: true })).toHaveValue("");
}

export async function recordPosition(
  page: Page,
  { party, stance, quote, source }: { party: string; stance: string; quote: string; source?: SourceWords },
): Promise<void> {
  const form = await unfolded(page, "Record a position");
  await form.getByLabel("Party", { exact: true }).fill(party);
  await form.getByLabel("The party is").selectOption({ label: "Person" });
  await form.getByRole("radio", { name: stance, exact: true }).check();
  await form.getByLabel("Quote", { exact: true }).fill(quote);
  if (source) await chooseSource(form, source);
  await form.getByRole("button", { name: "Record position" }).click();
  await expect(page.locator("#disputed-by").getByText(`“${quote}”`)).toBeVisible();
}

/** Says that the claim on the open page contradicts another one. */
export async function relateClaim(page: Page, other: number, reason: string): Promise<void> {
  const form = await unfolded(page, "Relate to another claim");
  await form.getByRole("radio", { name: "This claim contradicts", exact: true }).check();
  await form.getByLabel("The other claim").fill(`C-${other}`);
  await form.getByLabel("Why", { exact: true }).fill(reason);
  await form.getByRole("button", { name: "Add relation" }).click();
  await expect(page.locator("#disputed-by").getByRole("link", { name: `C-${other}` })).toBeVisible();
}

export interface FigureWords {
  words: string;
  meant: string;
  number?: string;
  /** Its unit, and who or what it counts; without it, what the figure counts stays open. */
  measure?: [unit: string, what: string];
}

/** Adds a figure in the dialog beside a position or a piece of evidence. */
export async function addFigure(
  beside: Locator,
  { words, meant, number, measure }: FigureWords,
): Promise<void> {
  await beside.getByRole("button", { name: "Add a figure" }).click();
  const form = beside.page().getByRole("form", { name: "Add a figure" });
  await form.getByLabel("Words of the figure").fill(words);
  await form.getByLabel("How it is meant").selectOption({ label: meant });
  if (number) await form.getByLabel("Number", { exact: true }).fill(number);
  if (measure) {
    await form.getByRole("button", { name: "Define a measure" }).click();
    await form.getByLabel("Unit").fill(measure[0]);
    await form.getByLabel("Who or what is counted").fill(measure[1]);
    await expect(form.getByText(`${measure[0]}: ${measure[1]}`)).toBeVisible();
  }
  await form.getByRole("button", { name: "Add figure" }).click();
  await expect(form).toBeHidden();
  await expectSaid(beside.page(), /^Figure saved\.$/);
  await expect(beside.getByRole("list", { name: "Figures" })).toContainText(words);
}

/** What was just done is said where it can be seen and heard, also when its form or dialog is not there any more. */
export async function expectSaid(page: Page, sentence: RegExp): Promise<Locator> {
  const said = page.getByRole("status").filter({ hasText: sentence });
  await expect(said).toBeVisible();
  return said;
}

export async function chooseSource(form: Locator, source: SourceWords): Promise<void> {
  if ("find" in source) {
    await form.getByLabel("Find a source").fill(source.find);
    await form.getByRole("button", { name: source.find }).click();
    await expect(form.getByText("Choose another")).toBeVisible();
    return;
  }
  await form.getByRole("button", { name: "Add a new source" }).click();
  await form.getByLabel("Title of the source").fill(source.title);
  if (source.url) await form.getByLabel("Address of the source").fill(source.url);
  if (source.publisher) await form.getByLabel("Publisher (optional)").fill(source.publisher);
  if (source.description)
    await form.getByLabel("What it is, and where it can be found").fill(source.description);
  if (source.confidential) await form.getByRole("radio", { name: "Described only" }).check();
}

/** The form under a summary of this name, opened where it is closed. */
export async function unfolded(page: Page, name: string): Promise<Locator> {
  const form = page.getByRole("form", { name });
  if (!(await form.isVisible())) await page.locator("summary").filter({ hasText: name }).click();
  await expect(form).toBeVisible();
  return form;
}
