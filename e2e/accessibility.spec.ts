import type { Locator, Page } from "@playwright/test";
import { broken, unavailable } from "../lib/serving/pages.ts";
import { addFigure, attachEvidence } from "./desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "./fixtures.ts";

/** Colours do not depend on the width, nor the layout on the colours: two looks stand for all four. */
const looks = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

/** Whatever is open on the page now: axe in every look, and no scrolling sideways on the narrowest screen. */
async function expectGood(page: Page): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `width of ${page.url()} on a screen of 320 px`).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The address of the first link whose address begins so. */
async function firstLink(page: Page, start: string): Promise<string> {
  return (await page.locator(`main a[href^="${start}"]`).first().getAttribute("href")) ?? "";
}

/** The sample's claim at this stage, open at the desk. */
async function openClaim(page: Page, stage: string): Promise<void> {
  await visit(page, `/desk/claims?stage=${stage}`);
  await visit(page, await firstLink(page, "/desk/claims/1"));
}

const readersPages = [
  "/",
  "/search",
  "/search?q=strikes&language=en&from=2000&to=soon",
  "/search?q=nothinghasthis&rating=false",
  "/corrections",
];
for (const path of [
  ...readersPages,
  "/methodology",
  "/policies",
  "/report",
  "/data",
  "/nothing-here",
  "/sign-in",
  "/setup/no-such-link",
]) {
  test(`everybody can use ${path}`, async ({ windows }) => {
    windows.expectErrors(/status of 404/);
    const page = await windows.open();
    await page.goto(path);
    await expectGood(page);
  });
}

test("everybody can use a claim's page, its edition and its article, the pages of a party, a measure and a topic", async ({
  windows,
}) => {
  const page = await windows.open();
  await page.goto("/corrections");
  const claim = await firstLink(page, "/claims/");
  await page.goto(claim.replace(/\/editions\/.*/, ""));
  await expectGood(page);
  const article = await firstLink(page, "/articles/");
  await page.goto(`${page.url()}/editions/1`);
  await expectGood(page);
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  for (const one of [/\/parties\/[\w-]+/, /\/measures\/[\w-]+/, /\/topics\/[\w-]+/]) {
    await page.goto(one.exec(sitemap)?.[0] ?? "/none-in-the-sitemap");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectGood(page);
  }
  await page.goto(article);
  await expectGood(page);
  await page.goto(claim.replace(/\/editions\/.*/, "").replace("/claims/", "/embed/"));
  await expectGood(page);
});

test("everybody can report an error, also where the form comes back, and members can use the report", async ({
  windows,
  editor,
}) => {
  windows.expectErrors(/status of 422/);
  const page = await windows.open();
  await page.goto("/corrections");
  const slug = (await firstLink(page, "/claims/")).split("/")[2] ?? "";
  await page.goto(`/report?claim=${slug}`);
  await expectGood(page);
  const problem = fresh("The figure is that of another day.");
  await page.getByLabel("What is wrong?").fill(problem);
  await page.getByLabel("Where can we check that?").fill("p. 4");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Write a full address")).toBeVisible();
  await expectGood(page);
  await page.getByLabel("Where can we check that?").fill("");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("heading", { name: "Your report" })).toBeVisible();
  await expectGood(page);
  await visit(editor, "/desk/requests");
  await visit(editor, (await editor.getByRole("link", { name: problem }).getAttribute("href")) ?? "");
  await expectGood(editor);
});

test("everybody can use the pages that the server has for when something fails", async ({ windows }) => {
  windows.expectErrors(/status of 50[03]/);
  const page = await windows.open();
  for (const { status, body, policy, contentType } of [broken, unavailable]) {
    const headers = { "Content-Security-Policy": policy };
    await page.route("/failing", (route) => route.fulfill({ status, body, headers, contentType }));
    await page.goto("/failing");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectGood(page);
    await page.unroute("/failing");
  }
});

const deskPages = [
  "/desk",
  "/desk/review",
  "/desk/requests",
  "/desk/articles",
  "/desk/articles/new",
  "/desk/claims",
];
const nounPages = ["/desk/events", "/desk/events/new", "/desk/parties", "/desk/measures"];
for (const path of [
  ...deskPages,
  ...nounPages,
  "/desk/sources",
  "/desk/members",
  "/desk/settings",
  "/desk/account",
  "/desk/claims/1",
]) {
  test(`members can use ${path}`, async ({ admin, windows }) => {
    windows.expectErrors(/status of 404/);
    await visit(admin, path);
    await expectGood(admin);
  });
}

test("members can use the reading view, and the form that logs a claim there", async ({ checker }) => {
  await openClaim(checker, "in_review");
  await visit(checker, await firstLink(checker, "/desk/articles/"));
  await expectGood(checker);
  await checker.keyboard.press("ArrowDown");
  await checker.keyboard.press("o");
  await expect(checker.locator(".looked.opinion").first()).toBeVisible();
  await checker.keyboard.press("ArrowDown");
  await checker.keyboard.press("n");
  await checker.getByRole("button", { name: "Mark", exact: true }).click();
  await expect(checker.getByText("The reason is missing.")).toBeVisible();
  await expectGood(checker);
  await checker.keyboard.press("Escape");
  await expect(checker.getByRole("region", { name: "At the cursor" })).toBeVisible();
  await checker.getByLabel("Highlights").selectOption({ label: "By stage" });
  await expectGood(checker);
  await checker.keyboard.press("Escape");
  await checker.getByRole("button", { name: "Log claim" }).click();
  await checker.getByRole("button", { name: "Log", exact: true }).click();
  await expect(checker.getByText("Choose what kind of claim this is.")).toBeVisible();
  await checker.locator("summary").filter({ hasText: "What the marks mean" }).click();
  await expectGood(checker);
});

test("members can use the versions of an article, and the form that adds one", async ({ editor }) => {
  await visit(editor, "/desk/articles");
  const article = await firstLink(editor, "/desk/articles/0");
  await visit(editor, `${article}/versions`);
  await expectGood(editor);
  await visit(editor, `${article}/versions/new`);
  await editor.getByLabel("Text as it stands now").fill("");
  await editor.getByRole("button", { name: /^Add version/ }).click();
  await expectGood(editor);
});

test("members can use a claim's page with every form on it open", async ({ checker }) => {
  await openClaim(checker, "checking");
  for (const summary of await checker.locator("#main summary").all()) await summary.click();
  await checker.getByRole("button", { name: "Attach evidence" }).click();
  await checker.getByRole("button", { name: "Record position" }).click();
  await expect(checker.getByText("The quote is missing.")).toHaveCount(2);
  await checker.getByRole("radio", { name: "Answered" }).check();
  await checker.getByRole("button", { name: "Record request" }).click();
  await expectGood(checker);
});

test("members can use figures: beside evidence, in the dialog that adds one, and on a measure's page", async ({
  checker,
}) => {
  await openClaim(checker, "checking");
  const title = "Daybook of the bridge";
  await attachEvidence(checker, { source: { title, description: "Town archive" }, quote: "Carts: twelve." });
  const piece = checker.locator("#evidence").getByRole("listitem").filter({ hasText: title }).first();
  const measure: [string, string] = ["carts", "carts that crossed the bridge on its first day"];
  await addFigure(piece, { words: "twelve", meant: "exactly", number: "12", measure });
  await addFigure(piece, { words: "thirteen", meant: "exactly", number: "13" });
  await expectGood(checker);
  await piece.getByRole("button", { name: "Add a figure" }).click();
  await checker.getByRole("button", { name: "Define a measure" }).click();
  await checker.getByRole("button", { name: "Add figure" }).click();
  await expect(checker.getByText("The unit is missing.")).toBeVisible();
  await expectGood(checker);
  await checker.keyboard.press("Escape");
  await visit(checker, "/desk/measures");
  await visit(checker, await firstLink(checker, "/desk/measures/"));
  await expect(checker.getByRole("table")).toBeVisible();
  await expectGood(checker);
});

test("members can use a source's page and the review of an edition", async ({ editor }) => {
  await visit(editor, "/desk/sources");
  await visit(editor, await firstLink(editor, "/desk/sources/"));
  await expectGood(editor);
  await visit(editor, "/desk/review");
  await visit(editor, await firstLink(editor, "/desk/review/"));
  await expectGood(editor);
});

test("members can use the pages of an event and of a party, with their forms open", async ({ checker }) => {
  await visit(checker, "/desk/events/new");
  await checker.getByLabel("Name", { exact: true }).fill(fresh("The flood at the mill"));
  await checker.getByRole("button", { name: "Add event" }).click();
  await expect(checker.getByRole("heading", { name: "Parties" })).toBeVisible();
  await checker.locator("summary").filter({ hasText: "Say who is involved" }).click();
  await checker.getByLabel("Party", { exact: true }).fill(fresh("The mill board"));
  await checker.getByRole("button", { name: "Save the involvement" }).click();
  await expect(checker.getByText("involved in the conflict")).toBeVisible();
  await expectGood(checker);
  for (const name of ["Change", "Revise"]) {
    await checker.getByRole("button", { name, exact: true }).click();
    await expectGood(checker);
    await checker.keyboard.press("Escape");
  }
  await visit(checker, await firstLink(checker, "/desk/parties/"));
  await expectGood(checker);
  await checker.getByRole("button", { name: "Revise" }).click();
  await expectGood(checker);
});

test("members can use every dialog", async ({ checker, editor, admin }) => {
  test.slow();
  const look = async (button: Locator) => {
    await button.click();
    const page = button.page();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectGood(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  };
  await openClaim(checker, "checking");
  await look(checker.getByRole("button", { name: "Shelve" }));
  await look(checker.getByRole("button", { name: /^Waive…/ }).first());
  await openClaim(checker, "published");
  await look(checker.getByRole("button", { name: "Retract…" }));
  await visit(checker, await firstLink(checker, "/desk/articles/"));
  await look(checker.getByRole("button", { name: "Details" }));
  await look(checker.getByRole("button", { name: "All keys" }));
  await visit(editor, "/desk/review");
  await visit(editor, await firstLink(editor, "/desk/review/"));
  await look(editor.getByRole("button", { name: "Request changes" }));
  await look(editor.getByRole("button", { name: "Approve and publish" }));
  await visit(admin, "/desk/members");
  for (const name of ["Change role", "Sign out everywhere", "Deactivate"])
    await look(admin.getByRole("button", { name }).first());
});

test("whoever is invited can use the page that lets them in", async ({ admin, windows }) => {
  await visit(admin, "/desk/members");
  await admin.getByRole("button", { name: "Make a link" }).click();
  const link = new URL(await admin.getByLabel("Link for the new member").inputValue());
  await expectGood(admin);
  const page = await windows.open();
  await visit(page, link.pathname);
  await expectGood(page);
});
