import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { aMember } from "../../prisma/desk-factories.ts";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { db } from "../db.ts";
import { answerRequest, requestCorrection, takeUpRequest } from "./commands.ts";
import { findRequest } from "./queries.ts";
import { receiveReport } from "./reception.ts";
import { countOpenRequests, getRequest, listRequests } from "./requests.ts";
import { publicRoute } from "../serving/rules.ts";
import { liftWithholding, withhold } from "../withholdings/commands.ts";
import { readReference, referenceOf } from "./rules.ts";

const bridge = aDocument(4001);
const claim = bridge.claim.slug;
let app: pg.Client;

beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  await publishDocument(app, bridge);
});
afterAll(() => app.end());

const report = (problem: string) => ({ claim, problem, sourceUrl: "", email: "" });
const form = (values: Record<string, string>) =>
  new URLSearchParams({ claim, problem: "", sourceUrl: "", email: "", ...values });

async function aRequest(): Promise<{ requestId: string; reference: string }> {
  const { reference } = await requestCorrection(report(`Thirteen carts, ${randomUUID()}`), null);
  const { id } = await db.correctionRequest.findUniqueOrThrow({ where: { reference } });
  return { requestId: id, reference };
}

test("a report is kept under a reference, shown to whoever has that, and leaves a trace without its words", async () => {
  const given = {
    ...report("Thirteen carts."),
    sourceUrl: "https://example.org/book",
    email: "a@example.org",
  };
  const { reference } = await requestCorrection(given, "192.0.2.1");
  expect(readReference(reference)).toBe(reference);
  const followed = await findRequest(reference);
  expect(followed).toMatchObject({
    problem: "Thirteen carts.",
    sourceUrl: "https://example.org/book",
    state: "received",
    slug: claim,
    claim: { wording: bridge.claim.wording },
    editionNumber: 1,
  });
  expect(JSON.stringify(followed)).not.toContain("a@example.org");
  const event = await db.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(event).toMatchObject({ name: "correction.requested", claimId: bridge.claim.id, contributes: false });
  expect(event.data).not.toMatch(/Thirteen|example/);
});

test("the same report twice on one day is one, from another network it is another", async () => {
  const sent = report(`Thirteen carts, ${randomUUID()}`);
  const [one, two] = await Promise.all([1, 2].map(() => requestCorrection(sent, "192.0.2.1")));
  expect(one).toEqual(two);
  expect(await requestCorrection(sent, "192.0.2.2")).not.toEqual(one);
});

test("a reference that was read out on the telephone is found however it was written down", async () => {
  expect(readReference("o1li-abcd-efgh-jkmn")).toBe("0111-ABCD-EFGH-JKMN");
  for (const none of ["", "0111-ABCD-EFGH", "0111-ABCD-EFGH-JKMU", "0111ABCDEFGHJKMN"])
    expect(readReference(none), none).toBeNull();
  const { reference } = await aRequest();
  const heard = reference.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
  expect((await findRequest(heard))?.reference).toBe(reference);
  expect(publicRoute(`/report/${heard}`)).toMatchObject({ secret: true, keep: false });
});

test("the readers' role reads one request by its whole reference, and no table of them", async () => {
  const { reference } = await aRequest();
  const reader = await connectAs("public");
  await expect(reader.query("SELECT * FROM correction_requests")).rejects.toMatchObject({ code: "42501" });
  const found = await reader.query("SELECT * FROM followed_request($1)", [reference]);
  expect(found.rows).toHaveLength(1);
  expect(found.fields.map(({ name }) => name)).not.toContain("email");
  const guesses = ["%", "", reference.slice(0, -1), reference.toLowerCase()];
  for (const guess of guesses)
    expect((await reader.query("SELECT * FROM followed_request($1)", [guess])).rowCount, guess).toBe(0);
  expect(await findRequest(referenceOf(new Uint8Array(16)))).toBeNull();
});

test("it goes from received to being looked at to answered, and each step once", async () => {
  const [checker, editor] = [await aMember("checker"), await aMember("editor")];
  const { requestId, reference } = await aRequest();
  const { version } = await takeUpRequest(checker, { requestId, version: 1 });
  expect((await findRequest(reference))?.state).toBe("looking");
  await expect(takeUpRequest(editor, { requestId, version })).rejects.toMatchObject({ code: "conflict" });
  const answer = { requestId, version, outcome: "no_error" as const, answer: "The book says twelve." };
  await expect(answerRequest(checker, answer)).rejects.toMatchObject({ code: "forbidden" });
  await answerRequest(editor, answer);
  expect(await findRequest(reference)).toMatchObject({
    state: "answered",
    outcome: "no_error",
    answer: "The book says twelve.",
  });
  await expect(answerRequest(editor, answer)).rejects.toMatchObject({
    code: "conflict",
    theirs: { answer: "The book says twelve." },
  });
  expect(await getRequest(editor, requestId)).toMatchObject({ handledBy: "A person", outcome: "no_error" });
});

test("it is not corrected as long as readers see the edition in which it was reported", async () => {
  const editor = await aMember("editor");
  const { requestId } = await aRequest();
  const answer = { requestId, version: 1, outcome: "corrected" as const, answer: "Thirteen it is." };
  await expect(answerRequest(editor, answer)).rejects.toMatchObject({
    code: "invalid",
    fields: { outcome: expect.stringContaining("Publish the correction first") },
  });
  await publishDocument(app, { ...bridge, correction: { class: "correction", reason: "Thirteen carts." } });
  await answerRequest(editor, answer);
});

test("the database keeps a reader's words and a given answer as they are", async () => {
  const editor = await aMember("editor");
  const { requestId } = await aRequest();
  const change = (what: string) =>
    app.query(`UPDATE correction_requests SET ${what} WHERE id = $1`, [requestId]);
  await expect(change("problem = 'Nothing'")).rejects.toMatchObject({ code: "42501" });
  await expect(change("email = 'b@example.org'")).rejects.toMatchObject({ code: "42501" });
  await expect(change("state = 'answered'")).rejects.toMatchObject({ code: "23514" });
  await answerRequest(editor, { requestId, version: 1, outcome: "not_ours", answer: "Ask the town." });
  await expect(change("answer = 'Never mind.'")).rejects.toMatchObject({ code: "42501" });
  await expect(change("state = 'received'")).rejects.toMatchObject({ code: /42501|23514/ });
  await expect(app.query("DELETE FROM correction_requests WHERE id = $1", [requestId])).rejects.toMatchObject(
    { code: "42501" },
  );
});

test("open and answered requests are listed apart, newest first, page by page", async () => {
  const member = await aMember("checker");
  const before = await countOpenRequests(member);
  for (let count = 0; count < 31; count++) await aRequest();
  const first = await listRequests(member, { answered: false, after: null });
  expect(first.entries).toHaveLength(30);
  const second = await listRequests(member, { answered: false, after: first.next });
  expect(first.entries.length + second.entries.length).toBe(Math.min(before + 31, 60));
  const times = [...first.entries, ...second.entries].map(({ createdAt }) => createdAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const answered = await listRequests(member, { answered: true, after: null });
  expect(answered.entries.every(({ state }) => state === "answered")).toBe(true);
  expect(answered.entries.length).toBeGreaterThan(0);
});

test("a form that cannot be kept comes back with every value as it was typed and a sentence for each field", async () => {
  const typed = { problem: "  ", sourceUrl: "javascript:alert(1)", email: "nobody" };
  expect(await receiveReport(form(typed), null)).toEqual({
    kept: false,
    status: 422,
    claim,
    form: {
      values: typed,
      message: "This cannot be sent yet. Look at the marked fields.",
      fields: {
        problem: "What is wrong is missing.",
        sourceUrl: expect.stringContaining("https://"),
        email: expect.stringContaining("name@example.org"),
      },
    },
  });
  const long = { problem: "x".repeat(5001), sourceUrl: "", email: "" };
  expect(await receiveReport(form(long), null)).toMatchObject({ form: { values: long } });
  expect(await receiveReport(form({ problem: "Wrong", claim: "never-public-c1" }), null)).toMatchObject({
    status: 404,
  });
  expect(await receiveReport(new URLSearchParams("%00=%ff"), null)).toMatchObject({ status: 422 });
});

test("the sixth report of a network in ten minutes is refused with its words kept, others are not", async () => {
  const send = (address: string, problem: string) => receiveReport(form({ problem }), address);
  for (let count = 1; count <= 5; count++)
    expect(await send(`2001:db8:1:2::${count}`, `Error ${count}`)).toMatchObject({ kept: true });
  expect(await send("2001:db8:1:2::9", "Error 6")).toMatchObject({
    kept: false,
    status: 429,
    form: { values: { problem: "Error 6" }, message: expect.stringContaining("minutes") },
  });
  expect(await send("2001:db8:1:3::9", "Error 6")).toMatchObject({ kept: true });
});

test("whom a withheld page concerns can report it and follow that, without its words; it is corrected once a page is back", async () => {
  const editor = await aMember("editor");
  const mill = aDocument(4002);
  await publishDocument(app, mill);
  const { withholdingId } = await withhold(editor, {
    claimId: mill.claim.id,
    editionId: "",
    ground: "privacy",
    reason: "A telephone call.",
  });
  const { reference } = await requestCorrection(
    { ...report("It is about me."), claim: mill.claim.slug },
    null,
  );
  expect(await findRequest(reference)).toMatchObject({
    slug: mill.claim.slug,
    claim: null,
    editionNumber: 1,
    currentNumber: null,
  });
  const { id: requestId } = await db.correctionRequest.findUniqueOrThrow({ where: { reference } });
  expect(await getRequest(editor, requestId)).toMatchObject({ publishedNumber: null });
  const answer = { requestId, version: 1, outcome: "corrected" as const, answer: "It is taken down." };
  await expect(answerRequest(editor, answer)).rejects.toMatchObject({
    fields: { outcome: expect.stringContaining("withheld") },
  });
  await liftWithholding(editor, { withholdingId, reason: "Settled." });
  expect(await findRequest(reference)).toMatchObject({
    claim: { wording: mill.claim.wording },
    currentNumber: 1,
  });
});
