import { expect, fresh, test, visit } from "../fixtures.ts";
import { expectOutcome, readyClaim, submit } from "../review-work.ts";

test("what an editor approved is published at the time that they set, and not before", async ({
  checker,
  editor,
  reader,
}) => {
  const wording = fresh("The market closed at noon");
  const number = await readyClaim(checker, {
    words: "The market closed at noon",
    wording,
    claimant: "The market company",
  });
  const review = await submit(checker);
  await visit(editor, review);
  await editor.getByRole("button", { name: "Approve, publish later" }).click();
  await expect(editor.getByRole("button", { name: "Publish now" })).toBeVisible();

  const setTime = async (button: string, at: Date, ends: number) => {
    await editor.getByRole("button", { name: button }).click();
    const dialog = editor.getByRole("dialog", { name: "Publish at a time" });
    await dialog.getByLabel("Day and time (UTC)").fill(at.toISOString().slice(0, ends));
    await dialog.getByRole("button", { name: "Set the time" }).click();
    return dialog;
  };
  const past = await setTime("Publish at a time…", new Date(0), 16);
  await expect(past).toContainText("This time is past.");
  await past.press("Escape");
  await setTime("Publish at a time…", new Date(Date.now() + 86_400_000), 16);
  await expectOutcome(editor, /is published at that time\.$/);
  await editor.getByRole("button", { name: "Dismiss" }).click();
  await expect(editor.getByRole("status").filter({ hasText: "is published at that time" })).toHaveCount(0);
  await expect(editor.locator("#main")).toBeFocused();
  await expect(editor.getByText("Scheduled", { exact: true })).toBeVisible();
  await editor.getByRole("button", { name: "Take the time back" }).press("Enter");
  await expectOutcome(editor, /waits for an editor to publish it\.$/);
  await expect(editor.locator("#main")).toBeFocused();
  await setTime("Publish at a time…", new Date(Date.now() + 86_400_000), 16);
  await expectOutcome(editor, /is published at that time\.$/);
  await visit(editor, "/desk/review");
  await expect(editor.getByRole("row").filter({ hasText: wording })).toContainText("Scheduled");
  await reader.goto(`/search?q=C-${number}`);
  await expect(reader.getByRole("link", { name: wording })).toHaveCount(0);

  await visit(editor, review);
  await setTime("Change the time…", new Date(Date.now() + 3_000), 19);
  await expect(async () => {
    await reader.goto(`/search?q=C-${number}`);
    await expect(reader.getByRole("link", { name: wording })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await visit(editor, `/desk/claims/${number}`);
  await expect(editor.getByText(/published edition 1/)).toBeVisible();
});
