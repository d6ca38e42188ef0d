import { attachEvidence, claimInChecking, expectSaid } from "../desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "../fixtures.ts";
import { approve, proposeVerdict, publicPath, submit } from "../review-work.ts";

// An article changes after it was checked: the desk is told, and readers see what was approved until a new edition.
test.describe.configure({ mode: "serial" });

const wording = fresh("The weir gave six hours of warning");
const first = "The weir gave six hours of warning, the keeper said.";
const second = "The millers saw no boats that day.";
const text = `${first}\nNobody was on the lower bank.\n${second}\n`;
const present = `${second}\nNobody was on the lower bank.\n${first.replace("six hours", "an hour")}\n`;
let number = 0;
let article = "";
let path = "";

test("a new version says which passages were altered, and the desk is alerted wherever it looks", async ({
  checker,
  editor,
}) => {
  test.slow(); // from an empty desk through publication, in two windows
  const claim = await claimInChecking(
    checker,
    { title: "The weir", text },
    { words: "The weir gave six hours of warning", wording, claimant: "The keeper of the weir" },
  );
  [number, article] = [claim.number, claim.article];
  await attachEvidence(checker, {
    source: { title: "Weir log", description: "Kept in the weir house" },
    quote: "Six hours before, the bell was rung.",
    stance: "Supports",
  });
  await proposeVerdict(checker, {
    rating: "True",
    grade: "Single source",
    finding: "The log says six hours.",
    reasoning: "The log says so [1].",
  });
  await approve(editor, await submit(checker));
  path = await publicPath(checker, number);

  await visit(checker, article);
  await checker.getByRole("link", { name: "Versions" }).click();
  await checker.getByRole("link", { name: "New version" }).click();
  await checker.getByLabel("Text as it stands now").fill(present);
  await checker.getByRole("button", { name: "Add version 2" }).click();
  await expect(checker.getByRole("heading", { name: "From version 1 to version 2" })).toBeVisible();
  await expect(checker.getByText("A number or a negation changed")).toBeVisible();
  await expect(checker.locator("del").filter({ hasText: "six hours" }).first()).toBeVisible();
  await expectAccessible(checker);

  await visit(editor, article);
  const rail = editor.getByRole("list", { name: "Altered passages" });
  await expect(rail.getByRole("link", { name: wording })).toBeVisible();
  await expect(editor.locator("mark").filter({ hasText: "an hour of warning" })).toBeVisible();
  await expectAccessible(editor);
  await visit(checker, "/desk");
  await expect(checker.getByRole("heading", { name: "Altered after it was checked" })).toBeVisible();
  await expectAccessible(checker);
});

test("readers see the approved passage until a new edition; the new words are cited instead of the old", async ({
  checker,
  reader,
}) => {
  await reader.goto(path);
  await expect(reader.locator("mark").filter({ hasText: "six hours of warning" }).first()).toBeVisible();
  await visit(checker, `/desk/claims/${number}`);
  const alert = checker.getByRole("list", { name: "Altered passages" });
  await expect(alert.locator("ins").filter({ hasText: "an hour" })).toBeVisible();
  await expectAccessible(checker);
  await checker.getByRole("button", { name: "Start revising" }).click();
  await alert.getByRole("button", { name: "Cite the new words" }).click();
  await expect(checker.locator("#claim mark").filter({ hasText: "an hour" })).toBeVisible();
  await checker.getByRole("button", { name: "Remove passage" }).first().click();
  await checker.getByRole("button", { name: "Remove it" }).click();
  await expectSaid(checker, /^Passage removed\.$/);
  await expect(checker.locator("#claim mark").filter({ hasText: "six hours" })).toHaveCount(0);
  await expect(alert).toHaveCount(0);
  await reader.reload();
  await expect(reader.locator("mark").filter({ hasText: "six hours of warning" }).first()).toBeVisible();
});

test("an alteration that somebody noted is not said again, and an earlier version stays readable", async ({
  checker,
}) => {
  const claim = await claimInChecking(
    checker,
    { title: "The lock", text: "Nine boats passed the lock, the keeper said.\n" },
    { words: "Nine boats passed the lock", wording: fresh("Nine boats passed the lock") },
  );
  await visit(checker, `${claim.article}/versions/new`);
  await expectAccessible(checker);
  await checker.getByLabel("Text as it stands now").fill("No boats passed the lock, the keeper said.\n");
  await checker.getByRole("button", { name: "Add version 2" }).click();
  await expect(checker.getByRole("heading", { name: "From version 1 to version 2" })).toBeVisible();
  await visit(checker, `/desk/claims/${claim.number}`);
  await checker.getByRole("button", { name: "Note and dismiss" }).click();
  await expect(checker.getByRole("list", { name: "Altered passages" })).toHaveCount(0);
  await visit(checker, `${claim.article}?version=1`);
  await expect(checker.getByText("This is version 1.")).toBeVisible();
  await expect(checker.locator("mark").filter({ hasText: "Nine boats passed the lock" })).toBeVisible();
});
