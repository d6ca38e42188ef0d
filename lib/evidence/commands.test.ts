import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aClaim, aMember, anInvolvedParty } from "../../prisma/desk-factories.ts";
import { listClaimHistory } from "../audit/queries.ts";
import type { Member } from "../auth/schema.ts";
import { shelveClaim } from "../claims/commands.ts";
import type { Stage } from "../claims/schema.ts";
import { getSource } from "../sources/queries.ts";
import { attachEvidence, removeEvidence } from "./commands.ts";
import { listEvidence, listInvolvedParties } from "./queries.ts";
import { groupsSentence, involvementOf } from "./rules.ts";
import { attachEvidenceInput, type AttachEvidenceInput } from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

const fields = (claimId: string) => ({
  claimId,
  quote: "Carts: twelve.",
  language: "en",
  locator: "p. 4",
  stance: "refutes",
  shows: "so",
  idempotencyKey: randomUUID(),
});
const withNewSource = (claimId: string, change: Record<string, unknown> = {}): AttachEvidenceInput =>
  attachEvidenceInput.parse({
    ...fields(claimId),
    by: "new",
    sourceKind: "document",
    sourceTitle: "Toll book",
    sourceUrl: `https://example.org/${randomUUID()}`,
    sourceLanguage: "en",
    ...change,
  });
const withKnownSource = (claimId: string, sourceId: string): AttachEvidenceInput =>
  attachEvidenceInput.parse({ ...fields(claimId), by: "known", sourceId });

test("evidence and its new source are one step; the source is reused by the next", async () => {
  const claim = await aClaim(checker);
  await attachEvidence(checker, withNewSource(claim.id));
  const [first] = await listEvidence(checker, claim.id);
  expect(first).toMatchObject({ quote: "Carts: twelve.", locator: "p. 4", stance: "refutes", shows: "so" });
  const sourceId = first?.source.id ?? "";
  await attachEvidence(checker, withKnownSource(claim.id, sourceId));
  expect((await getSource(checker, sourceId)).uses).toHaveLength(2);
});

test("a double click attaches one piece of evidence", async () => {
  const claim = await aClaim(checker);
  const input = withNewSource(claim.id);
  const answers = await Promise.all([1, 2, 3].map(() => attachEvidence(checker, input)));
  expect(new Set(answers.map(({ evidenceId }) => evidenceId)).size).toBe(1);
  expect(await listEvidence(checker, claim.id)).toHaveLength(1);
  const { entries } = await listClaimHistory(checker, claim.id);
  expect(entries.map(({ name }) => name)).toEqual(["evidence.attached"]);
});

test("an unknown claim, an unknown source and a missing choice are refused, and nothing is left behind", async () => {
  const claim = await aClaim(checker);
  const refused = { code: "not_found" };
  await expect(attachEvidence(checker, withNewSource(randomUUID()))).rejects.toMatchObject(refused);
  await expect(attachEvidence(checker, withKnownSource(claim.id, randomUUID()))).rejects.toMatchObject(
    refused,
  );
  const unchosen = attachEvidenceInput.safeParse({ ...fields(claim.id), by: "known", sourceId: "" });
  expect(unchosen.error?.issues[0]).toMatchObject({ path: ["sourceId"] });
  expect(await listEvidence(checker, claim.id)).toEqual([]);
});

test("a form that misses several things is told all of them at once", () => {
  const { error } = attachEvidenceInput.safeParse({ by: "new", claimId: randomUUID() });
  const paths = error?.issues.map(({ path }) => path[0]);
  expect(paths).toEqual(expect.arrayContaining(["sourceKind", "sourceTitle", "quote", "stance", "shows"]));
});

test.each<Stage>(["in_review", "approved", "shelved"])(
  "a claim that is %s takes no evidence and gives none",
  async (stage) => {
    const shelved = stage === "shelved";
    const claim = await aClaim(checker, { stage: shelved ? "checking" : stage });
    if (shelved)
      await shelveClaim(checker, { claimId: claim.id, reason: "out_of_scope", note: "", duplicateOf: "" });
    const refused = { code: "conflict" };
    await expect(attachEvidence(checker, withNewSource(claim.id))).rejects.toMatchObject(refused);
    await expect(
      removeEvidence(checker, { claimId: claim.id, evidenceId: randomUUID() }),
    ).rejects.toMatchObject(refused);
  },
);

test("removing keeps the whole content in the history, once, and refuses evidence of another claim", async () => {
  const [claim, other] = [await aClaim(checker), await aClaim(checker)];
  const { evidenceId } = await attachEvidence(checker, withNewSource(claim.id));
  const refused = { code: "not_found" };
  await expect(removeEvidence(checker, { claimId: other.id, evidenceId })).rejects.toMatchObject(refused);
  const twice = await Promise.allSettled([
    removeEvidence(checker, { claimId: claim.id, evidenceId }),
    removeEvidence(checker, { claimId: claim.id, evidenceId }),
  ]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const { entries, mentions } = await listClaimHistory(checker, claim.id);
  expect(entries[0]).toMatchObject({
    actor: checker.name,
    event: { name: "evidence.removed", evidence: { quote: "Carts: twelve.", locator: "p. 4" } },
  });
  expect(Object.values(mentions.sources)).toEqual(["Toll book"]);
});

test("an observation and a search go without a quote, and a quote may follow later when that is said", async () => {
  const claim = await aClaim(checker);
  const seen = { kind: "observation", quote: "", observation: "The photograph shows four carts." };
  const sought = { kind: "search", quote: "", observation: "Looked for tolls in the ledger of 1931: none." };
  for (const change of [seen, sought, { quote: "", withoutQuote: true, observation: "dropped" }])
    await attachEvidence(checker, withNewSource(claim.id, change));
  expect(await listEvidence(checker, claim.id)).toMatchObject(
    [seen, sought, { kind: "quote", quote: null, observation: null }].map((piece) => ({
      ...piece,
      quote: null,
    })),
  );
});

test("a quote keeps its translation and who made it", async () => {
  const claim = await aClaim(checker);
  const words = {
    quote: "Zwölf Karren.",
    language: "de",
    translation: "Twelve carts.",
    translator: "the desk",
  };
  const { evidenceId } = await attachEvidence(checker, withNewSource(claim.id, words));
  expect(await listEvidence(checker, claim.id)).toMatchObject([words]);
  await removeEvidence(checker, { claimId: claim.id, evidenceId });
  expect((await listClaimHistory(checker, claim.id)).entries[0]?.event).toMatchObject({ evidence: words });
});

test.each([
  [{ quote: "" }, "quote"],
  [{ kind: "observation", quote: "" }, "observation"],
  [{ kind: "search", quote: "" }, "observation"],
  [{ translation: "Twelve." }, "translator"],
  [{ translator: "the desk" }, "translation"],
  [
    { kind: "observation", observation: "Carts", quote: "", translation: "x", translator: "y" },
    "translation",
  ],
])("%j is refused beside %s", (change, path) => {
  const { stance, ...input } = withNewSource(randomUUID());
  const { error } = attachEvidenceInput.safeParse({ ...input, stance, ...change });
  expect(error?.issues).toMatchObject([{ path: [path] }]);
});

test("whoever the event names as involved, and whoever speaks for them, is known with the reason", async () => {
  const claim = await aClaim(checker);
  const { party, speaker } = await anInvolvedParty(claim.id, checker);
  const involved = await listInvolvedParties(checker, claim.id);
  expect(involvementOf(party.toUpperCase(), involved)).toBe(
    `${party} is involved in “The flood”: its own bridge`,
  );
  expect(involvementOf(speaker, involved)).toMatch(new RegExp(`^${speaker} speaks for ${party}`));
  expect(involvementOf("Town archive", involved)).toBeNull();
});

test("independent groups are counted among evidence of what is so on either side, and only by their names", () => {
  const piece = (independenceGroup: string | null, involved: boolean, shows: "so" | "said" = "so") => ({
    independenceGroup,
    involved,
    shows,
    stance: involved ? ("refutes" as const) : ("supports" as const),
  });
  expect(groupsSentence([])).toBe("0 independent groups, 0 not involved");
  expect(
    groupsSentence([
      piece("toll book", false),
      piece("toll book", true),
      piece("army", true),
      piece(null, false),
      piece("rumour", false, "said"),
      { ...piece("map", false), stance: "context" },
    ]),
  ).toBe("2 independent groups, 1 not involved");
});
