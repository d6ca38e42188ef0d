import type { Locator, Page } from "@playwright/test";
import { broken, unavailable } from "../lib/serving/pages.ts";
import { addFigure, attachEvidence, unfolded } from "./desk-work.ts";
import { expect, expectAccessible, fresh, test, visit } from "./fixtures.ts";
import { namesInCode, namesOn, unseen } from "./forms-in-code.ts";

/** Colours do not depend on the width, nor the layout on the colours: two looks stand for all four. */
const looks = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

/** The forms, dialogs and questions that were looked at; a worker that starts anew after a failure begins anew here too. */
const seen = new Set<string>();
let turn = 0;

/** What is open now in one look, the next time in the other: for what is made of parts that were seen in both. */
async function expectGoodOnce(page: Page, within?: string): Promise<void> {
  const { colorScheme, width } = looks[turn++ % 2] ?? looks[0];
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  for (const name of await namesOn(page)) seen.add(name);
  await expectAccessible(page, within);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `width of ${page.url()} on a screen of ${width} px`).toBeLessThanOrEqual(width);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Sends a form as it is and waits for what it objects to. */
async function sendEmpty(form: Locator, button: string): Promise<void> {
  await form.getByRole("button", { name: button, exact: true }).click();
  await expect(form.locator("[aria-invalid=true], .error, [role=alert]").first()).toBeVisible();
}

/** Opens a dialog, sends its form empty where it has one that can be, and looks at it. */
async function expectGoodDialog(button: Locator, send?: string): Promise<void> {
  await button.click();
  const page = button.page();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  if (send) await sendEmpty(dialog, send);
  await expectGoodOnce(page, "dialog[open]");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

/** Whatever is open on the page now: axe in every look, and no scrolling sideways on the narrowest screen. */
async function expectGood(page: Page): Promise<void> {
  for (const name of await namesOn(page)) seen.add(name);
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

test("everybody can use a claim's page, its edition and its article, the notice of one that is withheld, the pages of a party, a measure and a topic", async ({
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
  await page.goto(`${/\/claims\/a-picture-[\w-]+/.exec(sitemap)?.[0] ?? "/none-in-the-sitemap"}/editions/1`);
  await expect(page.getByRole("heading", { name: "Edition 1 is withheld" })).toBeVisible();
  await expectGood(page);
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
  await sendEmpty(editor.getByRole("form", { name: "Answer the reader" }), "Answer");
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
  "/desk/settings/scale",
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
  const show = editor.getByRole("button", { name: "Show readers the full text" });
  await expectGoodDialog(show);
  await show.click();
  await editor.getByRole("button", { name: "Show it" }).click();
  const close = editor.getByRole("button", { name: "Close full text" });
  await expectGoodDialog(close);
  await close.click();
  await editor.getByRole("button", { name: "Close it" }).click();
  await expect(show).toBeVisible();
  await visit(editor, `${article}/versions/new`);
  await editor.getByLabel("Text as it stands now").fill("");
  await editor.getByRole("button", { name: /^Add version/ }).click();
  await expectGood(editor);
});

test("members can use a claim's page with every form on it open and refused, and every dialog of it", async ({
  checker,
}) => {
  await openClaim(checker, "revising");
  const main = checker.locator("#main");
  for (const summary of await main.locator("summary").all()) await summary.click();
  await checker.getByRole("form", { name: "The claim" }).getByLabel("In neutral words").fill("");
  await checker.getByRole("radio", { name: "Answered" }).check();
  for (const [form, button] of [
    ["The claim", "Save the claim"],
    ["Attach evidence", "Attach evidence"],
    ["Record a position", "Record position"],
    ["Relate to another claim", "Add relation"],
    ["Record a request for comment", "Record request"],
    ["Submit for review", "Submit for review"],
  ] as const)
    await sendEmpty(checker.getByRole("form", { name: form, exact: true }), button);
  await expectGood(checker);

  await expectGoodDialog(
    checker.locator("#evidence").getByRole("button", { name: "Remove", exact: true }).first(),
  );
  const position = checker
    .locator("li.ev")
    .filter({ has: checker.getByRole("button", { name: "Change", exact: true }) });
  await expectGoodDialog(position.getByRole("button", { name: "Change", exact: true }).first());
  await expectGoodDialog(position.getByRole("button", { name: "Remove", exact: true }).last());
  const relation = checker.locator("#disputed-by li").filter({ has: checker.getByText("Remove relation") });
  await expectGoodDialog(relation.getByRole("button", { name: "Remove", exact: true }).last());
  await expectGoodDialog(checker.getByRole("button", { name: "Abandon the revision" }).first());
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
  const figure = piece.getByRole("list", { name: "Figures" }).getByRole("listitem").first();
  await expectGoodDialog(figure.getByRole("button", { name: "Change" }));
  await expectGoodDialog(figure.getByRole("button", { name: "Remove" }));
  await visit(checker, "/desk/measures");
  await visit(checker, await firstLink(checker, "/desk/measures/"));
  await expect(checker.getByRole("table")).toBeVisible();
  await expectGood(checker);
});

test("members can use a source's page and the review of an edition", async ({ editor }) => {
  await visit(editor, "/desk/sources?q=aerial");
  await visit(editor, await firstLink(editor, "/desk/sources/"));
  const who = await unfolded(editor, "Who may see this source");
  await who.getByRole("radio", { name: "Hidden" }).check();
  await expect(who.getByText("These are public and name the source:")).toBeVisible();
  await sendEmpty(who, "Save who may see it");
  await expectGood(editor);
  await visit(editor, "/desk/sources?q=roll+militia");
  await visit(editor, await firstLink(editor, "/desk/sources/"));
  const back = await unfolded(editor, "Who may see this source");
  await back.getByRole("radio", { name: "Readers see it" }).check();
  await sendEmpty(back, "Save who may see it");
  await expectGood(editor);
  await visit(editor, "/desk/review");
  await visit(editor, await firstLink(editor, "/desk/review/"));
  await expectGood(editor);
});

test("members can use a copy, and the form beside it that quotes it", async ({ checker }) => {
  await visit(checker, "/desk/sources?q=log+observer");
  await visit(checker, await firstLink(checker, "/desk/sources/0"));
  const copy = await firstLink(checker, "/desk/snapshots/");
  await visit(checker, copy);
  await expectGood(checker);
  await visit(checker, "/desk/claims?stage=revising");
  const number = (await firstLink(checker, "/desk/claims/1")).split("/").at(-1);
  await visit(checker, `${copy}?claim=${number}`);
  await sendEmpty(checker.getByRole("form", { name: "Attach evidence" }), "Attach evidence");
  await expect(checker.getByText("Select the words in the copy.")).toBeVisible();
  await expectGood(checker);
});

test("members can use the pages of an event and of a party, with their forms open", async ({ checker }) => {
  await visit(checker, "/desk/events/new");
  await checker.getByLabel("Name", { exact: true }).fill(fresh("The flood at the mill"));
  await checker.getByRole("button", { name: "Add event" }).click();
  await expect(checker.getByRole("heading", { name: "Parties" })).toBeVisible();
  await checker.locator("summary").filter({ hasText: "Say who is involved" }).click();
  await checker.getByLabel("Party", { exact: true }).fill(fresh("The mill board"));
  await checker.getByLabel("The party is").selectOption({ label: "Organisation" });
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

test("an editor can take a page from readers and give it back, and everybody can use the notice in its place", async ({
  editor,
  admin,
  windows,
}) => {
  await openClaim(editor, "published");
  const page = await firstLink(editor, "/claims/");
  const withhold = editor.getByRole("button", { name: "Withhold…" });
  await expectGoodDialog(withhold, "Withhold now");
  await withhold.click();
  const dialog = editor.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Safety" }).check();
  await dialog.getByLabel("Reason").fill("Somebody is looked for.");
  await dialog.getByRole("button", { name: "Withhold now" }).click();
  const lift = editor.getByRole("button", { name: "Lift…" });
  await expect(lift).toBeVisible();
  await expectGood(editor);
  await expectGoodDialog(lift, "Lift it now");
  await visit(admin, "/desk");
  await expect(admin.getByRole("region", { name: "Withheld, to confirm or lift" })).toBeVisible();
  await expectGood(admin);
  const reader = await windows.open();
  for (const path of [page, `${page}/editions/1`, page.replace("/claims/", "/embed/")]) {
    await reader.goto(path);
    await expect(reader.getByRole("heading", { name: /is withheld$/ })).toBeVisible();
    await expectGood(reader);
  }
  await lift.click();
  await dialog.getByLabel("Reason").fill("Nobody is looked for any more.");
  await dialog.getByRole("button", { name: "Lift it now" }).click();
  await expect(withhold).toBeVisible();
});

test("members can use every other dialog and question, also when the form in it is refused", async ({
  checker,
  editor,
  admin,
}) => {
  test.slow();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first();
  await openClaim(checker, "checking");
  await expectGoodDialog(button(checker, "Shelve"), "Shelve");
  await expectGoodDialog(button(checker, /^Waive…/), "Waive");
  const request = await unfolded(checker, "Record a request for comment");
  await request.getByLabel("Whom").fill(fresh("The miller"));
  await request.getByRole("radio", { name: "Waiting" }).check();
  await request.getByLabel("Asked on").fill("2015-10-01");
  await request.getByRole("button", { name: "Record request" }).click();
  await expectGoodDialog(button(checker, /^What came of it/));
  await openClaim(checker, "published");
  await expectGoodDialog(button(checker, "Retract…"), "Submit the retraction");
  await visit(checker, await firstLink(checker, "/desk/articles/"));
  await expectGoodDialog(button(checker, "Details"));
  await expectGoodDialog(button(checker, "All keys"));
  await checker.getByRole("button", { name: "Log claim" }).click();
  await checker.getByLabel("In neutral words").fill("The mill stood still.");
  await expectGoodDialog(checker.getByRole("button", { name: "Close", exact: true }));
  await visit(editor, "/desk/review");
  await visit(editor, await firstLink(editor, "/desk/review/"));
  await expectGoodDialog(button(editor, "Request changes"), "Send back");
  await expectGoodDialog(button(editor, "Suggest other words"), "Suggest");
  await expectGoodDialog(button(editor, "Approve and publish"));
  await visit(editor, "/desk/review");
  await editor.getByRole("row").filter({ hasText: "Approved, to publish" }).getByRole("link").first().click();
  await expectGoodDialog(button(editor, "Publish now"));
  await expectGoodDialog(button(editor, "Publish at a time…"), "Set the time");
  await visit(admin, "/desk/members");
  await admin.getByLabel("E-mail address").fill("no address");
  await sendEmpty(admin.getByRole("form", { name: "Invite a member" }), "Make a link");
  await expectGoodOnce(admin, "main");
  for (const name of ["Change role", "Sign out everywhere", "Deactivate"])
    await expectGoodDialog(button(admin, name));
  await admin.getByLabel("E-mail address").fill("miller@assay.example");
  await admin.getByRole("button", { name: "Make a link" }).click();
  await expectGoodDialog(button(admin, /^Revoke/));
});

test("what forms that fill a page say when they are refused can be used", async ({ admin, windows }) => {
  for (const [path, form, button, emptied] of [
    ["/desk/articles/new", "Add an article", "Add article"],
    ["/desk/articles/new", "Fetch an article", "Fetch the page"],
    ["/desk/events/new", "Add an event", "Add event"],
    ["/desk/sources", "Add a source", "Add source"],
    ["/desk/settings", "Settings", "Save", "Name of the desk"],
    ["/desk/settings/scale", "Rating scale", "Save the scale", "Name"],
    ["/desk/account", "Change your password", "Change password"],
  ] as const) {
    await visit(admin, path);
    const opened =
      path === "/desk/sources" ? await unfolded(admin, form) : admin.getByRole("form", { name: form });
    if (emptied) await opened.getByLabel(emptied).first().fill("");
    await sendEmpty(opened, button);
    await expectGoodOnce(admin, "main");
  }
  await admin.setViewportSize({ width: 390, height: 900 });
  await admin.getByRole("button", { name: "Menu" }).click();
  await expectGoodOnce(admin);

  const reader = await windows.open();
  await visit(reader, "/sign-in");
  await sendEmpty(reader.getByRole("form", { name: "Sign in" }), "Sign in");
  await expectGoodOnce(reader);
});

test("whoever is invited can use the page that lets them in", async ({ admin, windows }) => {
  await visit(admin, "/desk/members");
  await admin.getByRole("button", { name: "Make a link" }).click();
  const link = new URL(await admin.getByLabel("Link for the new member").inputValue());
  await expectGood(admin);
  const page = await windows.open();
  await visit(page, link.pathname);
  await sendEmpty(page.getByRole("form", { name: "Become a member" }), "Join the desk");
  await expectGood(page);
});

test("no form, dialog or question of the components was left out above, unless a test before this one failed", () => {
  // Questions of the same component in other words, in places that the sample does not lead to.
  const alike = ["Approve and retract?", "Publish both now?", "Retract it now?", "Remove this passage?"];
  expect(unseen(namesInCode(), seen).filter((name) => !alike.includes(name))).toEqual([]);
});
