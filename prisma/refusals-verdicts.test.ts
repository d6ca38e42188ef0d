import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { connectAs } from "./test-database.ts";

// What the database itself refuses of waivers, requests for comment and verdicts, as the application's role in plain SQL.

let app: pg.Client;
let member: string;
let claimId: string;
let partyId: string;

beforeEach(async () => {
  app = await connectAs("app");
  [member, claimId, partyId] = [randomUUID(), randomUUID(), randomUUID()];
  await app.query(
    "INSERT INTO users (id, email, name, role, password_hash) VALUES ($1, $2, 'A person', 'checker', 'x')",
    [member, `${member}@example.org`],
  );
  await app.query(
    "INSERT INTO claims (id, slug, wording, kind, language, idempotency_key, created_by_id) VALUES ($1, $2, 'A claim', 'quantity', 'en', $3, $4)",
    [claimId, `claim-${claimId}`, randomUUID(), member],
  );
  await app.query("INSERT INTO parties (id, name, kind, created_by_id) VALUES ($1, $2, 'organisation', $3)", [
    partyId,
    `Mill ${partyId}`,
    member,
  ]);
});

const refused = (code: string) => expect.objectContaining({ code });

describe("waivers", () => {
  const waive = (item: string, reason: string) =>
    app.query("INSERT INTO waivers (claim_id, item, reason, created_by_id) VALUES ($1, $2, $3, $4)", [
      claimId,
      item,
      reason,
      member,
    ]);
  test("have a reason and an item's name", async () => {
    for (const [item, reason] of [
      ["quote", " "],
      ["quote", "x".repeat(1001)],
      ["Not An Item", "r"],
      ["", "r"],
    ] as const)
      await expect(waive(item, reason)).rejects.toEqual(refused("23514"));
  });
  test("stand once per item, and are never changed, only withdrawn", async () => {
    await waive("quote", "r");
    await expect(waive("quote", "another")).rejects.toEqual(refused("23505"));
    await expect(app.query("UPDATE waivers SET reason = 'better'")).rejects.toEqual(refused("42501"));
    await app.query("DELETE FROM waivers WHERE claim_id = $1", [claimId]);
  });
});

describe("requests for comment", () => {
  const ask = (columns: Record<string, string | null>) => {
    const row = {
      id: randomUUID(),
      claim_id: claimId,
      party_id: partyId,
      idempotency_key: randomUUID(),
      created_by_id: member,
      ...columns,
    };
    const names = Object.keys(row);
    return app.query(
      `INSERT INTO requests_for_comment (${names.join(", ")}) VALUES (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(row),
    );
  };
  const asked = { asked_on: "2031-05-02" };
  test.each<[string, Record<string, string | null>]>([
    ["a request without the day it was made", { outcome: "waiting" }],
    ["an answer without words", { ...asked, outcome: "answered", answer: " " }],
    ["words under silence", { ...asked, outcome: "silence", answer: "yes" }],
    ["an answer's day while waiting", { ...asked, outcome: "waiting", answered_on: "2031-05-03" }],
    ["nobody asked without a reason", { outcome: "not_asked", reason: " " }],
    ["nobody asked, with a day", { ...asked, outcome: "not_asked", reason: "r" }],
    ["a reason where somebody was asked", { ...asked, outcome: "waiting", reason: "r" }],
    ["a deadline before the request", { ...asked, due_on: "2031-05-01" }],
    [
      "an answer before the request",
      { ...asked, outcome: "answered", answer: "a", answered_on: "2031-05-01" },
    ],
    ["more than 5,000 characters of answer", { ...asked, outcome: "answered", answer: "x".repeat(5001) }],
  ])("refuse %s", async (_, columns) => {
    await expect(ask(columns)).rejects.toEqual(refused("23514"));
  });
  test("are never deleted", async () => {
    await ask({ ...asked, due_on: "2031-05-02" });
    await expect(app.query("DELETE FROM requests_for_comment")).rejects.toEqual(refused("42501"));
  });
});

describe("verdicts", () => {
  const save = (columns: string, value: string | null) =>
    app.query(`INSERT INTO verdicts (claim_id, updated_by_id, ${columns}) VALUES ($1, $2, $3)`, [
      claimId,
      member,
      value,
    ]);
  test("keep a date with its precision, and lists within their length", async () => {
    await expect(save("as_of", "2031-05-01")).rejects.toEqual(refused("23514"));
    await expect(save("as_of_precision", "month")).rejects.toEqual(refused("23514"));
    await expect(save("known", "x".repeat(5001))).rejects.toEqual(refused("23514"));
    await expect(save("how_checked", "x".repeat(10_001))).rejects.toEqual(refused("23514"));
  });
});

test("an edition's waivers are a list, and never change", async () => {
  const document = JSON.stringify({ text: randomUUID() });
  const digest = createHash("sha256").update(document, "utf8").digest("hex");
  const id = randomUUID();
  const add = (waivers: string) =>
    app.query(
      `INSERT INTO editions (id, claim_id, number, kind, document, digest, contributors, waivers, audit_through, submitted_by_id)
       VALUES ($1, $2, 1, 'publication', $3, $4, $5, $6, 0, $7)`,
      [id, claimId, document, digest, [member], waivers, member],
    );
  await expect(add("{}")).rejects.toEqual(refused("23514"));
  await add('[{"item": "quote", "reason": "r"}]');
  await expect(app.query("UPDATE editions SET waivers = '[]' WHERE id = $1", [id])).rejects.toEqual(
    refused("42501"),
  );
});
