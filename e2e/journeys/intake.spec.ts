import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { logClaim } from "../desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "../fixtures.ts";
import { openSite, pageOf, type Site } from "../site.ts";

// An article comes to the desk by its address, and its page is looked at again when it may have changed.
test.describe.configure({ mode: "serial" });

const title = fresh("The ferry took forty carts");
const wording = fresh("The ferry took forty carts across");
const path = `/ferry-${randomUUID()}`;
let site: Site;
let address = "";
const second =
  "The ferryman wrote down each crossing in his book, and read it aloud before the market closed.";
/** The site's page with this as its first paragraph, and what it says of itself. */
const putPage = (opening: string) =>
  site.pages.set(
    path,
    pageOf(title, [opening, second]).replace(
      "</head>",
      `<meta name="author" content="Ada Miller"><meta property="og:site_name" content="The Ferry Courier"></head>`,
    ),
  );
const first = "The ferry took forty carts across in its first hour, the company said in the town.";
let article = "";
/** The first copy waits for a browser to be unpacked. */
const patiently = { timeout: 90_000 };

test.beforeAll(async () => {
  site = await openSite();
  address = site.url + path;
});
test.afterAll(() => site.close());

async function fetchPage(page: Page): Promise<void> {
  await visit(page, "/desk/articles/new");
  await page.getByLabel("Address of the page").fill(address);
  await page.getByRole("button", { name: "Fetch the page" }).click();
}

test("a page that is not there says so, and is fetched when it is; its text is corrected beside the original", async ({
  checker,
}) => {
  await fetchPage(checker);
  await expect(checker.getByText("There is no text")).toBeVisible(patiently);
  await expect(checker.getByText("(404)")).toBeVisible();
  await expect(checker.getByLabel("Address (optional)")).toHaveValue(address);
  await expectAccessible(checker);

  putPage(first);
  await checker.getByRole("button", { name: "Try again" }).click();
  await expect(checker.getByRole("heading", { name: "As captured" })).toBeVisible(patiently);
  const form = checker.getByRole("form", { name: "Add an article" });
  await expect(form.getByLabel("Title", { exact: true })).toHaveValue(title);
  await expect(form.getByLabel("Outlet")).toHaveValue("The Ferry Courier");
  await expect(form.getByLabel("Author")).toHaveValue("Ada Miller");
  await expect(checker.getByRole("region", { name: "Text as captured" })).toContainText(first);
  await expectAccessible(checker);
  await form.getByLabel("Text", { exact: true }).fill(`${first}\n\n${second}`);
  await form.getByLabel("Language").fill("");
  await form.getByRole("button", { name: "Add article" }).click();
  await expect(form.getByText("Write a language tag")).toBeVisible();
  await form.getByLabel("Language").fill("en");
  await form.getByRole("button", { name: "Add article" }).click();
  await expect(checker.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  article = new URL(checker.url()).pathname;
});

test("the desk says that it has an article at the address, before anything is fetched", async ({
  editor,
}) => {
  await fetchPage(editor);
  await expect(editor.getByText("The desk has an article at this address")).toBeVisible();
  await expectAccessible(editor);
  await editor.getByRole("link", { name: title }).click();
  await expect(editor.getByRole("heading", { name: title, level: 1 })).toBeVisible();
});

test("a page that changed is told wherever the desk looks, and becomes a version that alerts of an altered number", async ({
  checker,
}) => {
  await visit(checker, article);
  await checker.getByRole("button", { name: "Log claim" }).click();
  await checker.getByLabel("Words in the article").fill("The ferry took forty carts across");
  await logClaim(checker, { wording, claimant: "The ferry company" });
  putPage(first.replace("forty", "four"));
  await checker.getByRole("button", { name: "Fetch again" }).click();
  const told = checker.getByRole("link", { name: "The page has changed since version 1" });
  await expect(told).toBeVisible(patiently);
  await expectAccessible(checker);
  await visit(checker, "/desk");
  await expect(told).toBeVisible();
  await expectAccessible(checker);
  await visit(checker, "/desk/articles");
  await told.click();
  await expect(checker.locator("ins").filter({ hasText: "four" })).toBeVisible();
  await expectAccessible(checker);
  await checker.getByRole("button", { name: "Add version 2" }).click();
  await expect(checker.getByText("A number or a negation changed")).toBeVisible();
  await checker
    .getByRole("link", { name: /^copy of/ })
    .first()
    .click();
  await expect(checker.getByText(first.replace("forty", "four"))).toBeVisible();
  await checker.getByRole("link", { name: "Versions" }).click();
  await expect(checker.getByRole("heading", { name: "From version 1 to version 2" })).toBeVisible();
});

test("a change that somebody dismissed is said to be dismissed, by whom, and nowhere else", async ({
  checker,
}) => {
  putPage(`Subscribe! ${first.replace("forty", "four")}`);
  await visit(checker, `${article}/versions`);
  await checker.getByRole("button", { name: "Fetch again" }).click();
  await checker.getByRole("link", { name: "The page has changed since version 2" }).click();
  await checker.getByRole("button", { name: "Nothing that matters changed" }).click();
  await expect(checker.getByText("found that nothing that matters changed")).toBeVisible();
  await expect(checker.getByRole("link", { name: /The page has changed/ })).toHaveCount(0);
});
