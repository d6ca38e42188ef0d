import type { Page } from "@playwright/test";
import { addArticle, attachEvidence, logClaim, selectWords, startChecking } from "../desk-work.ts";
import { expect, test, visit } from "../fixtures.ts";
import { approve, proposeVerdict, publicPath, submit } from "../review-work.ts";

async function writeIn(admin: Page, language: string): Promise<void> {
  await visit(admin, "/desk/settings");
  await admin.getByLabel("Language that the desk writes in").fill(language);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Saved. Readers see it now.")).toBeVisible();
}

test("an Arabic article is read from the right, and its claim reaches readers that way, with what the desk wrote in Arabic", async ({
  checker,
  editor,
  admin,
  reader,
}) => {
  const passage = "قال رئيس البلدية إن أربعين عربة عبرت الجسر";
  await addArticle(checker, {
    title: "الجسر الجديد",
    text: `افتتح الجسر أمس. ${passage} في اليوم الأول.\n`,
    language: "ar",
  });
  await expect(checker.locator(".article-text")).toHaveCSS("direction", "rtl");
  await selectWords(checker, passage);
  await checker.keyboard.press("l");
  await expect(checker.getByLabel("Words in the article")).toHaveValue(passage);
  await expect(checker.getByLabel("Words in the article")).toHaveCSS("direction", "rtl");
  await expect(checker.getByLabel("In neutral words")).toHaveAttribute("lang", "ar");
  const wording = "أربعون عربة عبرت الجسر";
  const number = await logClaim(checker, { wording, claimant: "رئيس البلدية" });
  await expect(checker.locator(".article-text mark")).toHaveText(passage);

  await visit(checker, `/desk/claims/${number}`);
  await startChecking(checker);
  await attachEvidence(checker, {
    source: { title: "سجل الجسر", description: "أرشيف المدينة" },
    quote: "اثنتا عشرة عربة",
  });
  await proposeVerdict(checker, {
    rating: "False",
    grade: "Single source",
    finding: "السجل يذكر اثنتي عشرة عربة.",
    reasoning: "كتب السجل باليد [1].",
  });
  await writeIn(admin, "ar");
  const edition = await submit(checker);
  // For the journeys that come after; the edition has its language.
  await writeIn(admin, "en");
  await approve(editor, edition);

  await reader.goto(await publicPath(checker, number));
  const heading = reader.getByRole("heading", { level: 1 }).locator("[lang=ar]");
  await expect(heading).toHaveText(wording);
  await expect(heading).toHaveCSS("direction", "rtl");
  await expect(reader.locator("blockquote[lang=ar]").first()).toHaveCSS("direction", "rtl");
  await expect(reader.locator(".finding[lang=ar]")).toHaveCSS("direction", "rtl");
});
