import type { Page } from "@playwright/test";
import { addArticle, claimInChecking, logClaim } from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";
import { expectOutcome, proposeVerdict, readyClaim, submit } from "../review-work.ts";

test("a double click makes one article and one claim", async ({ checker }) => {
  const title = fresh("Two clicks on one button");
  await visit(checker, "/desk/articles/new");
  await checker.getByLabel("Title", { exact: true }).fill(title);
  await checker.getByLabel("Text", { exact: true }).fill("One sentence, once.\n");
  await checker.getByRole("button", { name: "Add article" }).dblclick();
  await expect(checker.getByRole("heading", { name: title, level: 1 })).toBeVisible();

  await checker.getByRole("button", { name: "Log claim" }).click();
  const form = checker.getByRole("form", { name: "Log a claim" });
  await form.getByLabel("Words in the article").fill("One sentence, once");
  await form.getByLabel("In neutral words").fill("There is one sentence");
  await form.getByLabel("Kind", { exact: true }).selectOption({ label: "Quote" });
  await form.getByRole("button", { name: "Log", exact: true }).dblclick();
  await expect(checker.getByRole("status").filter({ hasText: "is logged" })).toBeVisible();
  await checker.reload();
  await expect(checker.getByRole("link", { name: "There is one sentence" })).toHaveCount(1);
  await visit(checker, "/desk/articles");
  await expect(checker.getByRole("link", { name: title })).toHaveCount(1);
});

test("whoever saves a claim's wording second sees both texts, and keeps theirs", async ({
  checker,
  editor,
}) => {
  const words = {
    words: "The lock closed early",
    wording: "The lock closed early",
    claimant: "The lock keeper",
  };
  const { number } = await claimInChecking(
    checker,
    { title: "The lock", text: "The lock closed early, they said.\n" },
    words,
  );
  const formOf = (page: Page) => page.getByRole("form", { name: "The claim", exact: true });
  const [first, second] = [formOf(checker), formOf(editor)];
  for (const page of [checker, editor]) {
    await visit(page, `/desk/claims/${number}`);
    await page.locator("summary").filter({ hasText: "Edit the claim" }).click();
  }
  await first.getByLabel("In neutral words").fill("The lock closed at four");
  await first.getByRole("button", { name: "Save the claim" }).click();
  await expect(first.getByText("Saved.")).toBeVisible();

  await second.getByLabel("In neutral words").fill("The lock closed at five");
  await second.getByRole("button", { name: "Save the claim" }).click();
  const both = second.getByRole("region", { name: "Somebody else saved this meanwhile" });
  await expect(both).toContainText("The lock closed at five");
  await expect(both).toContainText("The lock closed at four");
  await both.getByRole("button", { name: "Keep mine" }).click();
  await expect(editor.getByRole("heading", { name: "The lock closed at five" })).toBeVisible();
});

test("whoever saves a verdict second can take the other text", async ({ checker, editor }) => {
  const words = { words: "The weir holds", wording: "The weir holds", claimant: "The council" };
  const { number } = await claimInChecking(checker, { title: "The weir", text: "The weir holds.\n" }, words);
  for (const page of [checker, editor]) await visit(page, `/desk/claims/${number}`);
  await proposeVerdict(checker, { finding: "It leaks." });
  const verdict = editor.locator("#verdict");
  await verdict.getByLabel("Finding", { exact: true }).fill("It holds.");
  await verdict.getByRole("button", { name: "Save draft" }).click();
  const both = verdict.getByRole("region", { name: "Somebody else saved this meanwhile" });
  await expect(both).toContainText("It holds.");
  await expect(both).toContainText("It leaks.");
  await both.getByRole("button", { name: "Take theirs" }).click();
  await expect(verdict.getByLabel("Finding", { exact: true })).toHaveValue("It leaks.");
});

test("of two who decide at once, the second is told", async ({ checker, editor, admin }) => {
  await readyClaim(checker, { words: "The tower leans", wording: "The tower leans to the north" });
  const review = await submit(checker);
  for (const page of [editor, admin]) await visit(page, review);
  await editor.getByRole("button", { name: "Approve, publish later" }).click();
  await expect(editor.getByRole("button", { name: "Publish now" })).toBeVisible();
  await expectOutcome(editor, /is approved\. Readers see it once it is published\.$/);
  await admin.getByRole("button", { name: "Request changes" }).click();
  const dialog = admin.getByRole("dialog", { name: "Request changes" });
  await dialog.getByLabel("What should change?").fill("The direction.");
  await dialog.getByRole("button", { name: "Send back" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This edition is not in review any more");
});

test("a text that cannot be kept is refused in a sentence, and stays in its field", async ({ checker }) => {
  await visit(checker, "/desk/articles/new");
  await checker.getByLabel("Title", { exact: true }).fill("A text that is too long");
  const field = checker.getByLabel("Text", { exact: true });
  await paste(checker, 500_001);
  await checker.getByRole("button", { name: "Add article" }).click();
  await expect(checker.getByText("The text is 500,001 bytes long")).toBeVisible();
  expect(await field.evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(500_001);
  // No field takes a NUL, so it is put into the request on its way.
  await field.fill("Before the mark, and after it.\n");
  await checker.route("**/desk/articles/new", async (route) => {
    const body = route.request().postData();
    await route.continue(body ? { postData: body.replace("the mark", String.raw`\u0000`) } : {});
  });
  await checker.getByRole("button", { name: "Add article" }).click();
  await expect(checker.getByText("The text holds characters that cannot be kept")).toBeVisible();
  await expect(field).toHaveValue("Before the mark, and after it.\n");
});

test("ten megabytes are refused before they hang the browser, and the field stays as it was", async ({
  checker,
}) => {
  await visit(checker, "/desk/articles/new");
  const field = checker.getByLabel("Text", { exact: true });
  await field.fill("What was there before.");
  await field.evaluate((area) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "x".repeat(10_000_000));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(checker.getByText("Not pasted. The text is 10,000,000 bytes long")).toBeVisible();
  await expect(field).toHaveValue("What was there before.");
});

/** Puts that many letters into the field for the text, as a paste does: at once. */
async function paste(page: Page, bytes: number): Promise<void> {
  await page.getByLabel("Text", { exact: true }).evaluate((area: HTMLTextAreaElement, size) => {
    area.focus();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(
      area,
      `${"A long line of it. ".repeat(50)}\n`.repeat(size / 900).slice(0, size), // a browser is slow with many short ones
    );
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, bytes);
}

test("while the server cannot be reached the page says so and keeps what was typed", async ({
  checker,
  windows,
}) => {
  windows.expectErrors(/ERR_INTERNET_DISCONNECTED/);
  await addArticle(checker, { title: "An article on the train", text: "Tunnels are long.\n" });
  await checker.getByRole("button", { name: "Log claim" }).click();
  await checker.getByLabel("Words in the article").fill("Tunnels are long");
  await checker.context().setOffline(true);
  const form = checker.getByRole("form", { name: "Log a claim" });
  await form.getByLabel("In neutral words").fill("Tunnels are longer than bridges");
  await form.getByLabel("Kind", { exact: true }).selectOption({ label: "Comparison" });
  await form.getByRole("button", { name: "Log", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("the server could not be reached");
  await expect(form.getByLabel("In neutral words")).toHaveValue("Tunnels are longer than bridges");
  await checker.context().setOffline(false);
  await logClaim(checker, { wording: "Tunnels are longer than bridges", kind: "Comparison" });
});
