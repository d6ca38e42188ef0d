import { attachEvidence, claimInChecking } from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";
import { approve, expectOutcome, proposeVerdict, publicPath, submit } from "../review-work.ts";

// An editor takes a page from readers at once; a second one confirms it, and gives it back when that is settled.
test.describe.configure({ mode: "serial" });

const wording = fresh("The miller hid flour in her cellar");
const finding = "Her neighbour saw the sacks.";
let number = 0;
let path = "";

test("an editor takes a page from readers at once, whatever keeps it", async ({
  checker,
  editor,
  reader,
}) => {
  const claim = await claimInChecking(
    checker,
    { title: "Flour in a cellar", text: "She hid flour in her cellar, the council said.\n" },
    { words: "She hid flour in her cellar", wording, claimant: "The council of Mirna" },
  );
  number = claim.number;
  await attachEvidence(checker, {
    source: { title: "What a neighbour said", description: "Notes of a talk" },
    quote: "I saw the sacks.",
    stance: "Supports",
  });
  await proposeVerdict(checker, {
    rating: "True",
    grade: "Single source",
    finding,
    reasoning: "She saw it [1].",
  });
  await approve(editor, await submit(checker));
  path = await publicPath(checker, number);
  await reader.goto(path);
  await expect(reader.locator(".verdict")).toContainText(finding);

  await visit(checker, `/desk/claims/${number}`);
  await expect(checker.getByRole("button", { name: "Withhold…" })).toHaveCount(0);
  await visit(editor, `/desk/claims/${number}`);
  await editor.getByRole("button", { name: "Withhold…" }).click();
  const dialog = editor.getByRole("dialog", { name: "Withhold from readers" });
  await dialog.getByRole("button", { name: "Withhold now" }).click();
  await expect(dialog).toContainText("Say on which ground.");
  await expect(dialog).toContainText("The reason for the desk is missing.");
  await dialog.getByRole("radio", { name: "Privacy" }).check();
  await dialog.getByLabel("Reason").fill("Her family telephoned: people stand before her house.");
  await dialog.getByRole("button", { name: "Withhold now" }).click();
  await expectOutcome(editor, /is withheld from readers/);
  await expect(editor.getByText("The page is withheld from readers: privacy")).toBeVisible();
});

test("whoever works at the desk sees that it is withheld in every list, and nowhere that it is published", async ({
  checker,
}) => {
  await visit(checker, `/desk/claims/${number}`);
  await expect(checker.locator("main .pill").first()).toHaveText("Withheld");
  for (const list of ["/desk/claims", "/desk/claims?stage=published", "/desk/claims?public=withheld"]) {
    await visit(checker, list);
    const line = checker.getByRole("row").filter({ hasText: wording });
    await expect(line.locator(".pill"), list).toHaveText(["Withheld"]);
  }
  await expect(checker.getByRole("link", { name: "Withheld", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
});

test("readers find a notice in its place and its words nowhere", async ({ reader, request }) => {
  const answer = await reader.goto(path);
  expect(answer?.status()).toBe(200);
  await expect(reader.getByRole("heading", { name: "This fact-check is withheld" })).toBeVisible();
  await expect(reader.getByText("intrude on somebody’s privacy")).toBeVisible();
  await expect(reader.getByText("A second editor confirms or lifts this within 24 hours.")).toBeVisible();
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await reader.getByRole("link", { name: "Edition 1", exact: true }).click();
  await expect(reader.getByRole("heading", { name: "Edition 1 is withheld" })).toBeVisible();
  await reader.goto(path.replace("/claims/", "/embed/"));
  await expect(reader.getByRole("heading", { name: "This fact-check is withheld" })).toBeVisible();
  const slug = path.split("/").at(-1) ?? "";
  expect((await request.get(`/api/v1/claims/${slug}`)).status()).toBe(410);
  for (const page of ["/", "/corrections", "/feed.xml", "/feed.json", "/data/claims.csv", "/api/v1/claims"]) {
    const text = await (await request.get(page)).text();
    expect(text, page).not.toContain(wording);
    expect(text, page).not.toContain(slug);
  }
  await reader.goto(`/search?q=${encodeURIComponent(wording)}`);
  await expect(reader.locator(`a[href^="${path}"]`)).toHaveCount(0);
  await reader.goto(`/report?claim=${slug}`);
  await expect(reader.getByRole("link", { name: "withheld for the time being" })).toBeVisible();
});

test("a second person is told, confirms it, and gives it back; whoever withheld it no longer can", async ({
  editor,
  admin,
  reader,
}) => {
  await visit(admin, "/desk");
  const waiting = admin.getByRole("region", { name: "Withheld, to confirm or lift" });
  await visit(admin, (await waiting.getByRole("link", { name: wording }).getAttribute("href")) ?? "");
  await expect(admin.getByText("Her family telephoned").first()).toBeVisible();
  await admin.getByRole("button", { name: "Confirm", exact: true }).click();
  await expectOutcome(admin, /stays withheld, as you confirmed/);
  await reader.goto(path);
  await expect(reader.getByText("A second editor looked at it and confirmed it.")).toBeVisible();

  await visit(editor, `/desk/claims/${number}`);
  await expect(editor.getByText("The page is withheld from readers: privacy")).toBeVisible();
  await expect(editor.getByRole("button", { name: "Lift…" })).toHaveCount(0);

  await admin.getByRole("button", { name: "Lift…" }).click();
  const dialog = admin.getByRole("dialog", { name: "Give it back to readers" });
  await dialog.getByLabel("Reason").fill("It was another family.");
  await dialog.getByRole("button", { name: "Lift it now" }).click();
  await expectOutcome(admin, /is before readers again/);
  await expect(admin.getByText("gave readers back what was withheld")).toBeVisible();
  await reader.goto(path);
  await expect(reader.locator(".verdict")).toContainText(finding);
});
