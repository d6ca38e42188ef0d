import { beforeAll, describe, expect, test } from "vitest";
import { connectAs } from "#prisma/test-database";
import { aDesk, aReadyClaim, submit, type Desk } from "#prisma/workflow-factories";
import { db } from "../db.ts";
import { approveEdition, takeBackEdition } from "../editions/commands.ts";
import { getEditionForReview, listReviewQueue } from "../editions/queries.ts";
import { bookkeep, schema } from "../jobs.ts";
import { publishEdition } from "./commands.ts";
import { findPublishedClaim } from "./queries.ts";
import { publishDue, schedulePublication, unschedulePublication } from "./scheduling.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);

/** An approved edition; nobody published it. */
async function anApprovedEdition() {
  const { claimId } = await aReadyClaim(desk.checker);
  const { editionId, digest } = await submit(desk.checker, claimId);
  await approveEdition(desk.editor, { editionId, digest, note: "" });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
  return { claimId, editionId, slug };
}

/** The same with a time that an editor set and that has come by now. */
async function aDueEdition(by = desk.editor) {
  const edition = await anApprovedEdition();
  await schedulePublication(by, { editionId: edition.editionId, at: inAnHour() });
  const app = await connectAs("app");
  await app.query("UPDATE scheduled_publications SET at = clock_timestamp() WHERE edition_id = $1", [
    edition.editionId,
  ]);
  return edition;
}

const scheduleOf = async ({ editionId }: { editionId: string }) =>
  (await getEditionForReview(desk.editor, editionId)).schedule;
const lastEvent = ({ claimId }: { claimId: string }) =>
  db.auditEvent.findFirstOrThrow({
    where: { claimId },
    orderBy: { seq: "desc" },
    select: { name: true, actorId: true },
  });

describe("an edition whose time has come", () => {
  test("is published in the name of whoever set it, once, and not before", async () => {
    const edition = await anApprovedEdition();
    const at = inAnHour();
    await schedulePublication(desk.otherEditor, { editionId: edition.editionId, at });
    expect(await scheduleOf(edition)).toMatchObject({ at: new Date(`${at}Z`), problem: null });
    await publishDue(edition.editionId);
    expect(await findPublishedClaim(edition.slug)).toBeNull();
    const due = await aDueEdition(desk.otherEditor);
    await publishDue(due.editionId);
    expect((await findPublishedClaim(due.slug))?.edition.number).toBe(1);
    expect(await lastEvent(due)).toEqual({ name: "edition.published", actorId: desk.otherEditor.id });
    expect(await scheduleOf(due)).toBeNull();
    await publishDue(due.editionId);
    expect(await db.publishedEdition.count({ where: { claimId: due.claimId } })).toBe(1);
  });

  test("waits with the reason where it cannot be published, until an editor looks", async () => {
    const gone = await aDueEdition(desk.admin);
    const app = await connectAs("app");
    const role = (to: string) => app.query("UPDATE users SET role = $1 WHERE id = $2", [to, desk.admin.id]);
    await role("checker");
    await publishDue(gone.editionId);
    await role("admin");
    expect(await findPublishedClaim(gone.slug)).toBeNull();
    expect((await scheduleOf(gone))?.problem).toContain("does not publish any more");
    const { entries } = await listReviewQueue(desk.editor);
    expect(entries.find(({ editionId }) => editionId === gone.editionId)?.schedule?.problem).not.toBeNull();
    expect(await lastEvent(gone)).toEqual({ name: "edition.not-published-on-time", actorId: null });
    await publishDue(gone.editionId);
    expect(await findPublishedClaim(gone.slug)).toBeNull();
    await publishEdition(desk.editor, { editionId: gone.editionId });
    expect(await findPublishedClaim(gone.slug)).not.toBeNull();
  });
});

describe("the time", () => {
  test("is set for approved editions alone, by editors, and lies ahead", async () => {
    const edition = await anApprovedEdition();
    const set = (at: string, by = desk.editor) =>
      schedulePublication(by, { editionId: edition.editionId, at });
    await expect(set(inAnHour(), desk.checker)).rejects.toMatchObject({ code: "forbidden" });
    for (const at of ["2020-01-01T06:00", "2099-01-01T06:00"])
      await expect(set(at)).rejects.toMatchObject({ code: "invalid", fields: { at: expect.any(String) } });
    const { claimId } = await aReadyClaim(desk.checker);
    const { editionId } = await submit(desk.checker, claimId);
    await expect(schedulePublication(desk.editor, { editionId, at: inAnHour() })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is forgotten when the edition is taken back, published by hand, or the time is", async () => {
    const [back, byHand, untimed] = [await aDueEdition(), await aDueEdition(), await aDueEdition()];
    await takeBackEdition(desk.editor, { editionId: back.editionId });
    await publishEdition(desk.editor, { editionId: byHand.editionId });
    await unschedulePublication(desk.editor, { editionId: untimed.editionId });
    await unschedulePublication(desk.editor, { editionId: untimed.editionId });
    for (const edition of [back, untimed]) {
      await publishDue(edition.editionId);
      expect(await findPublishedClaim(edition.slug)).toBeNull();
    }
    expect(await db.scheduledPublication.count({ where: { at: { lt: new Date() } } })).toBe(0);
  });

  test("has a job in the queue from the same transaction, which no worker begins before", async () => {
    const edition = await anApprovedEdition();
    const at = inAnHour();
    await schedulePublication(desk.editor, { editionId: edition.editionId, at });
    const jobs = await bookkeep(
      `SELECT start_after FROM ${schema}.job WHERE name = 'publish-due' AND data ->> 'editionId' = $1`,
      [edition.editionId],
    );
    expect(jobs.rows).toEqual([{ start_after: new Date(`${at}Z`) }]);
  });

  test("is set by the database's own rule for what is approved, by an active editor", async () => {
    const app = await connectAs("app");
    const edition = await anApprovedEdition();
    const insert = (editionId: string, by: string) =>
      app.query(
        "INSERT INTO scheduled_publications (edition_id, at, scheduled_by_id) VALUES ($1, now(), $2)",
        [editionId, by],
      );
    await expect(insert(edition.editionId, desk.checker.id)).rejects.toMatchObject({ code: "23514" });
    await publishEdition(desk.editor, { editionId: edition.editionId });
    await expect(insert(edition.editionId, desk.editor.id)).rejects.toMatchObject({ code: "23514" });
  });
});
