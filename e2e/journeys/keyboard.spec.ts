import type { Locator, Page } from "@playwright/test";
import { addArticle } from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";

/** Goes on with Tab until the control has the focus, as somebody without a mouse would; fails where it never does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never reached it.");
}

/** Tabs to a field and types into it. */
async function type(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(words);
}

/** Tabs to the choices of one question and goes to the wanted one with the arrow keys. */
async function choose(page: Page, wanted: Locator): Promise<void> {
  const name = await wanted.getAttribute("name");
  const group = page.locator(`input[type=radio][name="${name}"]`);
  for (let steps = 0; steps < 150; steps++) {
    if (await group.evaluateAll((all) => all.includes(document.activeElement as HTMLInputElement))) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  for (let steps = 0; steps < 12; steps++) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error("The arrow keys never reached it.");
}

test("a claim goes from the article to readers without a mouse", async ({ checker, editor }) => {
  test.slow(); // a hundred and more keys, one after the other
  const wording = fresh("The clock has one hand");
  const text =
    "A lovely town.\nDr. Hall spoke. The clock has one hand, the sexton said. It will stop soon.\n";
  await addArticle(checker, { title: "The clock", text });
  const keys = checker.keyboard;
  const cursor = checker.locator(".article-text .cursor");
  await expect(checker.getByText("0 of 4", { exact: true })).toBeVisible();

  await keys.press("ArrowDown");
  await expect(cursor).toHaveText("A lovely town.");
  await keys.press("o");
  await expect(checker.locator(".looked.opinion")).toHaveText("A lovely town.");
  await keys.press("ArrowDown");
  await expect(cursor).toHaveText("Dr. Hall spoke.");
  await keys.press("Shift+ArrowDown");
  await expect(cursor).toHaveText("Dr. Hall spoke. The clock has one hand, the sexton said.");
  await keys.press("Shift+ArrowUp");
  await keys.press("j");
  await keys.press("j");
  await expect(cursor).toHaveText("It will stop soon.");
  await keys.press("n");
  const reason = checker.getByRole("form", { name: "Why it cannot be checked" });
  await expect(reason.getByLabel("Reason")).toBeFocused();
  await keys.type("A forecast");
  await keys.press("Enter");
  await expect(checker.locator(".looked.not_checkable")).toHaveText("It will stop soon.");
  await expect(checker.getByText("2 of 4", { exact: true })).toBeVisible();
  await keys.press("n");
  await expect(checker.getByText("1 of 4", { exact: true })).toBeVisible();

  await keys.press("ArrowUp");
  for (const _ of ["said", "sexton", "the"]) await keys.press("Shift+ArrowLeft");
  await keys.press("Shift+ArrowLeft");
  await expect(cursor).toHaveText("The clock has one hand");
  await keys.press("l");
  const log = checker.getByRole("form", { name: "Log a claim" });
  await expect(log.getByLabel("Words in the article")).toHaveValue("The clock has one hand");
  await expect(log.getByLabel("In neutral words")).toBeFocused();
  await keys.type("One hand");
  await keys.press("Escape");
  await tabTo(checker, checker.getByRole("button", { name: "Close the form" }));
  await keys.press("Enter");
  await expect(log).toBeHidden();
  await expect(checker.getByRole("group", { name: "Text of the article" })).toBeFocused();
  await keys.press("Alt+Shift+ArrowRight");
  await expect(cursor).toHaveText("clock has one hand");
  await keys.press("Alt+Shift+ArrowLeft");
  await keys.press("l");
  await expect(log.getByLabel("In neutral words")).toBeFocused();
  await keys.press("ArrowUp");
  await expect(cursor).toHaveText("The clock has one hand");
  await keys.press("Control+a");
  await keys.type(wording);
  await tabTo(checker, log.getByLabel("No claimant is named"));
  await keys.press("Space");
  await type(checker, log.getByLabel("Kind", { exact: true }), "Qua");
  await keys.press("Control+Enter");
  await expect(checker.getByRole("status").filter({ hasText: "is logged" })).toBeVisible();
  await expect(log).toBeHidden();
  await expect(cursor).toHaveText("The clock has one hand");
  await expect(checker.getByText("2 of 4", { exact: true })).toBeVisible();
  await keys.press("?");
  await expect(checker.getByRole("dialog", { name: "All keys" })).toBeVisible();
  await keys.press("Escape");
  await keys.press("c");
  await expect(checker.getByRole("link", { name: wording })).toBeFocused();

  await tabTo(checker, checker.getByRole("link", { name: wording }));
  await checker.keyboard.press("Enter");
  const start = checker.getByRole("button", { name: "Start checking" });
  await expect(start).toBeVisible();
  const number = /\/desk\/claims\/(\d+)$/.exec(checker.url())?.[1] ?? "";
  await visit(checker, `/desk/claims/${number}`);
  await tabTo(checker, start);
  await checker.keyboard.press("Enter");
  await expect(checker.locator("#claim").getByText("Checking", { exact: true })).toBeVisible();

  await tabTo(checker, checker.locator("summary").filter({ hasText: "Attach evidence" }));
  await checker.keyboard.press("Enter");
  const attach = checker.getByRole("form", { name: "Attach evidence" });
  await tabTo(checker, attach.getByRole("button", { name: "Add a new source" }));
  await checker.keyboard.press("Enter");
  await expect(attach.getByLabel("Title of the source")).toBeVisible();
  await checker.keyboard.press("Tab");
  await type(checker, attach.getByLabel("Title of the source"), "Photograph of the clock");
  await type(checker, attach.getByLabel("What it is, and where it can be found"), "Parish archive, box 3");
  await type(checker, attach.getByLabel("Quote", { exact: true }), "Two hands can be seen");
  await choose(checker, attach.getByRole("radio", { name: "Refutes" }));
  await choose(checker, attach.getByRole("radio", { name: "That it is so" }));
  await checker.keyboard.press("Control+Enter");
  await expect(checker.locator("#evidence").getByText("“Two hands can be seen”")).toBeVisible();

  const verdict = checker.locator("#verdict");
  await type(checker, verdict.getByLabel("Finding", { exact: true }), "It has two hands.");
  await choose(checker, verdict.getByRole("radio", { name: "False", exact: true }));
  await choose(checker, verdict.getByRole("radio", { name: "Single source", exact: true }));
  await type(checker, verdict.getByLabel("Reasoning", { exact: true }), "The photograph shows both [1].");
  await checker.keyboard.press("Control+Enter");
  await expect(verdict.getByText("Draft saved.")).toBeVisible();
  const waive = verdict.getByRole("button", { name: /^Waive…/ });
  // The checklist asks for counter-evidence and for a second source, once the page shows the draft that was saved.
  await expect(waive).toHaveCount(2);
  for (let left = 2; left > 0; left--) {
    await tabTo(checker, waive.first());
    await checker.keyboard.press("Enter");
    await expect(checker.getByRole("dialog").getByLabel("Why it can be done without")).toBeFocused();
    await checker.keyboard.type("The archive has one photograph.");
    await checker.keyboard.press("Control+Enter");
    await expect(waive).toHaveCount(left - 1);
  }
  await tabTo(checker, verdict.getByRole("button", { name: "Submit for review" }));
  await checker.keyboard.press("Enter");
  await expect(verdict.getByRole("link", { name: "Open the edition in review" })).toBeVisible();

  await visit(editor, "/desk/review");
  const waiting = editor.getByRole("row", { name: `C-${number} ` }).getByRole("link");
  await tabTo(editor, waiting);
  await visit(editor, (await waiting.getAttribute("href")) ?? "");
  await editor.keyboard.press("r");
  const changes = editor.getByRole("dialog", { name: "Request changes" });
  await expect(changes.getByLabel("What should change?")).toBeFocused();
  await editor.keyboard.press("Escape");
  await expect(changes).toBeHidden();
  await editor.keyboard.press("a");
  const ask = editor.getByRole("dialog", { name: "Approve and publish?" });
  await expect(ask).toBeVisible();
  await tabTo(editor, ask.getByRole("button", { name: "Approve and publish" }));
  await editor.keyboard.press("Enter");
  await expect(editor.getByText("Published.", { exact: true })).toBeVisible();
});
