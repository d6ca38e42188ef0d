import { randomBytes, randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { connectAs } from "#prisma/test-database";
import {
  aClaimInChecking,
  aDesk,
  anEvidence,
  aVerdict,
  submit,
  waiveTheRest,
  type Desk,
} from "#prisma/workflow-factories";
import { audited } from "../audit/audited.ts";
import { listClaimHistory } from "../audit/queries.ts";
import type { Member } from "../auth/schema.ts";
import { listDisputedBy } from "../disputes/queries.ts";
import { recordPosition } from "../disputes/commands.ts";
import { recordPositionInput } from "../disputes/schema.ts";
import { db } from "../db.ts";
import { retractClaim, startRevising, submitForReview } from "../editions/commands.ts";
import { getEditionForReview, getSubmission } from "../editions/queries.ts";
import { listEvidence } from "../evidence/queries.ts";
import { addFigure } from "../figures/commands.ts";
import { getMeasure, listFigures } from "../figures/queries.ts";
import { addFigureInput } from "../figures/schema.ts";
import { groupSource } from "../sources/commands.ts";
import type { SetVisibilityInput } from "../sources/schema.ts";
import { findSources, getSource, getSourceSettings, listSources } from "../sources/queries.ts";
import { getSnapshot, listSnapshots } from "../snapshots/queries.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { approveAndPublish } from "./commands.ts";
import { listNamingEditions } from "./naming.ts";
import { findPublishedClaim } from "./queries.ts";
import { setVisibility } from "./visibility.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const secret = "zarquon";
const told = "Somebody who keeps the toll book";

/** A claim of `second` that passes the checklist and rests on a source whose every value is secret, in three uses of it. */
async function aClaimOnSecrets(visibility: "public" | "described") {
  const { claimId, number } = await aClaimInChecking(desk.second);
  const { evidenceId } = await anEvidence(desk.second, claimId, {
    sourceTitle: `${secret} title`,
    sourceUrl: `https://${secret}-${randomUUID()}.example.org/`,
    sourceDescription: visibility === "described" ? told : `${secret} description`,
    sourcePublisher: visibility === "described" ? "" : `${secret} publisher`,
    sourcePublishedOn: "1987-03",
    sourceLanguage: "tlh",
    sourceCapture: false,
    sourceVisibility: visibility,
    locator: `${secret} page`,
  });
  const [evidence] = await listEvidence(desk.second, claimId);
  const sourceId = evidence?.source.id ?? "";
  await recordPosition(
    desk.second,
    recordPositionInput.parse({
      claimId,
      by: "known",
      sourceId,
      party: "The toll keeper",
      partyKind: "person",
      stance: "denies",
      quote: "I counted twelve.",
      language: "en",
      saidWords: "Thursday",
      locator: `${secret} minute`,
      idempotencyKey: randomUUID(),
    }),
  );
  const figure = {
    claimId,
    on: "evidence",
    ownerId: evidenceId,
    words: "twelve",
    qualifier: "exactly",
    number: "12",
  };
  const measure = { measureBy: "new", unit: "carts", what: `carts of ${randomUUID()}` };
  await addFigure(desk.second, addFigureInput.parse({ ...figure, ...measure }));
  await proposeVerdict(desk.second, { claimId, version: 0, ...aVerdict });
  await waiveTheRest(desk.second, claimId);
  return { claimId, number, sourceId };
}

const set = async (actor: Member, sourceId: string, change: Partial<SetVisibilityInput>) =>
  setVisibility(actor, {
    sourceId,
    version: (await getSource(actor, sourceId)).version,
    visibility: "described",
    description: "",
    attestation: "",
    confirmed: false,
    ...change,
  });
const hide = (sourceId: string) =>
  set(desk.editor, sourceId, { visibility: "hidden", attestation: `I have read it: ${told}` });

/** Everything that the desk answers this member about the claim and its source. */
async function deskAnswers(actor: Member, claimId: string, sourceId: string, editionId?: string) {
  const figures = await listFigures(actor, claimId);
  return JSON.stringify([
    await listSources(actor),
    await listSources(actor, { words: secret }),
    await findSources(actor, ""),
    await findSources(actor, secret),
    await getSource(actor, sourceId),
    await getSourceSettings(actor, sourceId),
    await listEvidence(actor, claimId),
    await listDisputedBy(actor, claimId),
    figures,
    await getMeasure(actor, figures[0]?.measure?.id ?? ""),
    (await listClaimHistory(actor, claimId)).entries,
    (await listClaimHistory(actor, claimId)).mentions,
    await getSubmission(actor, claimId),
    await listNamingEditions(actor, sourceId),
    editionId && (await getEditionForReview(actor, editionId)),
  ]);
}

/** Every row that readers' pages, files and feeds are made from. */
async function publicRows(): Promise<string> {
  const owner = await connectAs("owner");
  const tables =
    "publications published_editions public_articles public_copies public_facets public_postings public_settings";
  const answers = [];
  for (const table of tables.split(" "))
    answers.push((await owner.query(`SELECT t::text AS row FROM ${table} t`)).rows);
  return JSON.stringify(answers);
}

/** The log's events about a claim and about a source. */
async function logged(claimId: string, sourceId: string): Promise<string> {
  const app = await connectAs("app");
  const { rows } = await app.query(
    "SELECT data FROM audit_events WHERE claim_id = $1 OR data LIKE '%' || $2 || '%'",
    [claimId, sourceId],
  );
  expect(rows.length).toBeGreaterThan(3);
  return JSON.stringify(rows);
}

describe("a source that is described from the beginning", () => {
  test("gives nothing of itself to readers, to the log, nor to a member who did not add it", async () => {
    const { claimId, number, sourceId } = await aClaimOnSecrets("described");
    const edition = await submit(desk.second, claimId);
    const { slug } = await approveAndPublish(desk.editor, { ...edition, note: "" });

    expect(await publicRows()).not.toContain(secret);
    expect(await logged(claimId, sourceId)).not.toContain(secret);
    const answers = await deskAnswers(desk.checker, claimId, sourceId, edition.editionId);
    for (const hidden of [secret, "1987", "tlh", `"kind":"document"`]) expect(answers).not.toContain(hidden);
    for (const member of [desk.second, desk.editor, desk.admin])
      expect(await deskAnswers(member, claimId, sourceId)).toContain(`${secret} page`);

    const view = (await findPublishedClaim(slug))?.view;
    expect(view?.claim.number).toBe(number);
    expect(view?.sources).toEqual([
      {
        number: 1,
        kind: null,
        title: "Confidential source",
        url: null,
        description: null,
        publisher: null,
        publishedOn: null,
        language: "en",
        graphic: false,
        confidential: { description: told },
        copy: null,
      },
    ]);
    expect([view?.evidence[0]?.locator, view?.positions[0]?.locator]).toEqual([null, null]);
  });

  test("is found by its description, and by what is hidden of it only where that may be seen", async () => {
    const { sourceId } = await aClaimOnSecrets("described");
    const finds = async (actor: Member, words: string) =>
      (await findSources(actor, words)).some(({ id }) => id === sourceId);
    expect(await finds(desk.checker, "keeps toll")).toBe(true);
    expect(await finds(desk.checker, secret)).toBe(false);
    expect(await finds(desk.checker, `toll ${secret}`)).toBe(false);
    expect(await finds(desk.second, secret)).toBe(true);
    expect(await finds(desk.editor, secret)).toBe(true);
    expect((await getSource(desk.second, sourceId)).url).toContain(secret);
  });
});

describe("a public source that an editor hides", () => {
  test("is named in no new edition, nor at the desk; the editions that named it stay, and are listed", async () => {
    const { claimId, sourceId } = await aClaimOnSecrets("public");
    const first = await submit(desk.second, claimId);
    const { slug } = await approveAndPublish(desk.editor, { ...first, note: "" });
    await hide(sourceId);

    const answers = await deskAnswers(desk.checker, claimId, sourceId);
    // What the next edition changes is told apart from what readers were told already.
    const { changes, ...more } = await getSubmission(desk.checker, claimId);
    expect(JSON.stringify(changes)).toContain(secret);
    expect(JSON.stringify(more)).not.toContain(secret);
    expect(answers.replace(JSON.stringify(changes), "")).not.toContain(secret);
    expect(await listNamingEditions(desk.editor, sourceId)).toMatchObject([
      { path: `/claims/${slug}/editions/1`, number: 1 },
    ]);

    await startRevising(desk.second, { claimId });
    const why = { correctionClass: "typo", correctionReason: "It is confidential." } as const;
    await expect(submitForReview(desk.second, { claimId, ...why })).rejects.toMatchObject({
      fields: { correctionClass: expect.stringContaining("not a typo") },
    });
    const next = await submitForReview(desk.second, { claimId, ...why, correctionClass: "clarification" });
    await expect(approveAndPublish(desk.editor, { ...next, note: "" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await approveAndPublish(desk.otherEditor, { ...next, note: "" });
    const view = (await findPublishedClaim(slug))?.view;
    expect(JSON.stringify(view)).not.toContain(secret);
    expect(view?.sources[0]?.confidential).toEqual({ attestation: `I have read it: ${told}` });
  });

  test("stops an edition that was sealed before from being published, and is hidden in it from other checkers", async () => {
    const { claimId, sourceId } = await aClaimOnSecrets("public");
    const edition = await submit(desk.second, claimId);
    expect(JSON.stringify(await getEditionForReview(desk.checker, edition.editionId))).toContain(secret);
    await hide(sourceId);
    await expect(approveAndPublish(desk.otherEditor, { ...edition, note: "" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("source 1, which is confidential"),
    });
    expect(await deskAnswers(desk.checker, claimId, sourceId, edition.editionId)).not.toContain(secret);
    const forEditor = await getEditionForReview(desk.otherEditor, edition.editionId);
    expect(forEditor.document.sources[0]?.title).toBe(`${secret} title`);
    expect(forEditor).toMatchObject({ named: [1], unnamed: [{ id: sourceId, title: `${secret} title` }] });
  });

  test("is not named again by the retraction of a claim that named it", async () => {
    const { claimId, sourceId } = await aClaimOnSecrets("public");
    await groupSource(desk.second, { sourceId, version: 1, independenceGroup: `${secret} agency` });
    const first = await submit(desk.second, claimId);
    const { slug } = await approveAndPublish(desk.editor, { ...first, note: "" });
    await hide(sourceId);
    const retraction = await retractClaim(desk.second, { claimId, reason: "It does not hold." });
    await approveAndPublish(desk.otherEditor, { ...retraction, note: "" });
    expect(JSON.stringify((await findPublishedClaim(slug))?.view)).not.toContain(secret);
    expect((await db.publication.findUniqueOrThrow({ where: { slug } })).document).not.toContain(secret);
  });
});

test("the origin of a confidential source counts for the checklist, makes a contributor, and is told to nobody", async () => {
  const { claimId, sourceId } = await aClaimOnSecrets("described");
  await anEvidence(desk.second, claimId, { sourceTitle: "Ledger", independenceGroup: "the ledger" });
  const now = { claimId, version: 1, ...aVerdict, grade: "corroborated" as const };
  await proposeVerdict(desk.second, now);
  const missing = async () =>
    (await getSubmission(desk.second, claimId)).checklist.musts.map(({ code }) => code);
  expect(await missing()).toEqual(["corroborated"]);
  await groupSource(desk.editor, { sourceId, version: 1, independenceGroup: `${secret} wire` });
  expect(await missing()).toEqual([]);
  const edition = { ...(await submit(desk.second, claimId)), note: "" };
  await expect(approveAndPublish(desk.editor, edition)).rejects.toMatchObject({ code: "forbidden" });
  await approveAndPublish(desk.otherEditor, edition);
  expect(await publicRows()).not.toContain(`${secret} wire`);
  expect(await logged(claimId, sourceId)).not.toContain(`${secret} wire`);
  expect(await deskAnswers(desk.checker, claimId, sourceId, edition.editionId)).not.toContain(secret);
});

test("readers lose the copies of a source in the moment in which it stops being public, and get none after", async () => {
  const { sourceId } = await aClaimOnSecrets("public");
  const app = await connectAs("app");
  const [snapshotId, sha256] = [randomUUID(), randomBytes(32).toString("hex")];
  await app.query(
    "INSERT INTO kept_files (sha256, bytes, media_type, kept_at) VALUES ($1, 1, 'text/html', now())",
    [sha256],
  );
  await app.query(
    `INSERT INTO snapshots (id, source_id, means, file_name, requested_by_id, idempotency_key)
     VALUES ($1, $2, 'upload', 'page.html', $3, $1)`,
    [snapshotId, sourceId, desk.second.id],
  );
  await app.query(
    "INSERT INTO snapshot_parts (snapshot_id, kind, outcome, sha256) VALUES ($1, 'original', 'captured', $2)",
    [snapshotId, sha256],
  );
  await app.query(
    "UPDATE snapshots SET state = 'done', outcome = 'captured', finished_at = now() WHERE id = $1",
    [snapshotId],
  );
  const show = () =>
    app.query(
      `INSERT INTO public_copies (snapshot_id, title, language, captured_at, sha256, text, text_sha256)
       VALUES ($1, $2, 'en', now(), $3, $2, encode(sha256(convert_to($2, 'UTF8')), 'hex'))`,
      [snapshotId, `${secret} copy`, sha256],
    );
  await show();
  expect(await publicRows()).toContain(`${secret} copy`);
  await set(desk.checker, sourceId, { description: told });
  expect(await publicRows()).not.toContain(`${secret} copy`);
  await expect(show()).rejects.toMatchObject({ code: "23514" });
  // Nor is there a copy for members who may not see the source.
  const copies = async (actor: Member) => (await listSnapshots(actor, { sourceId })).map(({ id }) => id);
  expect([await copies(desk.checker), await copies(desk.second), await copies(desk.editor)]).toEqual([
    [],
    [snapshotId],
    [snapshotId],
  ]);
  await expect(getSnapshot(desk.checker, snapshotId)).rejects.toMatchObject({ code: "not_found" });
});

test("an error of the database that is logged has no value of the row", async () => {
  const refused = audited(desk.second, (tx) =>
    tx.source.create({
      data: {
        kind: "page",
        title: `${secret} title`,
        language: "en",
        idempotencyKey: randomUUID(),
        createdById: desk.second.id,
      },
    }),
  );
  const error: unknown = await refused.catch((caught: unknown) => caught);
  expect(inspect(error, { depth: 20 })).toContain("sources_can_be_found");
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret);
});

describe("who may see a source is set", () => {
  test("by any member who sees it to described; hidden, and back, by an editor alone", async () => {
    const { sourceId } = await aClaimOnSecrets("public");
    const refused = { code: "forbidden" };
    const hidden = { visibility: "hidden", attestation: "I have read it." } as const;
    await expect(set(desk.checker, sourceId, hidden)).rejects.toMatchObject(refused);
    await set(desk.checker, sourceId, { description: told });
    // The checker did not add it, and sees it no more.
    await expect(set(desk.checker, sourceId, { description: "Other words" })).rejects.toMatchObject(refused);
    await set(desk.second, sourceId, { description: "Somebody at the bridge" });
    await expect(set(desk.second, sourceId, { visibility: "public", confirmed: true })).rejects.toMatchObject(
      refused,
    );
    await set(desk.editor, sourceId, hidden);
    await expect(set(desk.second, sourceId, { description: told })).rejects.toMatchObject(refused);
    expect(await getSource(desk.checker, sourceId)).toMatchObject({
      sealed: true,
      attestation: "I have read it.",
    });
  });

  test("to public with a confirmation, and its address counts again unless somebody added it meanwhile", async () => {
    const one = await aClaimOnSecrets("public");
    const { url } = await getSource(desk.second, one.sourceId);
    await hide(one.sourceId);
    const whole = { visibility: "public" } as const;
    await expect(set(desk.editor, one.sourceId, whole)).rejects.toMatchObject({
      fields: { confirmed: expect.any(String) },
    });
    // Trying the address tells nobody that it is known here.
    const { claimId } = await aClaimInChecking(desk.checker);
    await anEvidence(desk.checker, claimId, { sourceUrl: url ?? "", sourceTitle: "Found it myself" });
    const [own] = await listEvidence(desk.checker, claimId);
    expect(own?.source).toMatchObject({ title: "Found it myself", sealed: false });
    await set(desk.editor, one.sourceId, { ...whole, confirmed: true });
    expect(await getSource(desk.checker, one.sourceId)).toMatchObject({
      url,
      sealed: false,
      attestation: null,
    });

    const other = await aClaimOnSecrets("public");
    const { url: known } = await getSource(desk.second, other.sourceId);
    await hide(other.sourceId);
    await set(desk.editor, other.sourceId, { ...whole, confirmed: true });
    await anEvidence(desk.checker, claimId, { sourceUrl: known ?? "" });
    expect((await listEvidence(desk.checker, claimId)).at(-1)?.source.id).toBe(other.sourceId);
  });

  test("by a form that saw the latest version, and the log has who may see it and no value", async () => {
    const { claimId, sourceId } = await aClaimOnSecrets("described");
    await hide(sourceId);
    await expect(set(desk.admin, sourceId, { version: 1, description: told })).rejects.toMatchObject({
      code: "conflict",
      theirs: { version: 2, visibility: "hidden" },
    });
    const app = await connectAs("app");
    const { rows } = await app.query<{ data: string }>(
      "SELECT data FROM audit_events WHERE name = 'source.visibility-set' AND data LIKE '%' || $1 || '%'",
      [sourceId],
    );
    expect(rows.map(({ data }) => JSON.parse(data) as unknown)).toEqual([
      { sourceId, change: { before: { visibility: "described" }, after: { visibility: "hidden" } } },
    ]);
    expect(await logged(claimId, sourceId)).not.toContain("I have read it");
  });
});
