import { beforeAll, beforeEach, expect, test } from "vitest";
import { aDesk, aReadyClaim, aVerdict, submit, type Desk } from "#prisma/workflow-factories";
import { db } from "../db.ts";
import { abandonRevision, requestChanges, startRevising, withdrawEdition } from "../editions/commands.ts";
import { unseal } from "../editions/digest.ts";
import { approveAndPublish } from "../publication/commands.ts";
import { getVerdictDraft } from "../verdicts/queries.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { leaveSuggestion, suggest, takeOverSuggestion, withdrawSuggestion } from "./commands.ts";
import { listOpenSuggestions, listSuggestionsFor } from "./queries.ts";
import { suggestInput } from "./schema.ts";

let desk: Desk;
let claimId: string;
let edition: { editionId: string; digest: string };
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  ({ claimId } = await aReadyClaim(desk.checker));
  edition = await submit(desk.checker, claimId);
});

const refusal = (code: string, message?: RegExp) =>
  expect.objectContaining({ code, ...(message && { message: expect.stringMatching(message) }) });
const finding = "Twelve carts stand in the toll book.";
const other = (words = finding, change: object = {}) =>
  suggestInput.parse({ editionId: edition.editionId, field: "finding", words, reason: "", ...change });
const sendBack = () => requestChanges(desk.editor, { editionId: edition.editionId, note: "See the words." });
const draft = () => getVerdictDraft(desk.checker, claimId);

test("what a reviewer suggests and the author takes over stands in the next edition, which that reviewer can approve", async () => {
  const { editor, checker } = desk;
  const made = await suggest(editor, other());
  expect((await draft()).finding).toBe(aVerdict.finding);
  await sendBack();
  await takeOverSuggestion(checker, made);
  expect(await draft()).toMatchObject({ finding, reasoning: aVerdict.reasoning, version: 2 });
  const next = await submit(checker, claimId);
  const { contributors, document } = await db.edition.findUniqueOrThrow({ where: { id: next.editionId } });
  expect(contributors).toEqual([checker.id]);
  expect(unseal(document).verdict.finding).toBe(finding);
  const [seen] = await listSuggestionsFor(editor, { claimId, number: 1 });
  expect(seen).toMatchObject({ field: "finding", decided: { outcome: "taken_over" }, mayDecide: false });
  await approveAndPublish(editor, { ...next, note: "" });
  expect(await db.publication.count({ where: { claimId } })).toBe(1);
});

test("an editor who takes over what another suggested has helped to make it", async () => {
  const made = await suggest(desk.editor, other());
  await sendBack();
  await takeOverSuggestion(desk.otherEditor, made);
  const next = await submit(desk.checker, claimId);
  const { contributors } = await db.edition.findUniqueOrThrow({ where: { id: next.editionId } });
  expect(contributors.toSorted()).toEqual([desk.checker.id, desk.otherEditor.id].toSorted());
  await expect(approveAndPublish(desk.otherEditor, { ...next, note: "" })).rejects.toEqual(
    refusal("forbidden"),
  );
});

test("each text can be suggested for, a list line by line, and the wording becomes the short one", async () => {
  const words = {
    shortWording: "Forty carts crossed",
    known: "The bridge opened.\nIt rained.",
    howChecked: "We read **the book**.",
  };
  const made = [];
  for (const [field, text] of Object.entries(words))
    made.push(await suggest(desk.editor, other(text, { field })));
  await sendBack();
  for (const one of made) await takeOverSuggestion(desk.checker, one);
  expect(await draft()).toMatchObject(words);
});

test("only an editor who did not help to make the edition suggests, and only while it is in review", async () => {
  for (const actor of [desk.checker, desk.second])
    await expect(suggest(actor, other())).rejects.toEqual(refusal("forbidden"));
  await sendBack();
  await expect(suggest(desk.editor, other())).rejects.toEqual(refusal("conflict", /not in review/));
});

test("words that are there already, too long for their text, or none at all are refused at their field", async () => {
  await expect(suggest(desk.editor, other(aVerdict.finding))).rejects.toMatchObject({
    code: "invalid",
    fields: { words: "These are the words of the edition." },
  });
  for (const words of ["", " ", "x".repeat(601)])
    expect(
      suggestInput.safeParse({ editionId: edition.editionId, field: "finding", words }).error?.issues[0]
        ?.path,
    ).toEqual(["words"]);
});

test("a new suggestion for the same text withdraws one's own, and never that of another editor", async () => {
  const first = await suggest(desk.editor, other());
  expect(await suggest(desk.editor, other())).toEqual(first);
  await suggest(desk.editor, other("Twelve carts, says the book."));
  const open = await listOpenSuggestions(desk.checker, claimId);
  expect(open.map(({ parts }) => parts.some(({ value }) => value.includes("says")))).toEqual([true]);
  await expect(suggest(desk.otherEditor, other())).rejects.toEqual(refusal("conflict", /Another editor/));
  expect(await listSuggestionsFor(desk.editor, { claimId, number: 1 })).toHaveLength(1);
});

test("nobody decides on their own suggestion, and nobody else withdraws it", async () => {
  const made = await suggest(desk.editor, other());
  await expect(withdrawSuggestion(desk.checker, made)).rejects.toEqual(refusal("forbidden"));
  await expect(leaveSuggestion(desk.editor, made)).rejects.toEqual(refusal("forbidden"));
  await sendBack();
  await expect(takeOverSuggestion(desk.editor, made)).rejects.toEqual(refusal("forbidden"));
  await withdrawSuggestion(desk.editor, made);
  expect(await withdrawSuggestion(desk.editor, made)).toEqual(made);
  await expect(takeOverSuggestion(desk.checker, made)).rejects.toEqual(refusal("conflict", /meanwhile/));
});

test("words are not taken over while the edition is in review, nor over others that the draft has by now", async () => {
  const made = await suggest(desk.editor, other());
  await expect(takeOverSuggestion(desk.checker, made)).rejects.toEqual(refusal("conflict"));
  await withdrawEdition(desk.checker, { editionId: edition.editionId });
  const { version } = await draft();
  await proposeVerdict(desk.checker, { claimId, version, ...aVerdict, finding: "Eleven carts." });
  await expect(takeOverSuggestion(desk.checker, made)).rejects.toEqual(refusal("conflict", /by hand/));
  expect((await draft()).finding).toBe("Eleven carts.");
  await leaveSuggestion(desk.second, made);
  expect(await listOpenSuggestions(desk.checker, claimId)).toEqual([]);
});

test("what nobody decided lapses when the edition is approved as it is", async () => {
  const made = await suggest(desk.editor, other());
  await approveAndPublish(desk.editor, { ...edition, note: "" });
  const [seen] = await listSuggestionsFor(desk.checker, { claimId, number: 1 });
  expect(seen?.decided).toMatchObject({ outcome: "lapsed", by: null });
  await startRevising(desk.checker, { claimId });
  await expect(takeOverSuggestion(desk.checker, made)).rejects.toEqual(refusal("conflict", /meanwhile/));
  await abandonRevision(desk.checker, { claimId });
});
