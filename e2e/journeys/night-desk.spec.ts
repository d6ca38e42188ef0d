import { fresh, expect, test, visit } from "../fixtures.ts";
import { expectSaid, relateClaim } from "../desk-work.ts";
import { publicPath, readyClaim, submit } from "../review-work.ts";

// Two people and nobody else: an editor who works on claims, and an admin who decides on them.
test.describe.configure({ mode: "serial" });

const first = fresh("Thirty lamps were lit on the quay");
const second = fresh("No lamp was lit on the quay");
let numbers: [number, number] = [0, 0];
const reviews: string[] = [];

test("the editor asks for comment, notes the silence, and submits two claims that contradict each other", async ({
  editor,
}) => {
  const one = await readyClaim(editor, {
    words: "Thirty lamps were lit",
    wording: first,
    claimant: "The harbour office",
  });
  const comment = editor.locator("#comment");
  await comment.locator("summary").filter({ hasText: "Record a request for comment" }).click();
  const form = comment.getByRole("form", { name: "Record a request for comment" });
  await expect(form.getByLabel("Whom", { exact: true })).toHaveValue("The harbour office");
  await form.getByLabel("Asked on").fill("2031-05-02");
  await form.getByRole("button", { name: "Record request" }).click();
  await expect(comment.locator(".ev .pill")).toHaveText("Waiting for an answer");
  await comment.getByRole("button", { name: /^What came of it…/ }).click();
  const dialog = editor.getByRole("dialog", { name: "Request to The harbour office" });
  await dialog.getByRole("radio", { name: "Silence" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectSaid(editor, /^Saved\.$/);
  await expect(comment.locator(".ev .pill")).toHaveText("Silence");

  const other = await readyClaim(editor, {
    words: "No lamp was lit",
    wording: second,
    claimant: "The lamplighter",
  });
  numbers = [one, other];
  await relateClaim(editor, one, "Both speak of the same evening.");
  reviews.push(await submit(editor));
  await visit(editor, `/desk/claims/${one}`);
  reviews.push(await submit(editor));
});

test("the editor who worked on them cannot approve; the admin reads what was waived, and publishes both at once", async ({
  editor,
  admin,
}) => {
  await visit(editor, reviews[0] ?? "");
  await expect(
    editor.getByText("You helped to make this edition, so somebody else decides on it."),
  ).toBeVisible();
  await expect(editor.getByRole("button", { name: /approve/i })).toHaveCount(0);

  for (const review of reviews) {
    await visit(admin, review);
    await expect(admin.getByText(/^\d items waived$/)).toBeVisible();
    await admin.getByRole("button", { name: "Approve, publish later" }).click();
    await expect(admin.getByRole("button", { name: "Publish now" })).toBeVisible();
  }
  await admin.getByRole("button", { name: `Publish both, with C-${numbers[1]}` }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Publish both" }).click();
  await expect(admin.getByText("Published.", { exact: true })).toBeVisible();
});

test("readers see each beside the other, and nothing of what was waived", async ({ admin, reader }) => {
  for (const [at, number] of numbers.entries()) {
    await reader.goto(await publicPath(admin, number));
    await expect(reader.getByRole("link", { name: at === 0 ? second : first })).toBeVisible();
    await expect(reader.locator("body")).not.toContainText("There was no time.");
  }
});
