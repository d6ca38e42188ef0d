import type { Page } from "@playwright/test";
import {
  attachEvidence,
  claimInChecking,
  expectSaid,
  type ArticleWords,
  type ClaimWords,
} from "./desk-work.ts";
import { expect, visit } from "./fixtures.ts";

// The way from a draft verdict to readers, each step as the people at the desk see it.

export interface VerdictWords {
  rating?: string;
  grade?: string;
  finding?: string;
  reasoning?: string;
  search?: string;
  leastSure?: string;
}

/** Writes into the draft verdict on the open page of a claim, and saves it. */
export async function proposeVerdict(page: Page, words: VerdictWords): Promise<void> {
  const verdict = page.locator("#verdict");
  if (words.finding) await verdict.getByLabel("Finding", { exact: true }).fill(words.finding);
  if (words.rating) await verdict.getByRole("radio", { name: words.rating, exact: true }).check();
  if (words.grade) await verdict.getByRole("radio", { name: words.grade, exact: true }).check();
  if (words.reasoning) await verdict.getByLabel("Reasoning", { exact: true }).fill(words.reasoning);
  if (words.search) await verdict.getByLabel("Where we looked").fill(words.search);
  if (words.leastSure) await verdict.getByLabel("What are you least sure of?").fill(words.leastSure);
  await verdict.getByRole("button", { name: "Save draft" }).click();
  await expect(verdict.getByText("Draft saved.")).toBeVisible();
}

/** A claim with an article, evidence and a verdict that pass the checklist, open for changes; answers its number. */
export async function readyClaim(
  page: Page,
  words: ClaimWords & { words: string },
  article: Partial<ArticleWords> = {},
): Promise<number> {
  const text = `${words.words}, the company said.\n`;
  const { number } = await claimInChecking(page, { title: words.wording, text, ...article }, words);
  await attachEvidence(page, {
    source: { title: `Record on ${words.wording}`, description: "Town archive" },
    quote: "The record says otherwise.",
  });
  await proposeVerdict(page, {
    rating: "False",
    grade: "Single source",
    finding: "The record says otherwise.",
    reasoning: "The record was kept at the time [1].",
  });
  return number;
}

/** Waives, one by one, whatever the checklist on the open page still asks for and can be done without. */
export async function waiveTheRest(page: Page): Promise<void> {
  const items = page.getByRole("list", { name: "Needed, or waived with a reason:" });
  const open = items.getByRole("button", { name: /^Waive…/ });
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click();
    const dialog = page.getByRole("dialog", { name: /^Waive: / });
    await dialog.getByLabel("Why it can be done without").fill("There was no time.");
    await dialog.getByRole("button", { name: "Waive" }).click();
    await expect(open).toHaveCount(left - 1);
    await expectSaid(page, /^Waived\.$/);
  }
}

/** Submits what stands on the open page of a claim, waiving what it lacks; answers the address of its review. */
export async function submit(page: Page): Promise<string> {
  await waiveTheRest(page);
  const panel = page.locator("#verdict");
  await panel.getByRole("button", { name: "Submit for review" }).click();
  const link = panel.getByRole("link", { name: "Open the edition in review" });
  await expect(link).toBeVisible();
  await expectOutcome(page, /^C-\d+ was submitted for review\.$/);
  return (await link.getAttribute("href")) ?? "";
}

export async function requestChanges(page: Page, review: string, note: string): Promise<void> {
  await visit(page, review);
  await page.getByRole("button", { name: "Request changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Request changes" });
  await dialog.getByLabel("What should change?").fill(note);
  await dialog.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByRole("heading", { name: "To review", level: 1 })).toBeVisible();
  await expectOutcome(page, /^C-\d+ was sent back for changes\.$/);
}

/** What was just done is said, with the way to its claim. */
export async function expectOutcome(page: Page, sentence: RegExp): Promise<void> {
  const said = await expectSaid(page, sentence);
  const number = await said.getByRole("link", { name: /^C-\d+$/ }).textContent();
  await expect(said.getByRole("link")).toHaveAttribute("href", `/desk/claims/${number?.slice(2) ?? ""}`);
}

/** Approves what is read at this address, at once for readers. */
export async function approve(page: Page, review: string, label = "Approve and publish"): Promise<void> {
  await visit(page, review);
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("dialog").getByRole("button", { name: label }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  await expectOutcome(page, /^C-\d+ is (published|retracted)\.$/);
}

/** The address that readers have for the claim on the open page, once it is public. */
export async function publicPath(page: Page, number: number): Promise<string> {
  await visit(page, `/desk/claims/${number}`);
  return (await page.getByRole("link", { name: /^edition \d+$/ }).getAttribute("href")) ?? "";
}
