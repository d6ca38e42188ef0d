import { expectSaid } from "../desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "../fixtures.ts";
import { readyClaim } from "../review-work.ts";

test("an admin names a rating anew, leaves one out and adds one: desk and readers have the new scale at once, and it can be taken back", async ({
  admin,
  checker,
  reader,
}) => {
  const [renamed, added] = [fresh("Overtaken"), fresh("Staged")];
  const number = await readyClaim(checker, {
    words: "The quay was empty",
    wording: fresh("The quay was empty"),
    claimant: "The harbour office",
  });

  await visit(admin, "/desk/settings");
  await admin.getByRole("link", { name: "Revise the scale" }).click();
  const form = admin.getByRole("form", { name: "Rating scale" });
  const row = (name: string) =>
    form.getByRole("listitem").filter({ has: admin.locator(".rating", { hasText: name }) });
  const save = async () => {
    await form.getByRole("button", { name: "Save the scale" }).click();
    await expectSaid(admin, /^Saved\. Drafts have the new scale/);
  };
  await row("Outdated").getByLabel("Name").fill("");
  await form.getByRole("button", { name: "Save the scale" }).click();
  await expect(row("A new rating").locator(".field-error")).toHaveText(/name/i);
  await row("A new rating").getByLabel("Name").fill(renamed);
  await row("Missing context").getByRole("button", { name: "Leave out" }).click();
  await form.getByRole("button", { name: "Add a rating" }).click();
  await row("A new rating").getByLabel("What it means").fill("It was put up for those who watched.");
  await row("A new rating").getByLabel("Sign").selectOption("Bent arrow, orange");
  await row("A new rating").getByLabel("Name").fill(added);
  const up = row(added).getByRole("button", { name: /up$/ });
  await up.focus();
  await admin.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await expectAccessible(admin);
  await save();

  await reader.goto("/methodology");
  await expect(reader.getByText(renamed)).toBeVisible();
  await expect(reader.getByText("It was put up for those who watched.")).toBeVisible();
  await expect(reader.getByText("Missing context", { exact: true })).toHaveCount(0);
  await visit(checker, `/desk/claims/${number}`);
  const names = checker.locator("#verdict").getByRole("radiogroup", { name: "Rating" }).locator(".rating");
  await expect(names.filter({ hasText: renamed })).toBeVisible();
  await expect(names.nth(-2)).toHaveText(added);
  await expect(names.filter({ hasText: "Missing context" })).toHaveCount(0);
  await expect(checker.getByRole("radio", { name: "False", exact: true })).toBeChecked();

  await visit(admin, "/desk/settings/scale");
  await row(renamed).getByLabel("Name").fill("Outdated");
  await row(added).getByRole("button", { name: "Leave out" }).click();
  await form.getByRole("button", { name: "Bring back Missing context" }).click();
  await save();
  await reader.reload();
  await expect(reader.getByText("Missing context", { exact: true })).toBeVisible();
  await expect(reader.getByText(added)).toHaveCount(0);
});
