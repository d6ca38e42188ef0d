import { unfolded } from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";

test("a file is added, also after the server could not be reached; one that is no evidence is refused with the reason", async ({
  checker,
  windows,
}) => {
  windows.expectErrors(/ERR_FAILED/);
  await visit(checker, "/desk/sources");
  const source = await unfolded(checker, "Add a source");
  await source.getByLabel("Title of the source").fill(fresh("Toll book, pages 3 and 4"));
  await source.getByLabel("What it is, and where it can be found").fill("Given to the desk by the keeper.");
  await source.getByRole("button", { name: "Add source" }).click();
  const copies = checker.getByRole("region", { name: "Copies" });
  const form = copies.getByRole("form", { name: "Add a file" });

  const words = "On the twelfth the keeper counted 12 carts on the bridge.\n";
  await form
    .getByLabel("Choose a file")
    .setInputFiles({ name: "book.txt", mimeType: "text/plain", buffer: Buffer.from(words) });
  await checker.route("**/files?*", (route) => route.abort());
  await form.getByRole("button", { name: "Add this file" }).click();
  await expect(form.getByRole("alert")).toContainText("The file is still chosen; send it again.");
  await checker.unroute("**/files?*");
  await form.getByRole("button", { name: "Add this file" }).click();
  await copies.getByRole("link", { name: /^book\.txt of / }).click();
  await expect(checker.getByText("counted 12 carts")).toBeVisible();
  await checker.goBack();

  await form.evaluate((target) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["Page 4: thirteen carts, by the keeper's own count."], "page-4.txt"));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await form.getByRole("button", { name: "Add this file" }).click();
  await expect(copies.getByRole("link", { name: /^page-4\.txt of / })).toBeVisible();

  await form.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 30 });
    canvas.getContext("2d")?.fillRect(5, 5, 20, 10);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([picture ?? ""], "pasted.png", { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await form.getByRole("button", { name: "Add this file" }).click();
  await copies.getByRole("link", { name: /^pasted\.png of / }).click();
  await expect(checker.getByRole("img", { name: "pasted.png" })).toBeVisible();
  await checker.goBack();

  const program = Buffer.concat([Buffer.from("\u007fELF"), Buffer.alloc(500, 1)]);
  await form
    .getByLabel("Choose a file")
    .setInputFiles({ name: "book.pdf", mimeType: "application/pdf", buffer: program });
  await form.getByRole("button", { name: "Add this file" }).click();
  await expect(copies.getByText("Failed", { exact: true })).toBeVisible();
  await expect(copies.getByText(/program/i)).toBeVisible();
});
