import { expectSaid } from "../desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "../fixtures.ts";
import { approve, expectOutcome, publicPath, readyClaim, requestChanges, submit } from "../review-work.ts";

// A desk of two: the editor finds better words, the checker takes them over, and the same editor approves.
test.describe.configure({ mode: "serial" });

const wording = fresh("Forty barges lay in the harbour");
const finding = "The harbour book lists twelve barges.";
let number = 0;
let review = "";

test("an editor suggests other words for two texts, and sends the edition back with them", async ({
  checker,
  editor,
}) => {
  number = await readyClaim(checker, {
    words: "Forty barges lay there",
    wording,
    claimant: "The harbour office",
  });
  review = await submit(checker);

  await visit(editor, review);
  await editor.keyboard.press("s");
  const dialog = editor.getByRole("dialog", { name: "Suggest other words" });
  const words = dialog.getByLabel("Your words");
  await expect(words).toHaveValue("The record says otherwise.");
  await dialog.getByRole("button", { name: "Suggest", exact: true }).click();
  await expect(dialog.getByText("These are the words of the edition.")).toBeVisible();
  await words.fill(finding);
  await dialog.getByLabel("Text").selectOption("Reasoning");
  await expect(words).toHaveValue("The record was kept at the time [1].");
  await dialog.getByLabel("Text").selectOption("Finding");
  await expect(words).toHaveValue(finding);
  await dialog.getByLabel("Why").fill("A finding says what is so.");
  await dialog.getByRole("button", { name: "Suggest", exact: true }).click();
  await expectSaid(editor, /^Suggested\. /);

  await editor.getByRole("button", { name: "Suggest other words" }).click();
  await dialog.getByLabel("Text").selectOption("Known");
  await expect(words).toHaveValue("");
  await expect(dialog.getByLabel("Why")).toHaveValue("");
  await words.fill("A storm came.");
  await dialog.getByRole("button", { name: "Suggest", exact: true }).click();
  const list = editor.getByRole("list", { name: "Suggestions" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(editor);

  await visit(checker, `/desk/claims/${number}`);
  const region = checker.getByRole("region", { name: "Suggested words" });
  await expect(region.getByRole("button", { name: "Take over" })).toHaveCount(0);
  await requestChanges(editor, review, "Two suggestions.");
});

test("the checker takes one over and leaves the other, and the editor approves what comes of it", async ({
  checker,
  editor,
  reader,
}) => {
  await visit(checker, `/desk/claims/${number}`);
  const region = checker.getByRole("region", { name: "Suggested words" });
  const about = (name: string) => region.getByRole("listitem").filter({ hasText: name });
  const [better, more] = [about("Finding"), about("Known")];
  await expect(better.locator("ins").first()).toContainText("harbour");
  await expectAccessible(checker);
  await better.getByRole("button", { name: "Take over" }).click();
  await expectSaid(checker, /^Finding: taken over into the draft\.$/);
  await expect(checker.locator("#verdict").getByLabel("Finding", { exact: true })).toHaveValue(finding);
  await more.getByRole("button", { name: "Leave as it is" }).click();
  await expectSaid(checker, /^Known: left as it is\.$/);
  await expect(region).toHaveCount(0);

  const next = await submit(checker);
  await visit(editor, next);
  const list = editor.getByRole("list", { name: "Suggestions" });
  await expect(list.getByText("Taken over")).toBeVisible();
  await expect(list.getByText("Left as it was")).toBeVisible();
  await approve(editor, next);
  await expectOutcome(editor, /^C-\d+ is published\.$/);
  await reader.goto(await publicPath(editor, number));
  await expect(reader.getByText(finding)).toBeVisible();
  await expect(reader.locator("body")).not.toContainText("A storm came.");
});
