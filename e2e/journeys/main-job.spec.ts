import {
  addArticle,
  attachEvidence,
  logClaim,
  recordPosition,
  relateClaim,
  selectWords,
  startChecking,
} from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";
import { approve, proposeVerdict, requestChanges, submit, waiveTheRest } from "../review-work.ts";

// One claim from the pasted article to its retraction, in the order in which a newsroom works.
test.describe.configure({ mode: "serial" });

const article = {
  title: "The harbour bridge, a year on",
  text: `The harbour bridge opened a year ago.

On its first day forty carts crossed it before noon, the bridge company said. The toll keeper counted twelve.

The mayor said that he had no figures.
`,
};
const wording = "Forty carts crossed the harbour bridge on its first day";
const finding = "The toll book lists twelve carts for the whole day.";
const toll = fresh("Toll book of the harbour bridge");

let text = "";
let number = 0;
let counted = 0;
let slug = "";
let review = "";

test("a checker pastes an article and logs two overlapping claims by selecting words and pressing L", async ({
  checker,
}) => {
  text = await addArticle(checker, article);
  await selectWords(checker, "On its first day forty carts crossed it before noon");
  await checker.keyboard.press("l");
  await expect(checker.getByLabel("Words in the article")).toHaveValue(
    "On its first day forty carts crossed it before noon",
  );
  number = await logClaim(checker, { wording, claimant: "The Bridge Company" });
  slug = `forty-carts-crossed-the-harbour-bridge-on-its-first-day-c${number}`;

  await selectWords(
    checker,
    "crossed it before noon, the bridge company said. The toll keeper counted twelve",
  );
  await checker.keyboard.press("l");
  await expect(checker.getByLabel("In neutral words")).toBeFocused();
  counted = await logClaim(checker, {
    wording: "The toll keeper counted twelve carts",
    claimant: "Toll keeper",
  });

  await expect(checker.locator(".article-text mark.deep")).toHaveText("crossed it before noon");
  const cards = checker.getByRole("region", { name: "Claims in this article" }).getByRole("listitem");
  await expect(cards).toHaveText([new RegExp(wording), /The toll keeper counted twelve carts/]);
});

test("the claim is assigned beside the text, and checking begins on its page", async ({ checker }) => {
  await visit(checker, text);
  await checker.getByRole("button", { name: `Assign C-${number}` }).click();
  const form = checker.getByRole("form", { name: "Assign the claim" });
  await form.getByLabel("Assigned to").selectOption({ label: "Ada Klein" });
  await form.getByRole("button", { name: "Assign" }).click();
  await expect(checker.getByRole("button", { name: `Reassign C-${number}` })).toBeVisible();

  await checker.getByRole("link", { name: wording }).click();
  await expect(checker.getByRole("heading", { name: `C-${number}`, level: 1 })).toBeVisible();
  await startChecking(checker);
});

test("evidence is attached from a source by address, by description, and by searching what is there", async ({
  checker,
}) => {
  await visit(checker, `/desk/claims/${number}`);
  await attachEvidence(checker, {
    source: { title: "Company notice of the opening", url: "https://bridge.example/opening" },
    quote: "Forty carts before noon!",
    stance: "Supports",
    shows: "That it was said",
  });
  await attachEvidence(checker, {
    source: { title: toll, description: "Town archive, shelf 12" },
    quote: "Carts, first day: twelve.",
  });
  await attachEvidence(checker, {
    source: { find: toll },
    quote: "Closed to carts until ten.",
    stance: "Context",
  });
  const attached = checker.locator("#evidence").getByRole("listitem");
  await expect(attached.filter({ hasText: "Shows that it was said" })).toHaveCount(1);
  await expect(attached.filter({ hasText: "Shows that it is so" })).toHaveCount(2);
});

test("disputed by shows parties, claims and evidence, and “no information” beside them", async ({
  checker,
}) => {
  await visit(checker, `/desk/claims/${number}`);
  await recordPosition(checker, {
    party: "The mayor",
    stance: "Has no information",
    quote: "I have no figures",
  });
  await recordPosition(checker, {
    party: "The toll keeper",
    stance: "Denies",
    quote: "There were twelve, no more",
    source: { find: toll },
  });
  await relateClaim(checker, counted, "Both count the carts of the first day.");

  const disputed = checker.locator("#disputed-by");
  const group = (name: string) => disputed.getByRole("region", { name, exact: true });
  await expect(group("Parties")).toContainText("The toll keeper denied");
  await expect(group("Claims")).toContainText(`C-${counted}`);
  await expect(group("Refuting evidence")).toContainText("Carts, first day: twelve.");
  await expect(group("Asked or heard, without an answer")).toContainText("The mayor had no information");
  await expect(group("Parties")).not.toContainText("The mayor");
});

test("an incomplete verdict is refused with exactly what is missing", async ({ checker }) => {
  await visit(checker, `/desk/claims/${number}`);
  await proposeVerdict(checker, { finding, rating: "False", grade: "Corroborated" });
  const missing = checker.getByRole("list", { name: "Before it can be submitted:" }).getByRole("listitem");
  const expected = [/^Write the reasoning\.$/, /^The grade “corroborated” needs evidence of two independent/];
  await expect(missing).toHaveText(expected);
  await missing.getByRole("link", { name: "Write the reasoning." }).click();
  await expect(checker.getByRole("textbox", { name: "Reasoning" })).toBeFocused();
  await checker.getByRole("link", { name: /^Trace the claim to where/ }).click();
  await expect(checker.locator("#disputed-by details[open] [data-field=party] input").first()).toBeFocused();

  // What is typed and not saved would be lost with its form.
  const saved = checker.locator("#verdict").getByLabel("Finding", { exact: true });
  await saved.fill(`${finding} Perhaps.`);
  await checker.getByRole("button", { name: "Submit for review" }).click();
  const refusal = checker.getByRole("form", { name: "Submit for review" }).getByRole("alert");
  await expect(refusal).toContainText("changes that are not saved");
  await saved.fill(finding);
  await checker.getByRole("button", { name: "Submit for review" }).click();
  await expect(refusal).toContainText("Not ready for review");
  await expect(refusal.getByRole("listitem")).toHaveText([
    ...expected,
    /^Ask The Bridge Company for comment\.$/,
    /^Trace the claim to where The Bridge Company makes it/,
  ]);
});

test("an admin changes a word, the checker completes the verdict and submits it", async ({
  checker,
  admin,
}) => {
  await visit(admin, `/desk/claims/${number}`);
  await admin.locator("summary").filter({ hasText: "Edit the claim" }).click();
  await admin.getByRole("form", { name: "The claim" }).getByLabel("Date said").fill("1890-05");
  await admin.getByRole("button", { name: "Save the claim" }).click();
  await expect(admin.locator("#claim").getByText("May 1890").first()).toBeVisible();

  await visit(checker, `/desk/claims/${number}`);
  await proposeVerdict(checker, {
    grade: "Single source",
    reasoning: "The toll book was kept by hand [1].",
    leastSure: "Whether the book was kept all day.",
  });
  await expect(checker.getByRole("list", { name: "Before it can be submitted:" })).toHaveCount(0);
  await waiveTheRest(checker);
  review = await submit(checker);
});

test("neither the checker nor the admin who changed a word can approve it", async ({ checker, admin }) => {
  for (const page of [checker, admin]) {
    await visit(page, review);
    await expect(
      page.getByText("You helped to make this edition, so somebody else decides on it."),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: /approve/i })).toHaveCount(0);
  }
});

test("the editor sends it back with a note; the checker finds it first, mends and submits again", async ({
  checker,
  editor,
}) => {
  await visit(editor, "/desk/review");
  await editor
    .getByRole("row", { name: `C-${number} ` })
    .getByRole("link")
    .click();
  await expect(editor).toHaveURL(new RegExp(review));
  await expect(editor.getByText("Whether the book was kept all day.")).toBeVisible();
  await expect(editor.getByText("3 items waived")).toBeVisible();
  const note = "Say who kept the book.";
  await requestChanges(editor, review, note);

  await visit(checker, "/desk");
  const sentBack = checker
    .getByRole("listitem")
    .filter({ hasText: `C-${number}` })
    .filter({ hasText: note });
  await sentBack.getByRole("link", { name: wording }).click();
  await expect(checker.locator("#verdict").getByText(note)).toBeVisible();
  await visit(checker, `/desk/claims/${number}`);
  await proposeVerdict(checker, { reasoning: "The toll book was kept by the keeper himself [1]." });
  review = await submit(checker);
});

test("until somebody approves it there is nothing at its address", async ({ windows }) => {
  windows.expectErrors(/status of 404/);
  const page = await windows.open();
  const answer = await page.goto(`/claims/${slug}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

test("the editor reads what readers will see with its digest, approves and publishes", async ({ editor }) => {
  await visit(editor, review);
  await expect(editor.getByText("A first edition: all of it is new to readers.")).toBeVisible();
  await expect(editor.locator(".preview").getByText(finding)).toBeVisible();
  await expect(editor.getByText(/^Digest/)).toBeVisible();
  await approve(editor, review);
});

test("readers see the verdict, the evidence and who disputes it, without any script", async ({ reader }) => {
  await reader.goto(`/claims/${slug}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`Claim: ${wording}`);
  await expect(reader.locator(".verdict")).toContainText(finding);
  await expect(reader.locator(".verdict")).toContainText("False");
  const disputed = reader
    .locator("section")
    .filter({ has: reader.getByRole("heading", { name: "Disputed by" }) });
  await expect(disputed).toContainText("The toll keeper denied");
  await expect(disputed).toContainText("The mayor had no information");
  await expect(disputed).toContainText("Carts, first day: twelve.");
  await expect(disputed.getByRole("heading", { name: "Claims" })).toHaveCount(0); // the other one is not public
  await expect(reader.getByText("Shows only that it was said")).toBeVisible();

  const data = await reader.locator('script[type="application/ld+json"]').allTextContents();
  expect(data).toHaveLength(1);
  expect(JSON.parse(data[0] ?? "")).toMatchObject({
    "@type": "ClaimReview",
    claimReviewed: wording,
    reviewBody: finding,
    itemReviewed: { author: { name: "The Bridge Company" } },
    reviewRating: { alternateName: "False", ratingValue: 1 },
  });
});
