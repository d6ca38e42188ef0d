import { randomUUID } from "node:crypto";
import { request } from "@playwright/test";
import { crawl, type Answer } from "../crawl.ts";
import { attachEvidence, claimInChecking, recordPosition, relateClaim, startChecking } from "../desk-work.ts";
import { addArticle, logClaim } from "../desk-work.ts";
import { expect, test, visit } from "../fixtures.ts";
import { approve, proposeVerdict, requestChanges, submit } from "../review-work.ts";
import { demo } from "../demos.ts";

// Every text of one claim carries a word that stands nowhere else, followed by the name of its field.
test.describe.configure({ mode: "serial" });

const canary = `zarquon${randomUUID().slice(0, 4).replace(/\d/g, "g")}`;
const search = "ottermole";
const marked = (field: string) => `${search} ${canary}${field}x`;
/** What an edition holds; the rest of the article, the desk's doubts and notes are not in it. Relations wait for both ends. */
const inEdition = (
  "articletitle outlet author passage wording claimant sourcetitle sourceurl description publisher " +
  "evidence party position finding reasoning search relation"
).split(" ");

const open = { number: 0, path: "", review: "", slug: "" };
const desk = { article: "", source: "" };

/** Everything that somebody without a session can ask for. */
async function everythingPublic(): Promise<Answer[]> {
  const reader = await request.newContext({ baseURL: demo().url });
  const places = [
    `/ /corrections /methodology /search /search?q=${search} /api/v1/claims?limit=2 /api/health /sign-in`,
    "/sitemap.xml /robots.txt /nothing-here /claims/nothing /desk /desk/claims",
    `/claims/${open.slug} /claims/${open.slug}/editions/1 /api/v1/claims/${open.slug}`,
    `${open.path} ${open.review} ${desk.article} ${desk.source}`,
  ];
  const answers = await crawl(
    reader,
    places.flatMap((line) => line.split(" ")).filter((place) => place !== ""),
  );
  await reader.dispose();
  expect(answers.length).toBeGreaterThan(60);
  // A page in which a part is to be put into its place by a script later on has no title in its head, or nothing to read.
  const unfinished = answers.filter(({ said }) => /<template id="B:|<div hidden id="S:/.test(said));
  expect(unfinished.map(({ asked }) => asked)).toEqual([]);
  return answers;
}

/** The fields whose words stand in any of the answers; an address that was asked for is not something said. */
function fieldsIn(answers: Answer[]): string[] {
  const found = new Set<string>();
  for (const { said, asked } of answers) {
    const text = said.replaceAll(open.slug, "").toLowerCase();
    for (const [, field = ""] of text.matchAll(new RegExp(`${canary}([a-z]*?)x`, "g"))) {
      found.add(inEdition.includes(field) ? field : `${field} at ${asked}`);
    }
  }
  return [...found].sort();
}

async function expectNothingSaid() {
  const answers = await everythingPublic();
  expect(fieldsIn(answers)).toEqual([]);
  const documents = answers.filter(({ asked }) => asked.includes(open.slug) && asked.endsWith("{}"));
  expect(documents.map(({ status }) => status)).toEqual([404, 404, 404]);
}

test("a claim that is only logged is nowhere, not even by a public claim that contradicts it", async ({
  checker,
  editor,
}) => {
  desk.article = await addArticle(checker, {
    title: marked("articletitle"),
    outlet: marked("outlet"),
    author: marked("author"),
    text: `The report says: ${marked("passage")}.\n\n${"It goes on. ".repeat(80)}\n\nAnd ${marked("far")}.\n`,
  });
  await checker.getByRole("button", { name: "Log claim" }).click();
  await checker.getByLabel("Words in the article").fill(marked("passage"));
  const words = { wording: marked("wording"), claimant: marked("claimant") };
  open.number = await logClaim(checker, words);
  open.path = `/desk/claims/${open.number}`;
  open.slug = `${search}-${canary}wordingx-c${open.number}`;

  await claimInChecking(
    checker,
    { title: "A report on otters", text: "Otters live in the canal, the council said.\n" },
    { words: "Otters live in the canal", wording: "Otters live in the canal", claimant: "The council" },
  );
  await relateClaim(checker, open.number, marked("relation"));
  await proposeVerdict(checker, {
    rating: "Unverified",
    grade: "None",
    finding: "Nobody has counted them.",
    reasoning: "There is no record.",
    search: "The council's registers.",
  });
  await approve(editor, await submit(checker));
  await expectNothingSaid();
});

test("while it is checked nothing of its evidence, positions or verdict is public", async ({ checker }) => {
  await visit(checker, open.path);
  await startChecking(checker);
  await attachEvidence(checker, {
    source: {
      title: marked("sourcetitle"),
      url: `https://${canary}sourceurlx.example/`,
      description: marked("description"),
      publisher: marked("publisher"),
    },
    quote: marked("evidence"),
  });
  desk.source =
    (await checker
      .getByRole("link", { name: marked("sourcetitle") })
      .first()
      .getAttribute("href")) ?? "";
  await recordPosition(checker, { party: marked("party"), stance: "Denies", quote: marked("position") });
  await proposeVerdict(checker, {
    rating: "False",
    grade: "Single source",
    finding: marked("finding"),
    reasoning: marked("reasoning"),
    search: marked("search"),
    leastSure: marked("leastsure"),
  });
  await expectNothingSaid();
});

test("in review it is as hidden as before", async ({ checker, editor }) => {
  await visit(checker, open.path);
  open.review = await submit(checker);
  await expectNothingSaid();
  // What it is sent back with is looked for by the next test, which submits it again.
  await requestChanges(editor, open.review, marked("note"));
});

test("sent back, submitted again and approved it still waits for its publication", async ({
  checker,
  editor,
}) => {
  await visit(checker, open.path);
  open.review = await submit(checker);
  await visit(editor, open.review);
  await editor.getByRole("button", { name: "Approve, publish later" }).click();
  await expect(editor.getByRole("button", { name: "Publish now" })).toBeVisible();
  await expectNothingSaid();
});

test("published, readers get what the edition holds, and nothing that is the desk's own", async ({
  editor,
}) => {
  await visit(editor, open.review);
  await editor.getByRole("button", { name: "Publish now" }).click();
  await editor.getByRole("dialog").getByRole("button", { name: "Publish now" }).click();
  await expect(editor.getByText("Published.", { exact: true })).toBeVisible();
  const answers = await everythingPublic();
  expect(fieldsIn(answers)).toEqual(inEdition.toSorted());
});
