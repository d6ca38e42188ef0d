import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { listClaimHistory } from "../audit/queries.ts";
import type { Member } from "../auth/schema.ts";
import { attachEvidence } from "../evidence/commands.ts";
import { attachEvidenceInput, evidenceStances } from "../evidence/schema.ts";
import { publicNumber } from "../claims/rules.ts";
import { recordPosition, relateClaims, removePosition, unrelateClaims } from "./commands.ts";
import { countDisputes, listDisputedBy, listPositions, listRelations } from "./queries.ts";
import {
  positionStances,
  recordPositionInput,
  relateClaimsInput,
  relationKinds,
  type RecordPositionInput,
  type RelationKind,
} from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

const aPosition = (claimId: string, change: Record<string, unknown> = {}): RecordPositionInput =>
  recordPositionInput.parse({
    claimId,
    by: "none",
    party: "Bridge company",
    partyKind: "organisation",
    stance: "denies",
    quote: "We never said forty.",
    language: "en",
    saidOn: "1931-05-13",
    idempotencyKey: randomUUID(),
    ...change,
  });
const link = (name: string) => ({ name, kind: "outlet" });
const relating = (
  claimId: string,
  other: number,
  kind: RelationKind = "contradicts",
  reason = "Another count",
) => relateClaimsInput.parse({ claimId, other: publicNumber(other), kind, reason });
const namesIn = async (claimId: string) =>
  (await listClaimHistory(checker, claimId)).entries.map(({ name }) => name);

describe("positions", () => {
  test("a position keeps party, quote and date; a party of that name is the same one whatever its case", async () => {
    const claim = await aClaim(checker);
    await recordPosition(checker, aPosition(claim.id));
    await recordPosition(
      checker,
      aPosition(claim.id, { party: "BRIDGE company", hedged: true, saidOn: "1931" }),
    );
    expect(await listPositions(checker, claim.id)).toMatchObject([
      { party: { name: "Bridge company" }, hedged: false, saidOn: "1931-05-13", source: null },
      { party: { name: "Bridge company" }, hedged: true, saidOn: "1931" },
    ]);
  });

  test("a relay chain keeps its order, and every link is a party of its kind", async () => {
    const claim = await aClaim(checker);
    const relays = [
      { name: "The Harbour Gazette", kind: "outlet" },
      { name: "Northern Wire", kind: "outlet" },
      { name: "A clerk", kind: "unnamed" },
    ];
    await recordPosition(checker, aPosition(claim.id, { relays }));
    await recordPosition(checker, aPosition(claim.id, { relays: relays.toReversed() }));
    const [first, second] = await listPositions(checker, claim.id);
    expect(first?.relays).toMatchObject(relays);
    expect(second?.relays.map(({ id }) => id)).toEqual(first?.relays.map(({ id }) => id).toReversed());
  });

  test("translation, translator, the source's own date and the mark of an utterance come back as they were given", async () => {
    const claim = await aClaim(checker);
    const said = {
      translation: "We never said it.",
      translator: "the desk",
      saidOn: "",
      saidWords: "Thursday",
      primary: true,
    };
    const source = { by: "new", sourceKind: "recording", sourceTitle: "A speech", sourceLanguage: "en" };
    const where = { ...source, sourceDescription: "Kept by the company." };
    await recordPosition(checker, aPosition(claim.id, { ...said, ...where }));
    expect(await listPositions(checker, claim.id)).toMatchObject([{ ...said, saidOn: null }]);
  });

  test.each([
    ["a translation without a translator", { translation: "We never said it." }, "translator"],
    ["a translator without a translation", { translator: "the desk" }, "translation"],
    ["an utterance itself without a source", { primary: true }, "primary"],
    ["one party twice in the chain", { relays: [link("The Gazette"), link("the gazette")] }, "relays.1.name"],
    ["a link without a name", { relays: [link("The Gazette"), link("")] }, "relays.1.name"],
    ["more than ten links", { relays: Array.from({ length: 11 }, (_, at) => link(`P${at}`)) }, "relays"],
  ])("%s is refused beside its field", (_what, change, field) => {
    const parsed = recordPositionInput.safeParse({ ...aPosition(randomUUID()), ...change });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain(field);
  });

  test("a position that stands instead of another takes over its figures, and the other one is gone", async () => {
    const claim = await aClaim(checker);
    const { positionId } = await recordPosition(checker, aPosition(claim.id));
    const app = await connectAs("app");
    await app.query(
      "INSERT INTO figures (id, position_id, words, qualifier, minimum, maximum, created_by_id) VALUES ($1, $2, 'forty', 'exactly', 40, 40, $3)",
      [randomUUID(), positionId, checker.id],
    );
    const better = aPosition(claim.id, { stance: "doubts", replaces: positionId });
    const answer = await recordPosition(checker, better);
    expect(await listPositions(checker, claim.id)).toMatchObject([
      { id: answer.positionId, stance: "doubts" },
    ]);
    const figures = await app.query("SELECT words FROM figures WHERE position_id = $1", [answer.positionId]);
    expect(figures.rows).toEqual([{ words: "forty" }]);
    expect(await namesIn(claim.id)).toEqual([
      "position.removed",
      "figure.added",
      "position.recorded",
      "position.recorded",
    ]);
    const another = await aClaim(checker);
    await expect(
      recordPosition(checker, aPosition(another.id, { replaces: answer.positionId })),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("a position can bring its source with it", async () => {
    const claim = await aClaim(checker);
    const source = { by: "new", sourceKind: "page", sourceTitle: "Statement", sourceLanguage: "en" };
    const address = { sourceUrl: `https://example.org/${randomUUID()}`, locator: "second paragraph" };
    await recordPosition(checker, aPosition(claim.id, { ...source, ...address }));
    expect(await listPositions(checker, claim.id)).toMatchObject([
      { source: { title: "Statement" }, locator: "second paragraph" },
    ]);
  });

  test("a double click records one position", async () => {
    const claim = await aClaim(checker);
    const input = aPosition(claim.id);
    await Promise.all([recordPosition(checker, input), recordPosition(checker, input)]);
    expect(await namesIn(claim.id)).toEqual(["position.recorded"]);
  });

  test("unknown ids, a claim in review and another claim's position are refused", async () => {
    const [claim, other] = [await aClaim(checker), await aClaim(checker)];
    const inReview = await aClaim(checker, { stage: "in_review" });
    const { positionId } = await recordPosition(checker, aPosition(claim.id));
    const missing = { code: "not_found" };
    await expect(recordPosition(checker, aPosition(randomUUID()))).rejects.toMatchObject(missing);
    await expect(
      recordPosition(checker, aPosition(claim.id, { by: "known", sourceId: randomUUID() })),
    ).rejects.toMatchObject(missing);
    await expect(removePosition(checker, { claimId: other.id, positionId })).rejects.toMatchObject(missing);
    const refused = { code: "conflict" };
    await expect(recordPosition(checker, aPosition(inReview.id))).rejects.toMatchObject(refused);
    await expect(removePosition(checker, { claimId: inReview.id, positionId })).rejects.toMatchObject(
      refused,
    );
  });

  test("a removed position stays in the history with its words", async () => {
    const claim = await aClaim(checker);
    const relays = [link("The Harbour Gazette"), link("Northern Wire")];
    const said = { relays, translation: "Never.", translator: "the desk", saidWords: "Wednesday" };
    const { positionId } = await recordPosition(checker, aPosition(claim.id, said));
    await removePosition(checker, { claimId: claim.id, positionId });
    expect(await listPositions(checker, claim.id)).toEqual([]);
    expect((await listClaimHistory(checker, claim.id)).entries[0]?.event).toMatchObject({
      name: "position.removed",
      position: {
        party: "Bridge company",
        quote: "We never said forty.",
        saidOn: "1931-05-13",
        saidWords: "Wednesday",
        translation: "Never.",
        translator: "the desk",
        relayedBy: ["The Harbour Gazette", "Northern Wire"],
      },
    });
  });
});

describe("relations", () => {
  test("a relation stands in the history of both claims and reads from both ends", async () => {
    const [one, two] = [await aClaim(checker), await aClaim(checker)];
    await relateClaims(checker, relating(one.id, two.number, "narrows"));
    expect(await namesIn(one.id)).toEqual(["relation.added"]);
    expect(await namesIn(two.id)).toEqual(["relation.added"]);
    expect(await listRelations(checker, one.id)).toMatchObject([{ direction: "out", other: { id: two.id } }]);
    expect(await listRelations(checker, two.id)).toMatchObject([{ direction: "in", other: { id: one.id } }]);
  });

  test("the same send again is one relation; another reason or the other way round is told that it stands", async () => {
    const [one, two] = [await aClaim(checker), await aClaim(checker)];
    const input = relating(one.id, two.number);
    const answers = await Promise.all([relateClaims(checker, input), relateClaims(checker, input)]);
    expect(answers[0]).toEqual(answers[1]);
    const refused = { code: "conflict" };
    await expect(relateClaims(checker, { ...input, reason: "New" })).rejects.toMatchObject(refused);
    await expect(
      relateClaims(checker, relating(two.id, one.number, "contradicts", "x")),
    ).rejects.toMatchObject(refused);
  });

  test("two people who relate two claims to each other at once both get an answer", async () => {
    const [one, two] = [await aClaim(checker), await aClaim(checker)];
    for (const kind of ["narrows", "updates", "depends_on"] as const)
      await Promise.all([
        relateClaims(checker, relating(one.id, two.number, kind)),
        relateClaims(checker, relating(two.id, one.number, kind)),
      ]);
    expect(await listRelations(checker, one.id)).toHaveLength(6);
  });

  test("only this claim has to be open; itself and unknown numbers are refused beside their field", async () => {
    const [claim, inReview] = [await aClaim(checker), await aClaim(checker, { stage: "in_review" })];
    await relateClaims(checker, relating(claim.id, inReview.number));
    await expect(relateClaims(checker, relating(inReview.id, claim.number, "updates"))).rejects.toMatchObject(
      {
        code: "conflict",
      },
    );
    for (const other of [claim.number, 999_999_999])
      await expect(relateClaims(checker, relating(claim.id, other))).rejects.toMatchObject({
        code: "invalid",
        fields: { other: expect.any(String) as string },
      });
  });

  test("either claim can take the relation back, once", async () => {
    const [one, two, third] = [await aClaim(checker), await aClaim(checker), await aClaim(checker)];
    const { relationId } = await relateClaims(checker, relating(one.id, two.number));
    const missing = { code: "not_found" };
    await expect(unrelateClaims(checker, { claimId: third.id, relationId })).rejects.toMatchObject(missing);
    await unrelateClaims(checker, { claimId: two.id, relationId });
    await expect(unrelateClaims(checker, { claimId: one.id, relationId })).rejects.toMatchObject(missing);
    expect((await namesIn(one.id))[0]).toBe("relation.removed");
    expect((await namesIn(two.id))[0]).toBe("relation.removed");
  });
});

test("disputed by holds denials and doubts, contradicting claims and refuting evidence, and nothing else", async () => {
  const claim = await aClaim(checker);
  for (const stance of positionStances) await recordPosition(checker, aPosition(claim.id, { stance }));
  for (const kind of relationKinds) {
    const other = await aClaim(checker);
    await relateClaims(checker, relating(claim.id, other.number, kind));
  }
  for (const stance of evidenceStances) {
    const source = {
      by: "new",
      sourceKind: "page",
      sourceTitle: "A",
      sourceDescription: "B",
      sourceLanguage: "en",
    };
    const rest = { quote: "Q", language: "en", shows: "so", idempotencyKey: randomUUID() };
    await attachEvidence(
      checker,
      attachEvidenceInput.parse({ claimId: claim.id, stance, ...source, ...rest }),
    );
  }
  const disputed = await listDisputedBy(checker, claim.id);
  const stances = (list: { stance: string }[]) => list.map(({ stance }) => stance).sort();
  expect(stances(disputed.parties)).toEqual(["denies", "doubts"]);
  expect(stances(disputed.silent)).toEqual(["declines", "no_information"]);
  expect(stances(disputed.otherPositions)).toEqual(["asserts", "concedes", "suggests", "withdraws"]);
  expect(disputed.claims.map(({ kind }) => kind).sort()).toEqual(["contradicts", "partly_contradicts"]);
  expect(disputed.otherRelations).toHaveLength(6);
  expect(stances(disputed.evidence)).toEqual(["refutes"]);
});

test("the number of a claim's disputes counts what disputed by lists, from either end, and nothing of other claims", async () => {
  const [one, two, alone] = [await aClaim(checker), await aClaim(checker), await aClaim(checker)];
  for (const stance of positionStances) await recordPosition(checker, aPosition(one.id, { stance }));
  for (const kind of relationKinds) await relateClaims(checker, relating(one.id, two.number, kind));
  await recordPosition(checker, aPosition(alone.id, { stance: "no_information" }));
  const ids = [one.id, two.id, alone.id];
  expect(await countDisputes(checker, ids)).toEqual({ [one.id]: 4, [two.id]: 2 });
  for (const id of ids) {
    const { parties, claims, evidence } = await listDisputedBy(checker, id);
    const listed = parties.length + claims.length + evidence.length;
    expect((await countDisputes(checker, ids))[id] ?? 0).toBe(listed);
  }
});

test("a claim that is contradicted by another is disputed by it too", async () => {
  const [one, two] = [await aClaim(checker), await aClaim(checker)];
  await relateClaims(checker, relating(one.id, two.number, "partly_contradicts"));
  expect((await listDisputedBy(checker, two.id)).claims).toMatchObject([{ other: { id: one.id } }]);
});
