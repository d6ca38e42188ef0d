import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { askForAll } from "../crawl.ts";
import { attachEvidence, claimInChecking, unfolded } from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";
import { approve, proposeVerdict, publicPath, submit } from "../review-work.ts";

/** What is searched for begins the secret, so that an answer that repeats the question says nothing. */
const begun = "zarquon";
const secret = `${begun}${randomUUID().slice(0, 8)}`;
const told = `Somebody who keeps the toll book ${randomUUID().slice(0, 8)}`;

/** In how many of the answers the secret stands. */
async function times(page: Page, paths: string[]): Promise<number> {
  const answers = await askForAll(page.request, paths);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  return answers.filter(({ said }) => said.includes(secret)).length;
}

test("a source that is described is known to who added it, to editors and admins, and to nobody else", async ({
  checker,
  editor,
  admin,
  reader,
}) => {
  const wording = fresh("Forty carts crossed the bridge");
  const words = "Forty carts crossed the bridge";
  const { number } = await claimInChecking(
    editor,
    { title: fresh("The bridge"), text: `${words}, the company said.\n` },
    { words, wording, claimant: "The ferry board" },
  );
  const source = { title: `${secret} title`, url: `https://${secret}.example/`, description: told };
  await attachEvidence(editor, { source: { ...source, confidential: true }, quote: "Carts: twelve." });
  const link = editor.locator("#evidence").getByRole("link", { name: `${secret} title` });
  const page = (await link.getAttribute("href")) ?? "";
  await proposeVerdict(editor, {
    rating: "False",
    grade: "Single source",
    finding: "There were twelve.",
    reasoning: "The book was kept by hand [1].",
  });
  const review = await submit(editor);
  const inside = [
    `/desk/claims/${number}`,
    page,
    review,
    "/desk/sources",
    `/desk/sources?q=${begun}`,
    "/desk/review",
    "/desk",
  ];
  expect(await times(editor, inside)).toBeGreaterThan(5);
  expect(await times(checker, inside)).toBe(0);
  await visit(checker, page);
  await expect(checker.getByRole("heading", { name: "Confidential source", level: 1 })).toBeVisible();
  await expect(checker.getByText("Change who may see this source")).toBeHidden();
  await expect(checker.locator("#main").getByText(told).first()).toBeVisible();

  await approve(admin, review);
  const path = await publicPath(admin, number);
  const claim = path.replace(/\/editions.*/, "");
  const slug = claim.split("/")[2];
  const files = "/feed.xml /feed.json /sitemap.xml /data/claims.csv /data/claims.jsonl /corrections /";
  const outside = [
    claim,
    path,
    `/search?q=${begun}`,
    `/embed/${slug}`,
    `${claim}/image.png`,
    `/api/v1/claims/${slug}`,
    "/api/v1/claims?limit=100",
    `/oembed?url=${claim}`,
    ...files.split(" "),
  ];
  expect(await times(reader, outside)).toBe(0);
  await reader.goto(claim);
  await expect(reader.getByText(`A source that the desk knows and does not name: ${told}`)).toBeVisible();

  const attestation = `I have read the toll book ${randomUUID().slice(0, 8)}`;
  await visit(admin, page);
  const who = await unfolded(admin, "Who may see this source");
  await who.getByRole("radio", { name: "Hidden" }).check();
  await who.getByLabel("What you vouch for").fill(attestation);
  await who.getByRole("button", { name: "Save who may see it" }).click();
  await expect(who.getByText("Saved.")).toBeVisible();
  await visit(checker, page);
  await expect(checker.getByText(attestation)).toBeVisible();
  await expect(checker.getByText(told)).toBeHidden();
  expect(await times(checker, inside)).toBe(0);

  await who.getByRole("radio", { name: "Readers see it" }).check();
  await who.getByRole("button", { name: "Save who may see it" }).click();
  await expect(who.getByText("Confirm that readers and the whole desk")).toBeVisible();
  await who.getByLabel("Readers and the whole desk may see all of this source").check();
  await who.getByRole("button", { name: "Save who may see it" }).click();
  await expect(who.getByText("Saved.")).toBeVisible();
  await visit(checker, page);
  await expect(checker.getByRole("heading", { name: `${secret} title`, level: 1 })).toBeVisible();
  // Readers see it with the next edition, not before.
  expect(await times(reader, outside)).toBe(0);
});
