import { attachEvidence, claimInChecking } from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";
import { approve, expectOutcome, proposeVerdict, publicPath, submit } from "../review-work.ts";

// What happens to a claim that readers know: a correction, then its retraction.
test.describe.configure({ mode: "serial" });

const wording = fresh("Nobody crossed the ferry in winter");
const reason = "The ferryman's log turned up, and it lists crossings in January.";
let number = 0;
let path = "";

test("a published claim is revised; a changed rating cannot pass for a typo", async ({ checker, editor }) => {
  const claim = await claimInChecking(
    checker,
    { title: "The ferry in winter", text: "Nobody crossed in winter, the ferry company said.\n" },
    { words: "Nobody crossed in winter", wording, claimant: "The ferry company" },
  );
  number = claim.number;
  await attachEvidence(checker, {
    source: { title: "Ferry timetable", description: "Printed sheet in the town archive" },
    quote: "No service from December to March.",
    stance: "Supports",
  });
  await proposeVerdict(checker, {
    rating: "True",
    grade: "Single source",
    finding: "The timetable has no winter service.",
    reasoning: "The timetable says so [1].",
  });
  await approve(editor, await submit(checker));
  path = await publicPath(checker, number);

  await checker.getByRole("button", { name: "Start revising" }).click();
  await expect(checker.getByRole("form", { name: "Submit for review" })).toBeVisible();
  await proposeVerdict(checker, { rating: "Mixed", finding: "Some crossed, as the log shows." });
  const form = checker.getByRole("form", { name: "Submit for review" });
  await form.getByRole("radio", { name: "Typo" }).check();
  await form.getByLabel("What changed, and why, for readers").fill(reason);
  await form.getByRole("button", { name: "Submit for review" }).click();
  await expect(form).toContainText("The rating changed, so this is an update or a correction, not a typo.");
});

test("readers keep the old edition until an editor has seen the change and approved it", async ({
  checker,
  editor,
  reader,
}) => {
  await visit(checker, `/desk/claims/${number}`);
  const form = checker.getByRole("form", { name: "Submit for review" });
  await form.getByRole("radio", { name: "Correction" }).check();
  await form.getByLabel("What changed, and why, for readers").fill(reason);
  const review = await submit(checker);
  await reader.goto(path);
  await expect(reader.locator(".verdict")).toContainText("The timetable has no winter service.");

  await visit(editor, review);
  const changes = editor.locator(".changes");
  await expect(changes).toContainText("Rating");
  await expect(changes.locator("del").filter({ hasText: "True" }).first()).toBeVisible();
  await expect(changes.locator("ins").filter({ hasText: "Mixed" }).first()).toBeVisible();
  await expect(editor.getByText(reason).first()).toBeVisible();
  await approve(editor, review);
});

test("the new edition says old → new on top, and the first one stays readable as what it was", async ({
  reader,
}) => {
  await reader.goto(path);
  await expect(reader.getByText("Rating changed: True to Mixed")).toBeVisible();
  await expect(reader.getByText("Before: The timetable has no winter service.")).toBeVisible();
  await reader.getByRole("link", { name: "Edition 1", exact: true }).click();
  await expect(reader.getByText("This is edition 1, an earlier one.")).toBeVisible();
  await expect(reader.locator(".verdict").first()).toContainText("The timetable has no winter service.");
  await reader.goto("/corrections");
  const entry = reader.getByRole("listitem").filter({ hasText: wording });
  await expect(entry).toContainText(reason);
  await expect(entry.locator(".rating")).toHaveText(["True", "Mixed"]);
});

test("a retraction needs a second person too", async ({ checker, editor }) => {
  await visit(checker, `/desk/claims/${number}`);
  await checker.getByRole("button", { name: "Retract…" }).click();
  const dialog = checker.getByRole("dialog", { name: "Retract this claim" });
  await dialog.getByLabel("Reason for readers").fill("The log was of another ferry.");
  await dialog.getByRole("button", { name: "Submit the retraction" }).click();
  const link = checker.getByRole("link", { name: "Open the edition in review" });
  await expect(link).toBeVisible();
  await expectOutcome(checker, /waits in review to be retracted/);
  // The button that opened the dialog is gone.
  await expect(checker.locator("#main")).toBeFocused();
  await approve(editor, (await link.getAttribute("href")) ?? "", "Approve and retract");
});

test("a retracted page stays, marked, with its reason and without ClaimReview markup", async ({ reader }) => {
  const answer = await reader.goto(path);
  expect(answer?.status()).toBe(200);
  await expect(reader.getByText("Retracted: do not rely on this fact-check")).toBeVisible();
  await expect(reader.locator(".verdict")).toContainText("The log was of another ferry.");
  await expect(reader.locator('script[type="application/ld+json"]')).toHaveCount(0);
  await reader.goto("/");
  // Among the newest corrections it is, among the newest fact-checks it is not.
  await expect(reader.getByRole("complementary").getByRole("link", { name: wording }).first()).toBeVisible();
  await expect(reader.getByRole("heading", { name: wording })).toHaveCount(0);
});
