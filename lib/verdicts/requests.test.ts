import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { readDraft } from "../editions/draft.ts";
import { listOverdueRequests, listRequests } from "./queries.ts";
import { requestComment, updateRequest } from "./requests.ts";
import { requestCommentInput, updateRequestInput } from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

const asked = (claimId: string, change: Record<string, unknown> = {}) =>
  requestCommentInput.parse({
    claimId,
    party: "The bridge company",
    partyKind: "organisation",
    outcome: "waiting",
    channel: "By letter",
    askedOn: "2031-05-02",
    dueOn: "2031-05-09",
    idempotencyKey: randomUUID(),
    ...change,
  });
const outcome = (claimId: string, requestId: string, change: Record<string, unknown> = {}) =>
  updateRequestInput.parse({
    claimId,
    requestId,
    version: 1,
    outcome: "answered",
    askedOn: "2031-05-02",
    answer: "We counted forty.",
    answeredOn: "2031-05-04",
    ...change,
  });
const problems = (change: Record<string, unknown>) =>
  requestCommentInput
    .safeParse({ ...asked(randomUUID()), ...change })
    .error?.issues.map(({ path }) => path[0]);

test("a request and its answer stand on the claim and in what readers would see", async () => {
  const claim = await aClaim(checker);
  const { requestId } = await requestComment(checker, asked(claim.id));
  await updateRequest(checker, outcome(claim.id, requestId, { channel: "By letter", dueOn: "2031-05-09" }));
  const [request] = await listRequests(checker, claim.id);
  expect(request).toMatchObject({ answer: "We counted forty.", answeredOn: "2031-05-04", version: 2 });
  const draft = await readDraft(db, claim.id);
  expect(draft?.requests).toEqual([
    expect.objectContaining({
      party: expect.objectContaining({ name: "The bridge company" }),
      channel: "By letter",
      askedOn: "2031-05-02",
      dueOn: "2031-05-09",
      outcome: "answered",
      answeredOn: "2031-05-04",
      answer: "We counted forty.",
    }),
  ]);
  const events = await db.auditEvent.findMany({ where: { claimId: claim.id }, orderBy: { seq: "asc" } });
  expect(events.map(({ name, contributes }) => [name, contributes])).toEqual([
    ["comment.requested", true],
    ["comment.updated", true],
  ]);
});

test("each outcome asks for what belongs to it, and no date runs backwards", () => {
  expect(problems({ askedOn: "" })).toEqual(["askedOn"]);
  expect(problems({ outcome: "answered" })).toEqual(["answer"]);
  expect(problems({ outcome: "not_asked" })).toEqual(["reason"]);
  expect(problems({ dueOn: "2031-05-01" })).toEqual(["dueOn"]);
  expect(problems({ outcome: "answered", answer: "a", answeredOn: "2031-04-30" })).toEqual(["answeredOn"]);
  expect(problems({ outcome: "silence" })).toBeUndefined();
});

test("what has no place in an outcome is not kept, so that the database never meets it", async () => {
  const claim = await aClaim(checker);
  const leftovers = { answer: "a", answeredOn: "2031-05-03", reason: "They are at sea." };
  await requestComment(checker, asked(claim.id, { outcome: "not_asked", ...leftovers }));
  await requestComment(checker, asked(claim.id, { outcome: "silence", ...leftovers }));
  const [nobody, silent] = await listRequests(checker, claim.id);
  expect(nobody).toMatchObject({
    askedOn: "",
    dueOn: "",
    channel: "",
    answer: "",
    reason: "They are at sea.",
  });
  expect(silent).toMatchObject({ askedOn: "2031-05-02", answer: "", answeredOn: "", reason: "" });
});

test("a double click makes one request", async () => {
  const claim = await aClaim(checker);
  const input = asked(claim.id);
  const made = await Promise.all([1, 2, 3].map(() => requestComment(checker, input)));
  expect(new Set(made.map(({ requestId }) => requestId)).size).toBe(1);
  expect(await listRequests(checker, claim.id)).toHaveLength(1);
});

test("of two who write down an answer one is told what the other saved", async () => {
  const claim = await aClaim(checker);
  const { requestId } = await requestComment(checker, asked(claim.id));
  await updateRequest(checker, outcome(claim.id, requestId));
  await expect(updateRequest(checker, outcome(claim.id, requestId))).rejects.toMatchObject({
    code: "conflict",
    theirs: { answer: "We counted forty.", version: 2 },
  });
});

test("a request of another claim, an unknown claim and a claim in review are refused", async () => {
  const [claim, other] = [await aClaim(checker), await aClaim(checker)];
  const { requestId } = await requestComment(checker, asked(claim.id));
  await expect(updateRequest(checker, outcome(other.id, requestId))).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(requestComment(checker, asked(randomUUID()))).rejects.toMatchObject({ code: "not_found" });
  const closed = await aClaim(checker, { stage: "in_review" });
  await expect(requestComment(checker, asked(closed.id))).rejects.toMatchObject({ code: "conflict" });
});

test("a request is overdue from the day after its day, until there is an answer, for whoever asked", async () => {
  const [someone, bystander] = [await aMember(), await aMember()];
  const claim = await aClaim(someone);
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const due = (dueOn: string) => asked(claim.id, { askedOn: day(-9), dueOn });
  await requestComment(someone, due(day(0)));
  const { requestId } = await requestComment(someone, due(day(-1)));
  expect(await listOverdueRequests(someone)).toEqual([
    expect.objectContaining({ id: requestId, party: "The bridge company", dueOn: day(-1) }),
  ]);
  expect(await listOverdueRequests(bystander)).toEqual([]);
  expect((await listRequests(someone, claim.id)).map(({ overdue }) => overdue)).toEqual([false, true]);
  await updateRequest(someone, outcome(claim.id, requestId, { askedOn: day(-9), answeredOn: day(0) }));
  expect(await listOverdueRequests(someone)).toEqual([]);
});
