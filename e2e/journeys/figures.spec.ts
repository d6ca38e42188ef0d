import {
  addArticle,
  addFigure,
  attachEvidence,
  chooseSource,
  logClaim,
  recordPosition,
  selectWords,
  startChecking,
  unfolded,
} from "../desk-work.ts";
import { expect, expectAccessible, test, visit } from "../fixtures.ts";

test("quantities are recorded as they were said, found in their quotes, and compared only within one measure", async ({
  checker,
}) => {
  const passage = "the flood carried off at least 33 carts";
  await addArticle(checker, { title: "After the flood", text: `The guild says ${passage}.\n` });
  await selectWords(checker, passage);
  await checker.keyboard.press("l");
  const number = await logClaim(checker, { wording: "The flood carried off 33 carts or more" });
  await visit(checker, `/desk/claims/${number}`);
  await startChecking(checker);

  await recordPosition(checker, {
    party: "Carters' guild",
    stance: "Asserts",
    quote: "At least 33 carts are gone.",
  });
  await recordPosition(checker, {
    party: "The herald",
    stance: "Asserts",
    quote: "Millions were on the move.",
  });
  await recordPosition(checker, {
    party: "The reeve",
    stance: "Has no information",
    quote: "I have no count.",
  });
  await attachEvidence(checker, {
    source: { title: "Ledger of the ferry", description: "Town archive, shelf 3" },
    quote: "Carts lost: thirty-one.",
  });
  const said = checker.locator("#disputed-by").getByRole("listitem");
  const guild = said.filter({ hasText: "Carters' guild" }).first();
  const herald = said.filter({ hasText: "The herald" }).first();
  const ledger = checker
    .locator("#evidence")
    .getByRole("listitem")
    .filter({ hasText: "Ledger of the ferry" })
    .first();

  const what = `carts lost in the flood of C-${number}`;
  await addFigure(guild, { words: "at least 33", meant: "at least", number: "33", measure: ["carts", what] });
  await addFigure(herald, {
    words: "millions",
    meant: "words only, without a number",
    measure: ["people", what],
  });
  await addFigure(ledger, { words: "thirty-one", meant: "exactly", number: "31", measure: ["CARTS", what] });
  await expect(checker.getByText("Not in its quote")).toHaveCount(0);
  await addFigure(ledger, { words: "thirty-nine", meant: "exactly", number: "39" });
  await expect(ledger.getByText("Not in its quote")).toHaveCount(1);
  await expect(ledger.getByText("what it counts is not set yet")).toBeVisible();

  const figures = checker.locator("#figures");
  const table = figures.getByRole("table");
  await expect(table).toHaveCount(1);
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table).toContainText("at least 33");
  await expect(table).not.toContainText("millions");
  await expect(figures).toContainText("The reeve gave no figure: had no information");
  await expect(figures.getByText("Counts something else")).toContainText("“millions”");

  const look = await unfolded(checker, "Attach evidence");
  await chooseSource(look, { find: "Ledger of the ferry" });
  await look.getByRole("radio", { name: "An observation" }).check();
  await look.getByLabel("What the source shows").fill("The page shows four strokes under carts.");
  await look.getByRole("radio", { name: "Supports" }).check();
  await look.getByRole("radio", { name: "That it is so" }).check();
  await look.getByRole("button", { name: "Attach evidence" }).click();
  const evidence = checker.locator("#evidence");
  await expect(evidence.getByText("The page shows four strokes")).toBeVisible();
  await chooseSource(look, { find: "Ledger of the ferry" });
  await look.getByRole("radio", { name: "A search" }).check();
  await look.getByLabel("What was looked for").fill("Looked for the guild's list, found nothing.");
  await look.getByRole("radio", { name: "Context" }).check();
  await look.getByRole("radio", { name: "That it is so" }).check();
  await look.getByRole("button", { name: "Attach evidence" }).click();
  await expect(evidence.getByText("Looked for the guild's list")).toBeVisible();

  await ledger.getByRole("button", { name: "Add a figure" }).click();
  const dialog = checker.getByRole("form", { name: "Add a figure" });
  await dialog.getByRole("button", { name: "Define a measure" }).click();
  await dialog.getByRole("button", { name: "Add figure" }).click();
  await expect(
    dialog.getByText("The figure in words is missing.").or(dialog.getByText("The unit is missing.")),
  ).not.toHaveCount(0);
  await expectAccessible(checker);
  await checker.keyboard.press("Escape");

  await figures.getByRole("link", { name: "All figures of this measure" }).click();
  await expect(checker.getByRole("heading", { level: 1 })).toHaveText(`carts: ${what}`);
  await expect(checker.getByRole("table").getByRole("row")).toHaveCount(3);
  await expectAccessible(checker);
  await visit(checker, "/desk/measures");
  await expect(checker.getByRole("link", { name: `carts: ${what}` })).toBeVisible();
});
