import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import { anEvidence } from "../../prisma/workflow-factories.ts";
import { listClaimHistory } from "../audit/queries.ts";
import type { Member } from "../auth/schema.ts";
import { recordPosition } from "../disputes/commands.ts";
import { recordPositionInput } from "../disputes/schema.ts";
import { removeEvidence } from "../evidence/commands.ts";
import { addFigure, removeFigure } from "./commands.ts";
import { findMeasures, getMeasure, listFigures, listMeasures } from "./queries.ts";
import { addFigureInput, type AddFigureInput } from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

const carts = () => ({
  measureBy: "new",
  unit: "carts",
  what: `carts of guild ${randomUUID()}`,
  status: "lost",
  place: "Heron bridge",
  period: "13 May 1931",
  base: "",
});
const figure = (claimId: string, ownerId: string, change: Record<string, unknown> = {}): AddFigureInput =>
  addFigureInput.parse({
    claimId,
    on: "evidence",
    ownerId,
    words: "twelve",
    qualifier: "exactly",
    number: "12",
    upTo: "",
    asOf: "1931-05-13",
    measureBy: "none",
    ...change,
  });
const onEvidence = async () => {
  const claim = await aClaim(checker);
  const { evidenceId } = await anEvidence(checker, claim.id);
  return { claim, evidenceId };
};
const eventsOf = async (claimId: string) =>
  (await listClaimHistory(checker, claimId)).entries.map(({ event }) => event);

test("a figure keeps its words, bounds, date and measure, on evidence and on a position", async () => {
  const { claim, evidenceId } = await onEvidence();
  await addFigure(checker, figure(claim.id, evidenceId, carts()));
  const { positionId } = await recordPosition(
    checker,
    recordPositionInput.parse({
      claimId: claim.id,
      by: "none",
      party: "Bridge company",
      partyKind: "organisation",
      stance: "asserts",
      quote: "Millions crossed",
      language: "en",
      idempotencyKey: randomUUID(),
    }),
  );
  const words = { on: "position", words: "millions", qualifier: "words_only", number: "" };
  await addFigure(checker, figure(claim.id, positionId, words));
  expect(await listFigures(checker, claim.id)).toMatchObject([
    {
      positionId,
      who: "Bridge company",
      qualifier: null,
      minimum: null,
      maximum: null,
      measure: null,
      problem: null,
    },
    {
      evidenceId,
      who: "Toll book of the bridge",
      minimum: 12,
      maximum: 12,
      asOf: "1931-05-13",
      problem: null,
    },
  ]);
});

test("a figure whose number is not in its quote is listed with what is wrong", async () => {
  const { claim, evidenceId } = await onEvidence();
  await addFigure(checker, figure(claim.id, evidenceId, { number: "13" }));
  await addFigure(checker, figure(claim.id, evidenceId, { words: "forty", number: "40" }));
  expect((await listFigures(checker, claim.id)).map(({ problem }) => problem)).toEqual(["number", "words"]);
});

test("one definition is one measure, whatever its case, also when two people define it at once", async () => {
  const [one, two] = [await onEvidence(), await onEvidence()];
  const measure = carts();
  const shouted = { ...measure, what: measure.what.toUpperCase(), place: "HERON  bridge" };
  await Promise.all([
    addFigure(checker, figure(one.claim.id, one.evidenceId, measure)),
    addFigure(checker, figure(two.claim.id, two.evidenceId, shouted)),
  ]);
  const [found, ...more] = await findMeasures(checker, measure.what);
  expect(more).toEqual([]);
  const { figures } = await getMeasure(checker, found?.id ?? "");
  expect(figures.map(({ claim }) => claim.id).sort()).toEqual([one.claim.id, two.claim.id].sort());
  expect((await listMeasures(checker, { words: measure.what })).measures).toMatchObject([{ figures: 2 }]);
  const other = figure(one.claim.id, one.evidenceId, { ...measure, period: "14 May 1931" });
  await addFigure(checker, other);
  expect(await findMeasures(checker, measure.what)).toHaveLength(2);
});

test("a double click adds one figure, and a known measure is used as it stands", async () => {
  const { claim, evidenceId } = await onEvidence();
  const input = figure(claim.id, evidenceId, carts());
  const answers = await Promise.all([addFigure(checker, input), addFigure(checker, input)]);
  expect(answers[0]).toEqual(answers[1]);
  const measureId = (await listFigures(checker, claim.id))[0]?.measure?.id ?? "";
  await addFigure(checker, figure(claim.id, evidenceId, { measureBy: "known", measureId }));
  expect(await listFigures(checker, claim.id)).toHaveLength(1);
  const names = (await eventsOf(claim.id)).map((event) => event?.name);
  expect(names).toEqual(["figure.added", "evidence.attached"]);
});

test("setting the measure later puts a figure in the place of the one without, and the history has both", async () => {
  const { claim, evidenceId } = await onEvidence();
  const { figureId } = await addFigure(checker, figure(claim.id, evidenceId));
  await addFigure(checker, figure(claim.id, evidenceId, { ...carts(), replaces: figureId }));
  expect(await listFigures(checker, claim.id)).toMatchObject([{ measure: { unit: "carts" } }]);
  expect((await eventsOf(claim.id)).slice(0, 2)).toMatchObject([
    { name: "figure.added", figure: { words: "twelve" } },
    { name: "figure.removed", figureId, figure: { words: "twelve", minimum: 12, asOf: "1931-05-13" } },
  ]);
});

test("another claim's evidence and figures, an unknown measure and a claim in review are refused", async () => {
  const [one, two] = [await onEvidence(), await onEvidence()];
  const { figureId } = await addFigure(checker, figure(one.claim.id, one.evidenceId));
  const missing = { code: "not_found" };
  await expect(addFigure(checker, figure(two.claim.id, one.evidenceId))).rejects.toMatchObject(missing);
  await expect(removeFigure(checker, { claimId: two.claim.id, figureId })).rejects.toMatchObject(missing);
  const known = { measureBy: "known", measureId: randomUUID() };
  await expect(addFigure(checker, figure(two.claim.id, two.evidenceId, known))).rejects.toMatchObject(
    missing,
  );
  const replaced = figure(two.claim.id, two.evidenceId, { replaces: figureId });
  await expect(addFigure(checker, replaced)).rejects.toMatchObject(missing);
  const inReview = await aClaim(checker, { stage: "in_review" });
  const refused = { code: "conflict" };
  await expect(addFigure(checker, figure(inReview.id, one.evidenceId))).rejects.toMatchObject(refused);
  await expect(removeFigure(checker, { claimId: inReview.id, figureId })).rejects.toMatchObject(refused);
});

test("evidence that is removed takes its figures along, and the history keeps them", async () => {
  const { claim, evidenceId } = await onEvidence();
  await addFigure(checker, figure(claim.id, evidenceId));
  await removeEvidence(checker, { claimId: claim.id, evidenceId });
  expect(await listFigures(checker, claim.id)).toEqual([]);
  expect((await eventsOf(claim.id))[0]).toMatchObject({
    name: "evidence.removed",
    evidence: { figures: [{ words: "twelve", minimum: 12 }] },
  });
});

test("a figure form refuses what does not go together, beside the field", () => {
  const refusalOf = (change: Record<string, unknown>) => {
    const { error } = addFigureInput.safeParse({
      ...figure(randomUUID(), randomUUID()),
      upTo: "",
      number: "12",
      ...change,
    });
    return error?.issues.map(({ path }) => path[0]);
  };
  expect(refusalOf({})).toBeUndefined();
  expect(refusalOf({ number: "" })).toEqual(["number"]);
  expect(refusalOf({ number: "twelve" })).toEqual(["number"]);
  expect(refusalOf({ qualifier: "words_only" })).toEqual(["number"]);
  expect(refusalOf({ qualifier: "between" })).toEqual(["upTo"]);
  expect(refusalOf({ qualifier: "between", upTo: "12" })).toEqual(["upTo"]);
  expect(refusalOf({ upTo: "13" })).toEqual(["upTo"]);
  expect(refusalOf({ measureBy: "known", measureId: "" })).toEqual(["measureId"]);
  expect(refusalOf({ measureBy: "new", unit: "" })).toEqual(expect.arrayContaining(["unit", "what"]));
});
