import { expect, fresh, test, visit } from "../fixtures.ts";

test("a reader reports an error without any script, loses nothing that was typed, and reads the answer", async ({
  reader,
  editor,
  windows,
}) => {
  windows.expectErrors(/status of 422/);
  await reader.goto("/");
  await reader.locator("main a[href^='/claims/']").first().click();
  const claim = reader.url();
  await reader.getByRole("link", { name: "Report an error" }).click();
  const problem = fresh("The second figure is that of another day.\nSee “p. 4” & <b>p. 5</b>");
  await reader.getByLabel("What is wrong?").fill(problem);
  await reader.getByLabel("Where can we check that?").fill("p. 4 of the book");
  await reader.getByLabel("Your e-mail address").fill("reader@example.org");
  await reader.getByRole("button", { name: "Send the report" }).click();

  await expect(reader.getByText("Write a full address that begins with https://")).toBeVisible();
  await expect(reader.getByLabel("What is wrong?")).toHaveValue(problem);
  await expect(reader.getByLabel("Where can we check that?")).toHaveValue("p. 4 of the book");
  await expect(reader.getByLabel("Your e-mail address")).toHaveValue("reader@example.org");
  await reader.getByLabel("Where can we check that?").fill("https://example.org/book");
  await reader.getByRole("button", { name: "Send the report" }).click();

  await expect(reader.getByRole("heading", { name: "Your report" })).toBeVisible();
  const followed = reader.url();
  expect(followed).toMatch(/\/report\/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await expect(reader.getByRole("listitem").filter({ hasText: "Received" })).toHaveAttribute(
    "aria-current",
    "step",
  );
  const answer = await reader.request.get(followed);
  expect(answer.headers()).toMatchObject({ "cache-control": "private, no-store", "x-robots-tag": "noindex" });
  expect(await answer.text()).not.toMatch(/reader@example\.org|<script/);

  await visit(editor, "/desk/requests");
  await editor
    .getByRole("link", { name: problem.split("\n")[0] ?? "" })
    .first()
    .click();
  await expect(editor.getByText("reader@example.org")).toBeVisible();
  await editor.getByRole("button", { name: "Take up" }).click();
  await expect(editor.getByText("Being looked at")).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole("listitem").filter({ hasText: "Being looked at" })).toHaveAttribute(
    "aria-current",
    "step",
  );

  await editor.getByLabel("Corrected").check();
  await editor.getByLabel("Answer", { exact: true }).fill("We have looked: it is that of the same day.");
  await editor.getByRole("button", { name: "Answer" }).click();
  await expect(editor.getByText("Publish the correction first.").first()).toBeVisible();
  await editor.getByLabel("No error found").check();
  await editor.getByRole("button", { name: "Answer" }).click();
  await expect(editor.getByRole("heading", { name: "The answer" })).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("We have looked: it is that of the same day.")).toBeVisible();
  expect(await (await reader.request.get(claim)).text()).not.toContain("reader@example.org");
});
