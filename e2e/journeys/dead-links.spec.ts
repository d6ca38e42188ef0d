import { createHash, randomUUID } from "node:crypto";
import { makeCopy, makeGone } from "../copies.ts";
import { attachEvidence } from "../desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "../fixtures.ts";
import { approve, proposeVerdict, publicPath, readyClaim, submit } from "../review-work.ts";

test("readers are led to the copy of a source, and once its original has gone, to the copy first", async ({
  checker,
  editor,
  reader,
  windows,
}) => {
  const title = fresh("Toll book");
  const text = "Carts: twelve.\n\nThe keeper signed.\n";
  const number = await readyClaim(checker, {
    wording: fresh("Forty carts crossed the bridge"),
    words: "forty carts crossed",
  });
  const url = `https://example.invalid/${randomUUID()}`;
  await attachEvidence(checker, { source: { title, url }, quote: "Carts: twelve." });
  const source = checker.locator("#evidence").getByRole("link", { name: title }).first();
  const sourcePath = (await source.getAttribute("href")) ?? "";
  const sourceId = sourcePath.split("/").at(-1) ?? "";
  await visit(checker, sourcePath);
  // The server that is asked for a copy by itself does not exist.
  await expect(checker.getByText("Failed", { exact: true })).toBeVisible();
  await checker.getByRole("button", { name: "Look now" }).click();
  await expect(checker.getByText("Not reached since")).toBeVisible();
  await expectAccessible(checker);
  const { snapshotId, sha256, textSha256 } = await makeCopy(sourceId, text);

  await visit(checker, `/desk/claims/${number}`);
  await proposeVerdict(checker, { reasoning: "The book was kept at the time [1], and says so [2]." });
  await approve(editor, await submit(checker));
  const path = await publicPath(checker, number);
  await reader.goto(path);
  await expect(reader.getByRole("link", { name: title })).toHaveAttribute("href", url);
  await reader.getByRole("link", { name: /^Copy of/ }).click();
  await expect(reader).toHaveURL(`/copies/${snapshotId}`);
  await expect(reader.getByRole("note")).toContainText("not the original");
  const copied = reader.locator("blockquote");
  await expect(copied).toHaveText("Carts: twelve.The keeper signed.");
  for (const hash of [sha256, textSha256 ?? ""]) await expect(reader.getByText(hash)).toBeVisible();
  await expect(reader.getByRole("heading", { level: 3 }).getByRole("link")).toHaveAttribute("href", path);
  const window = await windows.open();
  await window.goto(`/copies/${snapshotId}`);
  await expectAccessible(window);
  const file = await reader.request.get(`/copies/${snapshotId}/text.txt`);
  expect(
    createHash("sha256")
      .update(await file.body())
      .digest("hex"),
  ).toBe(textSha256);
  expect(file.headers()["content-disposition"]).toContain("attachment");
  expect(file.headers()["x-robots-tag"]).toBe("noindex");

  await makeGone(sourceId);
  await expect(async () => {
    await reader.goto(path);
    await expect(reader.getByText("The original has been gone since")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(reader.getByRole("link", { name: title })).toHaveAttribute("href", `/copies/${snapshotId}`);
  await expect(reader.getByRole("link", { name: "address of the original" })).toHaveAttribute("href", url);
  await reader.goto(`/copies/${snapshotId}`);
  await expect(reader.getByRole("note")).toContainText("The original has been gone since");
  await visit(checker, sourcePath);
  await expect(checker.getByText("The original is gone since")).toBeVisible();
  await expectAccessible(checker);
});
