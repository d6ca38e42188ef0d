import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { aClaimInChecking } from "../../prisma/workflow-factories.ts";
import { db } from "../db.ts";
import { reviseParty } from "../parties/commands.ts";
import { rewordClaim } from "./commands.ts";
import { getClaimByNumber } from "./queries.ts";
import { rewordClaimInput } from "./schema.ts";

const words = (claimId: string, change: Record<string, unknown> = {}) =>
  rewordClaimInput.parse({
    claimId,
    version: 1,
    wording: "The bridge carried forty carts",
    kind: "quantity",
    language: "en",
    claimant: "The bridge company",
    claimantKind: "organisation",
    ...change,
  });

test("the date in the source's own words is kept beside a date, and without one", async () => {
  const checker = await aMember();
  const { claimId, number } = await aClaimInChecking(checker);
  await rewordClaim(checker, words(claimId, { saidWords: "September 18" }));
  expect(await getClaimByNumber(checker, number)).toMatchObject({ saidOn: null, saidWords: "September 18" });
  await rewordClaim(checker, words(claimId, { version: 2, saidOn: "about 1931-05", saidWords: "Thursday" }));
  expect(await getClaimByNumber(checker, number)).toMatchObject({
    saidOn: "1931-05~",
    saidWords: "Thursday",
  });
  const { data } = await db.auditEvent.findFirstOrThrow({ where: { claimId }, orderBy: { seq: "desc" } });
  expect(JSON.parse(data)).toMatchObject({
    change: { before: { saidWords: "September 18" }, after: { saidWords: "Thursday" } },
  });
});

test("a claimant whom somebody described meanwhile stays the same party when the claim is reworded", async () => {
  const checker = await aMember();
  const { claimId, number } = await aClaimInChecking(checker);
  const { claimant } = await getClaimByNumber(checker, number);
  if (!claimant) throw new Error("This claim has a claimant.");
  const { version } = await db.party.findUniqueOrThrow({ where: { id: claimant.id } });
  const described = { name: claimant.name, kind: claimant.kind, description: `Of ${randomUUID()}` };
  await reviseParty(checker, { partyId: claimant.id, ...described, speaksFor: "", version });
  await aClaimInChecking(checker);
  await rewordClaim(checker, words(claimId, { wording: "Other words" }));
  expect((await getClaimByNumber(checker, number)).claimant).toMatchObject({ id: claimant.id, ...described });
});
