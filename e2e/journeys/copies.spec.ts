import { selectWords, unfolded } from "../desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "../fixtures.ts";
import { approve, proposeVerdict, publicPath, readyClaim, submit } from "../review-work.ts";
import { openSite, pageOf } from "../site.ts";
import { expectFramed, imitation } from "./imitation.ts";

test("a page is captured, changes, is captured again and quoted from, and stays readable when it has gone", async ({
  checker,
  editor,
  reader,
}) => {
  const site = await openSite();
  try {
    const title = fresh("Toll book");
    site.pages.set(
      "/book",
      pageOf(title, ["On the twelfth the keeper counted 12 carts on the bridge.", imitation]),
    );
    const number = await readyClaim(checker, {
      wording: fresh("Thirty carts crossed the bridge"),
      words: "thirty carts crossed",
    });

    await visit(checker, "/desk/sources");
    const form = await unfolded(checker, "Add a source");
    await form.getByLabel("Address of the source (optional)").fill(`${site.url}/book`);
    await form.getByLabel("Title of the source").fill(title);
    await form.getByRole("button", { name: "Add source" }).click();
    const copies = checker.getByRole("region", { name: "Copies" });
    await expect(copies.getByText("Captured", { exact: true })).toBeVisible();

    site.pages.set(
      "/book",
      pageOf(title, ["On the twelfth the keeper counted 21 carts on the bridge.", imitation]),
    );
    await copies.getByRole("button", { name: "Capture again" }).click();
    await copies.getByRole("link", { name: "What changed" }).click();
    const changed = checker.getByRole("region", { name: /^Changed since the copy of/ });
    await expect(changed.getByRole("deletion")).toContainText("12");
    await expect(changed.getByRole("insertion")).toContainText("21");

    await checker.getByLabel("claim C-").fill(String(number));
    await checker.getByRole("button", { name: "Quote" }).click();
    await selectWords(checker, "counted 21 carts");
    const evidence = checker.getByRole("form", { name: "Attach evidence" });
    await expect(evidence.getByLabel("Quote", { exact: true })).toHaveValue("counted 21 carts");
    await expect(evidence.getByLabel("Place in the source (optional)")).toHaveValue("Paragraph 1");
    await evidence.getByRole("radio", { name: "Refutes" }).check();
    await evidence.getByRole("radio", { name: "That it is so" }).check();
    await expectAccessible(checker);
    await evidence.getByRole("button", { name: "Attach evidence" }).click();
    await expect(checker.getByText("Evidence attached.")).toBeVisible();

    await visit(checker, `/desk/claims/${number}`);
    const piece = checker.locator("#evidence").getByRole("listitem").filter({ hasText: "counted 21 carts" });
    await expect(piece.getByRole("link", { name: "from the copy" })).toBeVisible();
    await proposeVerdict(checker, { reasoning: "The book was kept at the time [1], and says so [2]." });
    await approve(editor, await submit(checker));

    site.pages.delete("/book");
    await reader.goto(await publicPath(checker, number));
    const source = reader.getByRole("listitem").filter({ hasText: title }).last();
    await source.getByRole("link", { name: /^Copy of/ }).click();
    await expect(reader.getByText(/^A copy that .+ took on .+; not the original\.$/)).toBeVisible();
    await expect(reader.getByText("counted 21 carts")).toBeVisible();
    await expect(reader.getByText("counted 12 carts")).toBeHidden();
    for (const width of [1280, 320]) await expectFramed(reader, width);
  } finally {
    await site.close();
  }
});
