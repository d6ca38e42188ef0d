import { beforeAll, expect, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { readDraft } from "../editions/draft.ts";
import { proposeVerdict } from "./commands.ts";
import { getVerdictDraft } from "./queries.ts";
import { proposeVerdictInput } from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

const input = (claimId: string, change: Record<string, unknown> = {}) =>
  proposeVerdictInput.parse({ claimId, version: 0, ...change });

test("a verdict keeps what is known and not known, how it was checked, and both dates", async () => {
  const claim = await aClaim(checker);
  const fields = {
    rating: "unverified",
    grade: "none",
    known: "The bridge opened.\n\n It rained. ",
    notKnown: "How many carts came.",
    howChecked: "We read the *toll book*.",
    asOf: "2031-05",
    lookAgainOn: "2031-09-01",
  };
  await proposeVerdict(checker, input(claim.id, fields));
  expect(await getVerdictDraft(checker, claim.id)).toMatchObject({
    ...fields,
    known: "The bridge opened.\n\n It rained.",
    version: 1,
  });
  const draft = await readDraft(db, claim.id);
  expect(draft?.verdict).toMatchObject({
    known: ["The bridge opened.", "It rained."],
    notKnown: ["How many carts came."],
    asOf: "2031-05",
    lookAgainOn: "2031-09-01",
  });
});

test("a date to look again is a day, and both dates may be left open", () => {
  const { error } = proposeVerdictInput.safeParse({
    claimId: crypto.randomUUID(),
    version: 0,
    lookAgainOn: "2031-09",
  });
  expect(error?.issues[0]).toMatchObject({ path: ["lookAgainOn"], message: expect.stringContaining("day") });
  expect(input(crypto.randomUUID())).toMatchObject({ asOf: "", lookAgainOn: "" });
});

test("of two who save the same version one is told what the other saved", async () => {
  const claim = await aClaim(checker);
  await proposeVerdict(checker, input(claim.id, { known: "One." }));
  await expect(proposeVerdict(checker, input(claim.id, { known: "Two." }))).rejects.toMatchObject({
    code: "conflict",
    theirs: { known: "One.", version: 1 },
  });
});
