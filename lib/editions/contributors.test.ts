import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { aDesk, anEvidence, aReadyClaim, submit, waiveTheRest, type Desk } from "#prisma/workflow-factories";
import { addArticle } from "../articles/commands.ts";
import { addArticleInput, addArticleVersionInput } from "../articles/schema.ts";
import type { Member } from "../auth/schema.ts";
import { addPassage, setClaimEvent } from "../claims/commands.ts";
import { addPassageInput } from "../claims/schema.ts";
import { addArticleVersion } from "../claims/versions.ts";
import { db } from "../db.ts";
import { recordPosition } from "../disputes/commands.ts";
import { recordPositionInput } from "../disputes/schema.ts";
import { addEvent, reviseEvent, setInvolvement } from "../events/commands.ts";
import { addEventInput, reviseEventInput, setInvolvementInput } from "../events/schema.ts";
import { reviseParty } from "../parties/commands.ts";
import { getParty, listParties } from "../parties/queries.ts";
import { addSource } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";
import { approveAndPublish } from "../publication/commands.ts";
import { addFigure } from "../figures/commands.ts";
import { addFigureInput } from "../figures/schema.ts";
import { approveEdition, startRevising, submitForReview } from "./commands.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const anEvent = async (actor: Member) =>
  (await addEvent(actor, addEventInput.parse({ name: "The flood", idempotencyKey: randomUUID() }))).eventId;
const involve = (
  actor: Member,
  eventId: string,
  involvement: string,
  party = "The mill board",
  version = "",
) =>
  setInvolvement(
    actor,
    setInvolvementInput.parse({ eventId, party, partyKind: "organisation", involvement, version }),
  );
const describeParty = async (actor: Member, partyId: string, change: object = {}) => {
  const { name, kind, version } = await getParty(actor, partyId);
  const input = { partyId, name, kind, description: randomUUID(), speaksFor: "", version, ...change };
  return reviseParty(actor, input);
};
const partyOf = async (name: string) => {
  const [party] = await listParties(desk.checker, name);
  if (!party) throw new Error(`There is no ${name}.`);
  return party.id;
};

/** A claim that is ready, with an event and with a position that two others relayed, all made by the checker. */
async function aWholeClaim() {
  const { claimId } = await aReadyClaim(desk.checker);
  const eventId = await anEvent(desk.checker);
  await setClaimEvent(desk.checker, { claimId, eventId, version: "" });
  const position = {
    party: "A clerk",
    partyKind: "unnamed",
    stance: "no_information",
    quote: "I cannot say.",
  };
  const relays = [
    { name: "The Courier", kind: "outlet" },
    { name: "Northern Wire", kind: "outlet" },
  ];
  const said = { claimId, by: "none", ...position, relays, language: "en", idempotencyKey: randomUUID() };
  await recordPosition(desk.checker, recordPositionInput.parse(said));
  return { claimId, eventId };
}

/** The editor who did this to what the edition shows may not approve it; the other editor may. */
async function expectContributor(claimId: string): Promise<void> {
  const edition = { ...(await submit(desk.checker, claimId)), note: "" };
  const { contributors } = await db.edition.findUniqueOrThrow({ where: { id: edition.editionId } });
  expect(contributors).toContain(desk.editor.id);
  await expect(approveEdition(desk.editor, edition)).rejects.toMatchObject({ code: "forbidden" });
  await approveEdition(desk.otherEditor, edition);
}

test.each(["The bridge company", "A clerk", "The Courier", "Northern Wire"])(
  "whoever revised %s, whom the edition names, contributed to it",
  async (name) => {
    const { claimId } = await aWholeClaim();
    await describeParty(desk.editor, await partyOf(name));
    await expectContributor(claimId);
  },
);

test("whoever revised the party for whom the claimant speaks contributed to the edition", async () => {
  const { claimId } = await aWholeClaim();
  const { partyId: owner } = await involve(desk.checker, await anEvent(desk.checker), "involved");
  await describeParty(desk.checker, await partyOf("The bridge company"), { speaksFor: owner });
  await describeParty(desk.editor, owner);
  await expectContributor(claimId);
});

test("whoever revised the event, or said who is involved in it, contributed to the edition", async () => {
  for (const change of ["revise", "involve", "take off"]) {
    const { claimId, eventId } = await aWholeClaim();
    const isThere = change === "take off";
    const { version } = isThere ? await involve(desk.checker, eventId, "involved") : { version: "" };
    if (change === "revise") {
      const input = { eventId, name: "The great flood", version: 1 };
      await reviseEvent(desk.editor, reviseEventInput.parse(input));
    } else
      await involve(desk.editor, eventId, isThere ? "not_said" : "not_involved", "The mill board", version);
    await expectContributor(claimId);
  }
});

test("whoever revised a party or an event that the edition does not show did not contribute to it", async () => {
  const { claimId } = await aWholeClaim();
  const elsewhere = await anEvent(desk.checker);
  const { partyId } = await involve(desk.admin, elsewhere, "involved", "The hill board");
  await describeParty(desk.admin, partyId);
  const { editionId } = await submit(desk.checker, claimId);
  const { contributors } = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
  expect(contributors).toContain(desk.checker.id);
  expect(contributors).not.toContain(desk.admin.id);
});

const aSource = (actor: Member) => {
  const source = { kind: "document", title: "Mill book", description: "Kept at the mill.", language: "en" };
  return addSource(actor, addSourceInput.parse({ ...source, idempotencyKey: randomUUID() }));
};

test("whoever added an event that no reader has seen, or set it right before the claim was logged, contributed", async () => {
  const added = await anEvent(desk.editor);
  const revised = await anEvent(desk.checker);
  await reviseEvent(desk.editor, reviseEventInput.parse({ eventId: revised, name: "A flood", version: 1 }));
  for (const eventId of [added, revised]) {
    const { claimId } = await aReadyClaim(desk.checker);
    await setClaimEvent(desk.checker, { claimId, eventId, version: "" });
    await expectContributor(claimId);
  }
});

test("whoever said what a figure counts, where no reader has seen it, contributed to the edition", async () => {
  const { claimId } = await aReadyClaim(desk.checker);
  const measure = { measureBy: "new", unit: "carts", what: randomUUID() };
  const figure = (of: string, ownerId: string, counts: object) =>
    addFigureInput.parse({
      claimId: of,
      on: "evidence",
      ownerId,
      words: "twelve",
      qualifier: "words_only",
      ...counts,
    });
  const { claimId: elsewhere } = await aReadyClaim(desk.checker);
  const theirs = await anEvidence(desk.editor, elsewhere);
  const { figureId } = await addFigure(desk.editor, figure(elsewhere, theirs.evidenceId, measure));
  const { measureId } = await db.figure.findUniqueOrThrow({ where: { id: figureId } });
  const { evidenceId } = await anEvidence(desk.checker, claimId);
  await addFigure(desk.checker, figure(claimId, evidenceId, { measureBy: "known", measureId }));
  await waiveTheRest(desk.checker, claimId);
  await expectContributor(claimId);
});

test("whoever added a source contributes until an edition that rests on it is published, of whatever claim", async () => {
  const { sourceId } = await aSource(desk.editor);
  const use = async (claimId: string) => {
    await anEvidence(desk.checker, claimId, { by: "known", sourceId });
    await waiveTheRest(desk.checker, claimId);
  };
  const first = await aReadyClaim(desk.checker);
  const edition = { ...(await submit(desk.checker, first.claimId)), note: "" };
  await approveAndPublish(desk.otherEditor, edition);
  // The source is older than the publication; what counts is that this claim's readers have never met it.
  await startRevising(desk.checker, { claimId: first.claimId });
  await use(first.claimId);
  const change = {
    claimId: first.claimId,
    correctionClass: "update",
    correctionReason: "A book was found.",
  } as const;
  const later = { ...(await submitForReview(desk.checker, change)), note: "" };
  await expect(approveEdition(desk.editor, later)).rejects.toMatchObject({ code: "forbidden" });
  await approveAndPublish(desk.otherEditor, later);

  const second = await aReadyClaim(desk.checker);
  await use(second.claimId);
  await approveEdition(desk.editor, { ...(await submit(desk.checker, second.claimId)), note: "" });
});

describe("the description of a party", () => {
  const naming = async (actor: Member, name: string, partyDescription = "", partyKind = "organisation") => {
    const { claimId } = await aReadyClaim(desk.checker);
    const position = { party: name, partyKind, partyDescription, stance: "no_information", quote: "Who?" };
    const said = { claimId, by: "none", ...position, language: "en", idempotencyKey: randomUUID() };
    await recordPosition(actor, recordPositionInput.parse(said));
    await waiveTheRest(desk.checker, claimId);
    return claimId;
  };
  /** Submits and publishes it; answers the contributors of the edition. */
  const published = async (claimId: string) => {
    const edition = { ...(await submit(desk.checker, claimId)), note: "" };
    await approveAndPublish(desk.otherEditor, edition);
    return (await db.edition.findUniqueOrThrow({ where: { id: edition.editionId } })).contributors;
  };

  test.each(["organisation", "unnamed"])(
    "is the work of whoever wrote it until an edition that shows it is published (%s)",
    async (kind) => {
      const name = randomUUID();
      await naming(desk.editor, name, "It lends money to the mill.", kind);
      const again = () => naming(desk.checker, name, "It lends money to the mill.", kind);
      await expectContributor(await again());
      const second = await again();
      expect(await published(second)).toContain(desk.editor.id);
      await startRevising(desk.checker, { claimId: second });
      await anEvidence(desk.checker, second);
      const change = { correctionClass: "update", correctionReason: "A book was found." } as const;
      const { editionId } = await submitForReview(desk.checker, { claimId: second, ...change });
      const { contributors } = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
      expect(contributors).not.toContain(desk.editor.id);
    },
  );

  test("is nobody else's work than that of whoever wrote it anew since readers saw it, also before the claim was logged", async () => {
    const name = randomUUID();
    expect(await published(await naming(desk.editor, name, "It lends money."))).toContain(desk.editor.id);
    await describeParty(desk.admin, await partyOf(name));
    const contributors = await published(await naming(desk.checker, name));
    expect(contributors).toContain(desk.admin.id);
    expect(contributors).not.toContain(desk.editor.id);
  });

  test("is not the work of whoever gave the party nothing but its name", async () => {
    const name = randomUUID();
    await naming(desk.editor, name);
    await describeParty(desk.admin, await partyOf(name));
    const contributors = await published(await naming(desk.checker, name));
    expect(contributors).toContain(desk.admin.id);
    expect(contributors).not.toContain(desk.editor.id);
  });
});

test("whoever brought the text of an article, or a newer version of it, did not write what its outlet says", async () => {
  const { articleId, versionId } = await addArticle(
    desk.editor,
    addArticleInput.parse({
      title: "The mill",
      text: "The mill ground all night.\n",
      language: "en",
      idempotencyKey: randomUUID(),
    }),
  );
  const { claimId } = await aReadyClaim(desk.checker);
  const passage = { claimId, articleVersionId: versionId, exact: "ground all night" };
  await addPassage(desk.checker, addPassageInput.parse(passage));
  const newer = { articleId, text: "At noon, the mill ground all night.\n", version: 1 };
  await addArticleVersion(desk.editor, addArticleVersionInput.parse(newer));
  await approveEdition(desk.editor, { ...(await submit(desk.checker, claimId)), note: "" });
});
